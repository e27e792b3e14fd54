// Calls saydo with the official TypeScript client, in both eras. Usage: client.mjs URL TOKEN
import assert from "node:assert/strict";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

const [url, token] = process.argv.slice(2);
const eras = {
  legacy: { mode: "legacy" },
  auto: { mode: "auto" },
  modern: { mode: { pin: "2026-07-28" } },
};

for (const [era, versionNegotiation] of Object.entries(eras)) {
  const client = new Client({ name: "conformance", version: "1" }, { versionNegotiation });
  const requestInit = { headers: { Authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
  const { tools } = await client.listTools();
  assert.equal(tools.length, 13);
  const call = async (name, args) => {
    const result = await client.callTool({ name, arguments: args });
    assert.ok(!result.isError, JSON.stringify(result.content));
    assert.deepEqual(result.structuredContent, JSON.parse(result.content[0].text));
    return result.structuredContent;
  };
  const added = await call("add_tasks", { text: `ts ${era} tomorrow #ts` });
  const found = await call("find_tasks", { filter: "#ts" });
  assert.ok(found.tasks.some((task) => task.id === added.tasks[0].id));
  await call("undo", { change_id: added.change_id });
  assert.ok((await client.listResources()).resources.length > 0);
  assert.equal((await client.listPrompts()).prompts.length, 4);
  const read = await client.readResource({ uri: "saydo://overview" });
  JSON.parse(read.contents[0].text);
  await client.close();
  console.log(`${era}: ok`);
}
