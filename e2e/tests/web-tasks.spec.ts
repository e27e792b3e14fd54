// Tasks in the browser: every field, the order, many at once, and the way back.
import type { Page } from "@playwright/test";
import { type Api, only, type Task } from "../fixtures/api.ts";
import { panel, row } from "../fixtures/page.ts";
import { expect, test } from "../fixtures/story.ts";

async function details(api: Api): Promise<Record<string, unknown>> {
  const task: unknown = only(await api.tasks());
  return task as Record<string, unknown>;
}

async function titles(page: Page, list: string): Promise<string[]> {
  const rows = page.getByRole("grid", { name: list }).getByRole("row");
  return (await rows.allInnerTexts()).map((text) => text.split("\n")[0] ?? "");
}

async function select(page: Page, ...names: string[]): Promise<void> {
  for (const name of names) {
    await row(page, name).focus();
    await page.keyboard.press("x");
  }
}

test("every field of a task can be changed in its panel", async ({ signedIn: page, api }) => {
  await api.add("write the report");
  await page.goto("/inbox?task=1");
  const side = panel(page);
  await side.getByRole("textbox", { name: "Title" }).fill("write the yearly report");
  await side.getByRole("textbox", { name: "Title" }).press("Enter");
  await side.getByRole("textbox", { name: "Notes" }).fill("two pages");
  await side.getByRole("textbox", { name: "Due", exact: true }).fill("tomorrow 5pm");
  await side.getByRole("textbox", { name: "Due", exact: true }).press("Enter");
  await side.getByRole("textbox", { name: "Takes" }).fill("1 h 30 min");
  await side.getByRole("textbox", { name: "Takes" }).press("Enter");
  await side.getByRole("combobox", { name: "Add a tag" }).fill("work");
  await side.getByRole("combobox", { name: "Add a tag" }).press("Enter");
  await side.getByRole("button", { name: /Priority$/ }).click();
  await page.getByRole("option", { name: "High" }).click();
  await side.getByRole("textbox", { name: "Add a step" }).fill("collect figures");
  await side.getByRole("textbox", { name: "Add a step" }).press("Enter");
  await side.getByRole("checkbox", { name: "collect figures" }).click({ force: true });
  await side.getByRole("textbox", { name: "Add a reminder" }).fill("10 minutes before");
  await side.getByRole("textbox", { name: "Add a reminder" }).press("Enter");
  await expect
    .poll(() => details(api))
    .toMatchObject({
      title: "write the yearly report",
      notes: "two pages",
      priority: "high",
      tags: ["work"],
      duration_minutes: 90,
      due: { kind: "floating", time: "17:00" },
      checklist: [{ title: "collect figures", done: true }],
    });
  await expect
    .poll(async () => (await details(api)).reminders)
    .toContainEqual(expect.objectContaining({ minutes_before: 10 }));
});

test("a subtask is added in the panel and counted in the row", async ({ signedIn: page, api }) => {
  await api.add("plan the trip");
  await page.goto("/inbox?task=1");
  const line = panel(page).getByRole("textbox", { name: "Add a subtask" });
  await line.fill("book the train");
  await line.press("Enter");
  await expect(panel(page).getByRole("row", { name: "book the train" })).toBeVisible();
  await expect(row(page, "plan the trip")).toContainText("0/1");
});

test("a rule in words shows the next dates, and deleting asks which", async ({
  signedIn: page,
  api,
}) => {
  await api.add("water the plants today");
  await page.goto("/inbox?task=1");
  const rule = panel(page).getByRole("textbox", { name: "Repeats" });
  await rule.fill("every 3 days");
  await rule.press("Enter");
  await expect(panel(page).getByText(/^then /)).toBeVisible();
  const before = only(await api.tasks());
  await panel(page).getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Only this time" }).click();
  await expect
    .poll(async () => only(await api.tasks()).expected_slot)
    .not.toBe(before.expected_slot);
});

test("the panel of a repeating task says how its past times ended", async ({
  signedIn: page,
  api,
}) => {
  const task = await api.add("water the plants every day");
  await api.call("POST", `/tasks/${task.id}/complete`, {});
  await api.call("POST", `/tasks/${task.id}/skip`, {});
  await page.goto("/inbox?task=1");
  const past = panel(page).getByRole("region", { name: "Past times" }).getByRole("listitem");
  await expect(past).toHaveCount(2);
  await expect(past.nth(0)).toContainText("skipped");
  await expect(past.nth(1)).toContainText("done");
});

test("the order is changed by keyboard and stays after a reload", async ({
  signedIn: page,
  api,
}) => {
  for (const title of ["one", "two", "three"]) await api.add(title);
  await page.goto("/inbox");
  await expect.poll(() => titles(page, "Inbox")).toEqual(["one", "two", "three"]);
  await page.getByRole("button", { name: "Drag one" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page, "Inbox")).not.toEqual(["one", "two", "three"]);
  const moved = await titles(page, "Inbox");
  await page.reload();
  await expect.poll(() => titles(page, "Inbox")).toEqual(moved);
});

test("a task is dragged into a section and onto a project", async ({ signedIn: page, api }) => {
  await api.add("dig +garden");
  await api.add("sow +garden");
  await api.add("buy milk");
  const { projects } = await api.call<{ projects: { id: string; name: string }[] }>(
    "GET",
    "/overview",
  );
  const garden = projects.find((project) => project.name === "garden");
  await api.call("POST", "/sections", { project_id: garden?.id, name: "spring" });
  await page.goto(`/project/${garden?.id}`);
  await row(page, "sow").dragTo(page.getByRole("grid", { name: "spring" }));
  await expect.poll(() => titles(page, "spring")).toEqual(["sow"]);
  await page.goto("/inbox");
  await row(page, "buy milk").dragTo(page.getByRole("link", { name: /garden/ }));
  await expect
    .poll(async () => (await api.tasks()).find((task) => task.title === "buy milk")?.project)
    .toBe("garden");
});

