// Has the judges of the protocol run against the real server and against one with fixtures behind the
// same router, and OpenAI's client against the fake model; prints one table, and fails on any miss.
// Usage: SAYDO_BINARY=.. FIXTURES_BINARY=.. FAKE_MODEL_BINARY=.. PYTHON=.. run.mjs
import { resolve } from "node:path";
import { authorization, client, inspector, LOGS, load, scenarios, suite } from "./judges.mjs";
import { personAt, register } from "./person.mjs";
import { startModel, startServer } from "./servers.mjs";

const saydo = resolve(process.env.SAYDO_BINARY);
const fixtures = resolve(process.env.FIXTURES_BINARY);
const fakeModel = resolve(process.env.FAKE_MODEL_BINARY);
const python = resolve(process.env.PYTHON);
const here = (name) => resolve(import.meta.dirname, name);

// What needs no fixture, so the server that people run must pass it.
const WITHOUT_FIXTURES = {
  "2026-07-28": [
    "tools-list",
    "resources-list",
    "sep-2164-resource-not-found",
    "prompts-list",
    "dns-rebinding-protection",
    "caching",
    "http-header-validation",
  ],
  "2025-11-25": [
    "server-initialize",
    "ping",
    "tools-list",
    "resources-list",
    "prompts-list",
    "dns-rebinding-protection",
  ],
};

// What goes over a connection that lasts, so only with sessions.
const OVER_A_CONNECTION = [
  "server-sse-multiple-streams",
  "tools-call-sampling",
  "tools-call-elicitation",
  "elicitation-sep1034-defaults",
  "elicitation-sep1330-enums",
];

const WHOLE = ["--timeout", "5000", "--requirements"];

const rows = [];
const note = (row) => {
  rows.push(row);
  const mark = row.passed === row.of && row.missed.length === 0 ? "ok" : "MISSED";
  console.log(
    `${row.judge.padEnd(28)} ${row.against.padEnd(20)} ${`${row.passed}/${row.of}`.padStart(10)} ${mark} ${row.missed.join(", ")}`,
  );
};
const began = performance.now();

/** What the server that people run is judged by. */
async function judgeReal(against, settings) {
  const server = await startServer({ saydo, settings });
  const judge = (suite, args, names) => scenarios(suite, server, against, args, names);
  for (const [revision, names] of Object.entries(WITHOUT_FIXTURES)) {
    note(await judge("conformance-2026", [...WHOLE, revision], names));
  }
  note(await judge("conformance-2025", ["--suite", "all"], WITHOUT_FIXTURES["2025-11-25"]));
  note(await inspector(server, against));
  note(await load(server, against));
  const target = [`${server.url}/mcp`, server.token];
  const typescript = [here("client.mjs"), ...target];
  note(await client("typescript", against, process.execPath, typescript));
  const kind = settings.SAYDO_MCP_SESSIONS === "on" ? "session" : "http";
  note(await client("python", against, python, [here("client.py"), kind, ...target]));
  return server;
}

/** Standard input and output: on the data of a server, and carried to it. */
async function judgeStdio(server) {
  const name = `SAYDO_TOKEN=${server.token}`;
  const remote = ["carried", "env", name, saydo, "--server", server.url, "mcp"];
  note(await client("python", "saydo --server mcp", python, [here("client.py"), ...remote]));
  const local = ["stdio", saydo, "--data", server.data, "mcp"];
  note(await client("python", "saydo mcp", python, [here("client.py"), ...local]));
}

/** How assistants are connected. */
async function judgeAuthorization() {
  const server = await startServer({ saydo, settings: { SAYDO_OAUTH_REGISTRATION: "on" } });
  const { client, port } = await register(server);
  const person = await personAt(server);
  note(await authorization(server, "saydo serve", client, port, person));
  await server.stop();
}

async function judgeFixtures(against, hasSessions) {
  const flags = hasSessions ? ["--sessions"] : [];
  const server = await startServer({ saydo, program: fixtures, flags });
  const judge = (revision, of, without) =>
    suite("conformance-2026", server, against, [...WHOLE, revision], of, without);
  note(await judge("2026-07-28", 37));
  if (hasSessions) {
    note(await judge("2025-11-25", 30));
    note(await suite("conformance-2025", server, against, ["--suite", "all"], 32));
  } else {
    note(await judge("2025-11-25", 30 - OVER_A_CONNECTION.length, OVER_A_CONNECTION));
  }
  await server.stop();
}

// Two at a time: the judges wait a lot.
await Promise.all([
  (async () => {
    const server = await judgeReal("saydo serve", {});
    await judgeStdio(server);
    await server.stop();
    await judgeAuthorization();
    const model = [here("model_client.py"), ...(await startModel(fakeModel))];
    note(await client("openai", "fake model", python, model));
  })(),
  (async () => {
    const server = await judgeReal("with sessions", { SAYDO_MCP_SESSIONS: "on" });
    await server.stop();
    await judgeFixtures("fixtures", false);
    await judgeFixtures("fixtures, sessions", true);
  })(),
]);

const missed = rows.filter((row) => row.passed !== row.of || row.missed.length > 0);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `conformance: ${rows.length - missed.length} of ${rows.length} judges content after ${seconds} s, logs in ${LOGS}`,
);
process.exit(missed.length === 0 ? 0 : 1);
