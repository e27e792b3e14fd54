// The judges: each runs a program against a server and says what passed of how much.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = join(import.meta.dirname, "node_modules");
export const LOGS = join(import.meta.dirname, "../../target/conformance");

const fileName = (row) => row.replaceAll(/[^a-z0-9.]+/gi, "-");

function run(name, program, args, env = {}, heard = () => {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: { ...process.env, NO_COLOR: "1", ...env } });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      heard(stdout);
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    child.on("error", (error) => resolve({ code: -1, stdout, stderr: `${stderr}${error}` }));
    child.on("close", (code) => {
      mkdirSync(LOGS, { recursive: true });
      writeFileSync(join(LOGS, `${fileName(name)}.log`), stdout + stderr);
      resolve({ code, stdout, stderr });
    });
  });
}

/** What a suite finds in one process: for each scenario whether a check passes and none fails or warns. */
async function verdicts(name, server, against, args) {
  const row = `${name} ${args.at(-1)} ${against}`;
  const results = join(LOGS, "checks", fileName(row));
  rmSync(results, { recursive: true, force: true });
  const program = join(PACKAGES, name, "dist/index.js");
  const whole = ["server", "--url", server.judged, "--output-dir", results, ...args];
  const { stdout } = await run(row, process.execPath, [program, ...whole]);
  const passed = new Map();
  for (const folder of existsSync(results) ? readdirSync(results) : []) {
    const [, scenario] = /^server-(.+)-\d{4}-\d\d-\d\dT[^T]+$/.exec(folder);
    const checks = JSON.parse(readFileSync(join(results, folder, "checks.json"), "utf8"));
    const has = (status) => checks.some((check) => check.status === status);
    passed.set(scenario, has("SUCCESS") && !has("FAILURE") && !has("WARNING"));
  }
  return { stdout, passed };
}

const judgeOf = (name, args) => `${name.replace("-20", " 20")} ${args.at(-1)}`;

/** The named scenarios of a suite. The others of it need fixtures, so their misses say nothing. */
export async function scenarios(name, server, against, args, names) {
  const { passed } = await verdicts(name, server, against, args);
  const missed = names.filter((scenario) => !passed.get(scenario));
  const judge = judgeOf(name, args);
  return { judge, against, passed: names.length - missed.length, of: names.length, missed };
}

/** What a suite requires as a whole, of a server with fixtures; `of` is how many scenarios that is. */
export async function suite(name, server, against, args, of, without = []) {
  const { stdout, passed } = await verdicts(name, server, against, args);
  const [, unscored = ""] = stdout.split("\nNot scored for ");
  const isScored = (scenario) =>
    !unscored.includes(` ${scenario} (`) && !without.includes(scenario);
  const seen = [...passed.keys()].filter(isScored);
  const missed = seen.filter((scenario) => !passed.get(scenario));
  return { judge: judgeOf(name, args), against, passed: seen.length - missed.length, of, missed };
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

/** What an authorization server is judged by; `client` is registered, `decide` is the person. */
export async function authorization(server, against, client, port, decide) {
  const row = `conformance-2026 authorization ${against}`;
  const results = join(LOGS, "checks", fileName(row));
  rmSync(results, { recursive: true, force: true });
  const program = join(PACKAGES, "conformance-2026", "dist/index.js");
  const about = ["--client-id", client, "--port", `${port}`, "--resource", `${server.url}/mcp`];
  let asked = false;
  const heard = (stdout) => {
    const question = /^http\S+\/oauth\/authorize\?\S+\n/m.exec(stdout)?.[0];
    if (!question || asked) return;
    asked = true;
    decide(question.trim()).catch((error) => console.error(error));
  };
  const args = [program, "authorization", "--url", server.url, "--output-dir", results, ...about];
  await run(row, process.execPath, args, {}, heard);
  const found = existsSync(results) ? readdirSync(results, { recursive: true }) : [];
  const checks = found
    .filter((file) => file.endsWith("checks.json"))
    .flatMap((file) => JSON.parse(readFileSync(join(results, file), "utf8")));
  const missed = checks.filter((check) => check.status !== "SUCCESS").map((check) => check.id);
  const judge = "authorization 2026";
  return { judge, against, passed: checks.length - missed.length, of: 3, missed };
}
