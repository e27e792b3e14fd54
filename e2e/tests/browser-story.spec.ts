// The main story in the browser: say it, see it, change it, take it back, lose nothing.
import type { Page } from "@playwright/test";
import { only } from "../fixtures/api.ts";
import { firstsOfMonth } from "../fixtures/calendar.ts";
import { expect, test } from "../fixtures/story.ts";

const SENTENCE = "remind me to pay rent on the 1st of every month, high priority, #home";

async function say(page: Page, text: string): Promise<void> {
  const line = page.getByRole("textbox", { name: "Add a task" }).first();
  await line.fill(text);
  await line.press("Enter");
}

function row(page: Page, title: string) {
  return page.getByRole("row", { name: title }).first();
}

test("a sentence in the add line becomes that task, with chips while typing", async ({
  signedIn: page,
  api,
}) => {
  await page.goto("/inbox");
  const line = page.getByRole("textbox", { name: "Add a task" }).first();
  await line.fill(SENTENCE);
  const chips = page.getByRole("list", { name: "Recognised" }).getByRole("listitem");
  await expect(chips).toHaveCount(3);
  await line.press("Enter");
  await expect(row(page, "pay rent")).toBeVisible();
  await expect(line).toHaveValue("");

  const task = only(await api.tasks());
  const { today } = await api.call<{ today: string }>("GET", "/overview");
  const [due, ...next] = firstsOfMonth(today, 4);
  expect(task).toMatchObject({ title: "pay rent", priority: "high", tags: ["home"], next });
  expect(task.due?.date).toBe(due);
});

test("completing in the browser can be undone by hand", async ({ signedIn: page, api }) => {
  await page.goto("/inbox");
  await say(page, "buy milk tomorrow");
  await page.getByRole("button", { name: "Complete buy milk" }).first().click();
  await expect.poll(async () => (await api.tasks("", "done")).length).toBe(1);
  await page
    .getByRole("region", { name: "Messages" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect.poll(async () => (await api.tasks()).length).toBe(1);
  await expect(row(page, "buy milk")).toBeVisible();
});

test("a task is rescheduled in words in its panel", async ({ signedIn: page, api }) => {
  const task = await api.add("write the report tomorrow");
  await page.goto("/inbox");
  await row(page, "write the report").click();
  const due = page.getByRole("textbox", { name: "Due", exact: true });
  await due.fill("in 12 days");
  await due.press("Enter");
  await expect
    .poll(async () => (await api.tasks()).map((one) => one.due?.date))
    .not.toEqual([task.due?.date]);
});

test("the chat page answers, shows a receipt and undoes by words", async ({
  signedIn: page,
  api,
}) => {
  await page.goto("/chat");
  const box = page.getByRole("textbox", { name: "Message" });
  await box.fill("add call mum tomorrow at 5pm");
  await box.press("Enter");
  await expect(page.getByRole("log").getByText("call mum").first()).toBeVisible();
  await expect.poll(async () => (await api.tasks()).length).toBe(1);
  await box.fill("undo that");
  await box.press("Enter");
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
});

test("another tab sees a change without reloading", async ({ signedIn: page, context, api }) => {
  await page.goto("/inbox");
  const second = await context.newPage();
  await second.goto("/inbox");
  await say(page, "water the plants");
  await expect(row(second, "water the plants")).toBeVisible();

  const task = only(await api.tasks());
  await api.call("PATCH", `/tasks/${task.id}`, { title: "water the garden" });
  await expect(row(page, "water the garden")).toBeVisible();
  await expect(row(second, "water the garden")).toBeVisible();
});

test("tasks are found by search and by a filter in the browser", async ({
  signedIn: page,
  api,
}) => {
  await api.add("call the dentist #health");
  await api.add("buy milk #errands");
  await page.goto("/search");
  const box = page.getByRole("searchbox", { name: "Search" });
  await box.fill("dent");
  await expect(row(page, "call the dentist")).toBeVisible();
  await expect(page.getByRole("row", { name: "buy milk" })).toHaveCount(0);
  await box.fill("#errands");
  await expect(row(page, "buy milk")).toBeVisible();
  await expect(page.getByRole("row", { name: "call the dentist" })).toHaveCount(0);
});

test("a reminder is shown in an open tab", async ({ signedIn: page, api }) => {
  await page.goto("/");
  const at = new Date(Date.now() + 2_500).toISOString();
  await api.call("POST", "/tasks", { title: "tea is ready", reminders: [{ at }] });
  const messages = page.getByRole("region", { name: "Messages" });
  await expect(messages.getByText("tea is ready")).toBeVisible({ timeout: 15_000 });
});

test("the browser finds everything again after kill -9", async ({ signedIn: page, server }) => {
  await page.goto("/inbox");
  await say(page, SENTENCE);
  await expect(row(page, "pay rent")).toBeVisible();
  await server.kill();
  await server.serve();
  await page.reload();
  await expect(row(page, "pay rent")).toBeVisible();
});

test("the phone layout adds a task and never scrolls sideways", async ({ signedIn: page, api }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/inbox");
  await expect(page.getByRole("navigation", { name: "Bottom bar" })).toBeVisible();
  await say(page, "a task with a rather long title that has to wrap on a phone #home");
  await expect(row(page, "a task with a rather long title")).toBeVisible();
  expect(await api.tasks()).toHaveLength(1);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});
