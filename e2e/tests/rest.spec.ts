// The main story over REST: say it, see it, find it, change it, take it back.
import { type Outcome, only, type Task } from "../fixtures/api.ts";
import { daysAfter, firstsOfMonth } from "../fixtures/calendar.ts";
import { expect, test } from "../fixtures/story.ts";

const SENTENCE = "remind me to pay rent on the 1st of every month, high priority, #home";

interface Overview {
  today: string;
}

test("a sentence becomes exactly that task with its next three dates", async ({ api }) => {
  const { today } = await api.call<Overview>("GET", "/overview");
  const task = await api.add(SENTENCE);
  const [due, ...next] = firstsOfMonth(today, 4);
  expect(task).toMatchObject({
    number: 1,
    title: "pay rent",
    priority: "high",
    tags: ["home"],
    project: "Inbox",
    status: "open",
    due: { kind: "day", date: due, time: null, zone: null },
    rule: { rrule: "FREQ=MONTHLY;BYMONTHDAY=1" },
    next,
    version: 1,
  });
});

test("tasks are found, filtered, completed, rescheduled and undone by hand", async ({ api }) => {
  const { today } = await api.call<Overview>("GET", "/overview");
  const rent = await api.add(SENTENCE);
  await api.add("buy milk tomorrow #errands");
  await api.add("call the dentist p2");

  const found = await api.call<{ tasks: Task[] }>("GET", "/search?q=dent");
  expect(only(found.tasks).title).toBe("call the dentist");
  expect(only(await api.tasks("#errands")).title).toBe("buy milk");
  expect(only(await api.tasks("priority >= high and #home")).id).toBe(rent.id);

  const later = daysAfter(today, 9);
  const moved = await api.call<Outcome>("PATCH", `/tasks/${rent.id}`, { due: later });
  expect(only(moved.tasks).due?.date).toBe(later);
  expect(only(moved.tasks).rule).not.toBeNull();

  const undone = await api.call<{ undone: string; tasks: Task[] }>("POST", "/undo", {});
  expect(undone.undone).toBe(moved.change_id);
  expect(only(undone.tasks).due).toEqual(rent.due);

  const done = await api.call<Outcome>("POST", `/tasks/${rent.id}/complete`, {
    expected_slot: rent.expected_slot,
  });
  expect(only(done.tasks)).toMatchObject({ status: "open", due: { date: rent.next[0] } });
  const again = await api.call<Outcome>("POST", `/tasks/${rent.id}/complete`, {
    expected_slot: rent.expected_slot,
  });
  expect(only(again.tasks).due?.date).toBe(rent.next[0]);
});

test("a repeated request with the same key is answered once", async ({ api }) => {
  const key = { "Idempotency-Key": "e2e-1" };
  const first = await api.send("POST", "/tasks", { title: "water plants" }, key);
  const second = await api.send("POST", "/tasks", { title: "water plants" }, key);
  expect(first.status).toBe(201);
  expect(await second.json()).toEqual(await first.json());
  expect(await api.tasks()).toHaveLength(1);

  const other = await api.send("POST", "/tasks", { title: "other" }, key);
  expect(other.status).toBe(422);
});

test("bad input is refused with a precise problem and changes nothing", async ({ api }) => {
  const unknown = await api.send("POST", "/tasks", { title: "x", colour: "red" });
  expect(unknown.status).toBeGreaterThanOrEqual(400);
  expect(unknown.status).toBeLessThan(500);
  expect(unknown.headers.get("content-type")).toContain("application/problem+json");
  expect(JSON.stringify(await unknown.json())).toContain("colour");

  const filter = await api.send("GET", "/tasks?filter=priority%20%3E%3D%20hihg");
  expect(filter.status).toBe(400);
  const problem = (await filter.json()) as { position?: number; suggestion?: string };
  expect(problem.position).toBe(12);
  expect(problem.suggestion).toContain("high");

  const anonymous = await fetch(`${api.url}/v1/tasks`);
  expect(anonymous.status).toBe(401);
  expect(await api.tasks()).toHaveLength(0);
});
