#!/usr/bin/env python3
"""Sends generated requests to every operation of the OpenAPI document of the real binary.

usage: SAYDO_BINARY=target/debug/saydo fuzz_api.py [--examples 12] [--seed 1]

No answer may be a server error, and every answer must have a status, a content type and a body
that the document describes. schemathesis makes the requests; this program starts and stops the server.
"""
import argparse
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
]
# Operations that would take away what the run needs; each has tests of its own.
EXCLUDED = [
    ("DELETE", "/v1/me"),
    ("POST", "/v1/me/password"),
    ("DELETE", "/v1/tokens/{id}"),
]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, binary, data):
        self.binary, self.data, self.port = binary, data, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.lines = []
        # Generated requests come faster than any person's; the limits have tests of their own.
        environment = {k: v for k, v in os.environ.items() if not k.startswith("SAYDO_")}
        environment |= {"HOME": data} | {f"SAYDO_{kind}RATE_LIMIT": "off" for kind in ("", "ADDRESS_", "SIGN_IN_")}
        self.environment = environment
        self.process = subprocess.Popen(
            [binary, "serve", "--data", data, "--listen", f"127.0.0.1:{self.port}"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )
        threading.Thread(target=self.read, daemon=True).start()
        self.wait()

    def read(self):
        for line in self.process.stdout:
            self.lines.append(line)

    def wait(self):
        for _ in range(400):
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.url}/readyz", timeout=2):
                    return
            except OSError:
                time.sleep(0.05)
        sys.exit("the server did not get ready:\n" + "".join(self.lines))

    def token(self):
        printed = subprocess.run(
            [self.binary, "--data", self.data, "token", "create", "--name", "fuzz"],
            env=self.environment, check=True, capture_output=True, text=True,
        ).stdout
        return printed.split()[-1]

    def stop(self):
        died = self.process.poll()
        if died is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=20)
        return died


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--examples", type=int, default=12, help="generated requests per operation")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    binary = os.environ.get("SAYDO_BINARY", "target/debug/saydo")
    with tempfile.TemporaryDirectory(prefix="saydo-fuzz-") as data:
        server = Server(binary, data)
        schemathesis = pathlib.Path(sys.executable).parent / "schemathesis"
        command = [
            schemathesis, "run", f"{server.url}/openapi.json", "--url", server.url,
            "--header", f"Authorization:Bearer {server.token()}",
            # One worker: before 3.11.8 and 3.12.2, Python's parser fails where two threads use it
            # (python/cpython#106905), and Hypothesis reads sources with it.
            # The event feed answers with a page instead of a stream that never ends.
            "--header", "Accept:application/json",
            "--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing",
            "--max-examples", str(options.examples), "--seed", str(options.seed),
            "--request-timeout", "10", "--continue-on-failure", "--no-shrink", "--workers", "1",
            "--warnings", "off", "--suppress-health-check", "all",
        ]
        pattern = "|".join(f"{method} {re.escape(path)}" for method, path in EXCLUDED)
        command += ["--exclude-name-regex", f"^({pattern})$"]
        run = subprocess.run(command, cwd=data, capture_output=True, text=True, check=False)
        died = server.stop()
    print(run.stdout[-20000:])
    print(run.stderr[-4000:], file=sys.stderr)
    if died is not None:
        sys.exit(f"fuzz-api: the server ended with code {died}:\n" + "".join(server.lines[-50:]))
    cases = re.search(r"(\d[\d,]*) generated", run.stdout)
    operations = re.search(r"Operations:\s+(\d+) selected", run.stdout)
    outcome = "passed" if run.returncode == 0 else "FAILED"
    print(
        f"fuzz-api: {outcome}, {cases.group(1) if cases else '?'} requests to "
        f"{operations.group(1) if operations else '?'} operations (seed {options.seed})"
    )
    sys.exit(run.returncode)


if __name__ == "__main__":
    main()
