// kill -9 and start again: nothing that was acknowledged is lost, and reminders still come.
import { only, type Task } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/story.ts";

interface Notifications {
  notifications: { id: string; task: Task; fire_at: string; late: boolean }[];
}

test("nothing acknowledged is lost over kill -9", async ({ server, api }) => {
  const before: Task[] = [];
  for (const text of [
    "pay rent on the 1st of every month #home",
    "buy milk tomorrow",
    "call mum",
  ]) {
    before.push(await api.add(text));
  }
  await server.kill();
  await server.serve();
  const after = await api.tasks();
  expect(after.map((task) => task.id).sort()).toEqual(before.map((task) => task.id).sort());
  expect(after.find((task) => task.id === before[0]?.id)).toEqual(before[0]);

  const history = await api.call<{ changes: unknown[] }>("GET", "/history");
  expect(history.changes).toHaveLength(3);
});

test("a reminder comes on time, once", async ({ api }) => {
  const at = new Date(Date.now() + 2_500);
  await api.call("POST", "/tasks", { title: "tea", reminders: [{ at: at.toISOString() }] });
  await expect.poll(() => notified(api), { intervals: [100], timeout: 8_000 }).toHaveLength(1);
  expect(Date.now() - at.getTime()).toBeLessThan(2_000);
  const [shown] = await notified(api);
  expect(shown).toMatchObject({ late: false, task: { title: "tea" } });
});

test("a reminder that fell due while the server was down comes after the start", async ({
  server,
  api,
}) => {
  const at = new Date(Date.now() + 1_500);
  await api.call("POST", "/tasks", { title: "tea", reminders: [{ at: at.toISOString() }] });
  await server.kill();
  await new Promise((passed) => setTimeout(passed, Math.max(0, at.getTime() - Date.now()) + 300));
  await server.serve();
  await expect.poll(() => notified(api), { intervals: [100] }).toHaveLength(1);
  expect(only(await notified(api)).task.title).toBe("tea");
});

async function notified(api: {
  call<T>(method: string, path: string): Promise<T>;
}): Promise<Notifications["notifications"]> {
  return (await api.call<Notifications>("GET", "/notifications")).notifications;
}
