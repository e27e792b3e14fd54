// The judges: each runs a program against a server and says what passed of how much.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = join(import.meta.dirname, "node_modules");
export const LOGS = join(import.meta.dirname, "../../target/conformance");

function run(name, program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: { ...process.env, NO_COLOR: "1", ...env } });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", (error) => resolve({ code: -1, stdout, stderr: `${stderr}${error}` }));
    child.on("close", (code) => {
      mkdirSync(LOGS, { recursive: true });
      writeFileSync(join(LOGS, `${name.replaceAll(/[^a-z0-9.]+/gi, "-")}.log`), stdout + stderr);
      resolve({ code, stdout, stderr });
    });
  });
}

/** Whether all checks of one scenario pass. */
async function passes(suite, server, against, name, revision) {
  const row = `${name} ${revision ?? suite} ${against}`;
  const version = revision ? ["--spec-version", revision] : [];
  const found = await run(row, process.execPath, [
    join(PACKAGES, suite, "dist/index.js"),
    ...["server", "--url", server.judged, "--scenario", name, ...version],
  ]);
  const [, passed, of] = /Passed: (\d+)\/(\d+), 0 failed, 0 warnings/.exec(found.stdout) ?? [];
  return found.code === 0 && Number(of) > 0 && passed === of;
}

/** Scenarios one after the other; each counts when all its checks pass. */
export async function scenarios(suite, server, against, names, revision) {
  const missed = [];
  for (const name of names) {
    if (!(await passes(suite, server, against, name, revision))) missed.push(name);
  }
  const judge = `${suite.replace("-20", " 20")} ${revision ?? "all"}`;
  return { judge, against, passed: names.length - missed.length, of: names.length, missed };
}

/** What a suite requires as a whole, of a server with fixtures; `of` is how many scenarios that is. */
export async function suite(name, server, against, args, of, without = []) {
  const program = [join(PACKAGES, name, "dist/index.js"), "server", "--url", server.judged];
  const { stdout } = await run(`${name} ${args.join(" ")} ${against}`, process.execPath, [
    ...program,
    ...args,
  ]);
  const [, summary = ""] = stdout.split("=== SUMMARY ===");
  const [scored, unscored = ""] = summary.split("\nNot scored for ");
  const isScored = (scenario) =>
    !unscored.includes(` ${scenario} (`) && !without.includes(scenario);
  const seen = [...scored.matchAll(/^([✓✗]) (\S+): (\d+) passed/gm)]
    .map(([, mark, scenario, checks]) => ({ scenario, passed: mark === "✓" && checks !== "0" }))
    .filter(({ scenario }) => isScored(scenario));
  const missed = seen.filter(({ passed }) => !passed).map(({ scenario }) => scenario);
  const judge = `${name.replace("-20", " 20")} ${args.at(-1)}`;
  return { judge, against, passed: seen.length - missed.length, of, missed };
}

function inspect(server, name, args) {
  const header = `Authorization: Bearer ${server.token}`;
  const inspector = join(
    PACKAGES,
    "@modelcontextprotocol/inspector/clients/launcher/build/index.js",
  );
  const target = ["--server-url", `${server.url}/mcp`, "--transport", "http", "--header", header];
  const own = { MCP_CATALOG_PATH: join(server.data, "inspector.json"), HOME: server.data };
  return run(name, process.execPath, [inspector, "--cli", ...target, ...args], own);
}

/** The tool list in each era: a warning is a failure. */
export async function inspector(server, against) {
  const missed = [];
  const eras = ["legacy", "modern", "auto"];
  for (const era of eras) {
    const args = ["--protocol-era", era, "--method", "tools/list", "--strict"];
    const { code, stdout, stderr } = await inspect(server, `inspector ${era} ${against}`, args);
    const isListed = code === 0 && JSON.parse(stdout).tools.length === 13;
    if (!isListed || stderr.trim() !== "") missed.push(era);
  }
  return { judge: "inspector --strict", against, passed: 3 - missed.length, of: 3, missed };
}

/** Calls one tool a thousand times, fifty at once. */
export async function load(server, against) {
  const calls = 1000;
  const args = [
    "--method",
    "tools/call",
    "--tool-name",
    "get_overview",
    "--load",
    "--format",
    "json",
  ];
  const amount = ["--load-requests", `${calls}`, "--load-concurrency", "50"];
  const found = await inspect(server, `inspector load ${against}`, [...args, ...amount]);
  const { ok = 0, errors = -1 } = found.code === 0 ? JSON.parse(found.stdout).result : {};
  const missed = ok === calls && errors === 0 ? [] : [`${errors} errors`];
  return { judge: "inspector --load", against, passed: ok, of: calls, missed };
}

/** A client that prints `name: ok` for each of its modes. */
export async function client(judge, against, program, args, env) {
  const { code, stdout, stderr } = await run(`${judge} ${against}`, program, args, env);
  const passed = [...stdout.matchAll(/^\S+: ok$/gm)].length;
  const missed = code === 0 && passed === 3 ? [] : [stderr.trim().split("\n").pop()];
  return { judge, against, passed, of: 3, missed };
}