test("several tasks are changed at once, and deleted after a preview", async ({
  signedIn: page,
  api,
}) => {
  for (const title of ["alpha", "beta", "gamma"]) await api.add(title);
  await page.goto("/inbox");
  await select(page, "alpha", "beta");
  const bar = page.getByRole("toolbar", { name: "Change the selected tasks" });
  await bar.getByRole("button", { name: "Priority" }).click();
  await page.getByRole("menuitem", { name: "Urgent" }).click();
  const urgent = (task: Task) => task.priority === "urgent";
  await expect.poll(async () => (await api.tasks()).filter(urgent).length).toBe(2);
  await select(page, "alpha", "beta");
  await page.keyboard.press("Delete");
  const dialog = page.getByRole("dialog", { name: "Delete 2 tasks?" });
  await expect(dialog.getByText("alpha")).toBeVisible();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(1);
  await page.goto("/trash");
  await page.getByRole("button", { name: "Restore alpha" }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(2);
});

test("the row that opened the panel has the focus again when it closes", async ({
  signedIn: page,
  api,
}) => {
  await api.add("read me");
  await page.goto("/inbox");
  await row(page, "read me").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Task read me" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(row(page, "read me")).toBeFocused();
});

test("Escape gives up what is being written, then closes the panel", async ({
  signedIn: page,
  api,
}) => {
  const task = await api.add("read me");
  await api.call("PATCH", `/tasks/${task.id}`, { checklist: [{ title: "page one" }] });
  for (const name of ["Title", "Notes", "Step", "Due", "Add a step"]) {
    await page.goto("/inbox?task=1");
    const field = panel(page).getByRole("textbox", { name, exact: true });
    await field.focus();
    await page.keyboard.type("never mind");
    // This one gives up the word that is being composed, in languages that need it.
    await field.dispatchEvent("keydown", { key: "Escape", isComposing: true });
    await expect(field).toHaveValue(/never mind/);
    await page.keyboard.press("Escape");
    await expect(field).not.toHaveValue(/never mind/);
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
  }
  expect(await details(api)).toMatchObject({
    title: "read me",
    notes: "",
    due: null,
    checklist: [{ title: "page one" }],
  });
});

test("Enter saves a field and goes on to the next one, and Escape closes the panel", async ({
  signedIn: page,
  api,
}) => {
  await api.add("read me");
  await page.goto("/inbox?task=1");
  const field = (name: string) => panel(page).getByRole("textbox", { name, exact: true });
  await field("Title").fill("read it all");
  await page.keyboard.press("Enter");
  await expect(field("Notes")).toBeFocused();
  await field("Due").focus();
  for (const [words, next] of [
    ["tomorrow 5pm", "Repeats"],
    ["every friday", "Hidden until"],
    ["today", "Takes"],
    ["30 min", "Add a reminder"],
    ["10 min before", "Add a reminder"],
  ] as const) {
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await expect(field(next)).toBeFocused();
  }
  await expect(panel(page).getByRole("button", { name: /^Remove the reminder 10/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  expect(await details(api)).toMatchObject({ title: "read it all", duration_minutes: 30 });
});

test("keys pressed in the sidebar change no task", async ({ signedIn: page, api }) => {
  await api.add("keep me");
  await page.goto("/inbox");
  await row(page, "keep me").focus();
  await page.getByRole("navigation").getByRole("link", { name: "Today" }).first().focus();
  await page.keyboard.press("Delete");
  await page.keyboard.press("e");
  await row(page, "keep me").focus();
  await page.keyboard.press("1");
  await expect
    .poll(() => details(api))
    .toMatchObject({ title: "keep me", status: "open", priority: "urgent" });
});

test("what is overdue moves to today with one press, and back with undo", async ({
  signedIn: page,
  api,
}) => {
  await api.call("POST", "/tasks", { title: "pay the bill", due: "2024-05-06" });
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Overdue" })).toContainText("days late");
  await page.getByRole("button", { name: "Move to today" }).click();
  await expect(page.getByRole("region", { name: "Overdue" })).toHaveCount(0);
  await expect(row(page, "pay the bill")).toBeVisible();
  await expect(row(page, "pay the bill")).not.toContainText("late");
  await page.keyboard.press("z");
  await expect(page.getByRole("region", { name: "Overdue" })).toBeVisible();
  expect(only(await api.tasks()).due?.date).toBe("2024-05-06");
});

test("a completed task is found under Completed and can be reopened", async ({
  signedIn: page,
  api,
}) => {
  const task = await api.add("post the letter");
  await api.call("POST", `/tasks/${task.id}/complete`, {});
  await page.goto("/completed");
  await page.getByRole("button", { name: "Reopen post the letter" }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(1);
});

test("a task is duplicated, and each change has its undo in the history", async ({
  signedIn: page,
  api,
}) => {
  await api.add("pack the bag tomorrow");
  await page.goto("/inbox?task=1");
  await panel(page).getByRole("button", { name: "Duplicate" }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(2);
  await page.goto("/history");
  await page
    .getByRole("button", { name: /^Undo: / })
    .first()
    .click();
  await expect.poll(async () => (await api.tasks()).length).toBe(1);
  await expect(page.getByText("undone", { exact: true }).first()).toBeVisible();
});
