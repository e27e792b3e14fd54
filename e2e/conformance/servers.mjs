// Starts a server of saydo on a data folder of its own, with a token, and a proxy that adds the token.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startProxy } from "./proxy.mjs";

const started = [];
process.on("exit", () => {
  for (const { child, data } of started) {
    child.kill("SIGKILL");
    if (data) rmSync(data, { recursive: true, force: true });
  }
});

/** Starts `program` for each data folder; `saydo` makes the token in it. */
export async function startServer({ saydo, program = saydo, settings = {}, flags = [] }) {
  const data = mkdtempSync(join(tmpdir(), "saydo-conformance-"));
  const outside = Object.entries(process.env).filter(([name]) => !name.startsWith("SAYDO_"));
  const env = {
    ...Object.fromEntries(outside),
    HOME: data,
    SAYDO_RATE_LIMIT: "off",
    SAYDO_ADDRESS_RATE_LIMIT: "off",
    ...settings,
  };
  const make = ["--data", data, "token", "create", "--name", "judge", "--scope", "tasks:write"];
  const token = execFileSync(saydo, make, { env, encoding: "utf8" }).trim().split(/\s+/).pop();
  const child = spawn(program, ["serve", "--data", data, "--listen", "127.0.0.1:0", ...flags], {
    env,
  });
  started.push({ child, data });
  const { port, link } = await addressOf(child);
  const proxy = await startProxy(port, token);
  return {
    data,
    token,
    link,
    url: `http://127.0.0.1:${port}`,
    judged: `http://localhost:${proxy.address().port}/mcp`,
    async stop() {
      proxy.close();
      proxy.closeAllConnections();
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Starts the fake model; its address, key and name, as it prints them. */
export async function startModel(program) {
  const child = spawn(program);
  started.push({ child });
  const said = await saying(child, /^SAYDO_LLM_MODEL=.*\n/m);
  return ["BASE_URL", "API_KEY", "MODEL"].map(
    (name) => new RegExp(`^SAYDO_LLM_${name}=(.*)$`, "m").exec(said)[1],
  );
}

/** Where the child listens, and the link that signs in, where it prints one. */
async function addressOf(child) {
  const address = /(http:\/\/127\.0\.0\.1:(\d+)\S*)\n/;
  const [, link, port] = address.exec(await saying(child, address));
  return { port: Number(port), link };
}

/** What the child has printed once it has said this. It is listened to until its end. */
function saying(child, awaited) {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk) => {
      said += chunk;
      if (awaited.test(said)) resolve(said);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) =>
      reject(new Error(`${child.spawnfile} ended with ${code}: ${said}`)),
    );
  });
}
