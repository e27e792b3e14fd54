// The same story in the terminal, beside a running server on the same data.
import { only, type Task } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/story.ts";

test("the terminal adds, lists, completes and undoes beside a running server", async ({
  server,
  api,
}) => {
  const added = await server.cliJson<{ change_id: string; tasks: Task[] }>(
    "add",
    "remind me to pay rent on the 1st of every month, high priority, #home",
  );
  expect(added.change_id).toBeTruthy();
  const task = only(added.tasks);
  expect(task).toMatchObject({ title: "pay rent", priority: "high", tags: ["home"] });
  expect(task.next).toHaveLength(3);
  expect(only(await api.tasks()).id).toBe(task.id);

  const listed = await server.cliJson<{ tasks: Task[]; next_cursor: string | null }>("ls", "#home");
  expect(only(listed.tasks).number).toBe(task.number);
  expect(listed.next_cursor).toBeNull();

  const undone = await server.cliJson<{ undone: string; tasks: Task[] }>("undo");
  expect(undone.undone).toBe(added.change_id);
  expect(await api.tasks()).toHaveLength(0);
});

test("a token is the last word of what the command prints", async ({ server }) => {
  const printed = await server.cli("token", "create", "--name", "laptop");
  const token = printed.trim().split(/\s+/).at(-1);
  const answer = await fetch(`${server.url}/v1/me`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(200);
});
