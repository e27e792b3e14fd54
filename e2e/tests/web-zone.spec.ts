// Days and times are those of the zone in the settings, wherever the browser is.
import type { Page } from "@playwright/test";
import { daysAfter } from "../fixtures/calendar.ts";
import { expect, test } from "../fixtures/story.ts";

// The two calendars differ for 16 or 17 hours of each day, the two clocks always.
test.use({ timezoneId: "America/Los_Angeles" });

const home = "Asia/Tokyo";

const row = (page: Page, title: string) =>
  page.getByRole("main").getByRole("row", { name: title }).first();

const panel = (page: Page) => page.getByRole("complementary", { name: "Task" });

const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: home }).format(new Date());

/** `09:04` in Tokyo. */
const clock = (instant: string) =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: home,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(instant));

/** `26 Nov`. */
const dayOfMonth = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" }).format(
    new Date(`${day}T12:00Z`),
  );

/** Settles as the signed-in user does. */
async function settle(page: Page, fields: Record<string, string>): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch("/v1/me", { method: "PATCH", headers, body: JSON.stringify(body) });
    return answer.status;
  }, fields);
  expect(status).toBe(200);
}

test("what is due stands below the day of the user's zone", async ({ signedIn: page, api }) => {
  await settle(page, { time_zone: home });
  await api.add("eat noodles today");
  await api.add("ride the train tomorrow at 00:30");
  await page.goto("/");
  await expect(row(page, "eat noodles")).toBeVisible();
  await expect(page.getByRole("main").locator("header").first()).toContainText(dayOfMonth(today()));
  await expect(row(page, "ride the train")).toHaveCount(0);
  await page.goto("/upcoming");
  const tomorrow = page.getByRole("region", { name: "Tomorrow" });
  await expect(tomorrow).toContainText(dayOfMonth(daysAfter(today(), 1)));
  await expect(tomorrow.getByRole("row", { name: "ride the train" })).toContainText("00:30");
});

test("pickers of days begin at the user's today, and at the first day of their week", async ({
  signedIn: page,
  api,
}) => {
  await settle(page, { time_zone: home, week_start: "monday" });
  await api.add("eat noodles");
  await page.goto("/inbox?task=1");
  await panel(page).getByRole("button", { name: "Pick the due day" }).click();
  const month = page.getByRole("grid");
  await expect(month.getByRole("columnheader", { includeHidden: true }).first()).toHaveText("M");
  const marked = month.getByRole("button", { name: /^Today, / });
  await expect(marked).toHaveText(String(Number(today().slice(8))));
  await expect(marked).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await api.tasks())[0]?.due?.date).toBe(today());
  await row(page, "eat noodles").focus();
  await page.keyboard.press("d");
  const entry = page.getByRole("menuitem", { name: "Tomorrow" });
  await expect(entry).toContainText(dayOfMonth(daysAfter(today(), 1)));
  await entry.click();
  await expect.poll(async () => (await api.tasks())[0]?.due?.date).toBe(daysAfter(today(), 1));
});

test("reminders, snoozing and history are said on the user's clock", async ({
  signedIn: page,
  api,
}) => {
  await settle(page, { time_zone: home });
  await page.goto("/");
  const at = new Date(Date.now() + 1_000).toISOString();
  await api.call("POST", "/tasks", { title: "take the cake out", reminders: [{ at }] });
  const bell = page.getByRole("button", { name: "Reminders, 1 unread" });
  await expect(bell).toBeVisible({ timeout: 15_000 });
  await bell.click();
  const reminders = page.getByRole("dialog", { name: "Reminders" });
  await expect(reminders.locator("time")).toHaveText(`today ${clock(at)}`);
  await expect(reminders.locator("time")).toHaveAttribute("title", new RegExp(`${clock(at)}$`));
  await reminders.getByRole("button", { name: "Again tomorrow morning" }).click();
  await page.keyboard.press("Escape");
  await page.goto("/inbox?task=1");
  await expect(panel(page).getByText("Sounds tomorrow 09:00", { exact: false })).toBeVisible();
  await expect(panel(page).getByText(/^snoozed until/)).toContainText(
    `${dayOfMonth(daysAfter(today(), 1))} 09:00`,
  );
  const { created_at } = (await api.call("GET", "/tasks/1")) as { created_at: string };
  await expect(panel(page).getByText(/^Added /)).toContainText(clock(created_at));
  await page.goto("/history");
  const day = page.getByRole("region", { name: "Today" });
  await expect(day).toContainText(dayOfMonth(today()));
  await expect(day.getByText("Added take the cake out")).toBeVisible();
  await expect(
    day.getByRole("listitem").filter({ hasText: "Added take the cake out" }).locator("time"),
  ).toHaveText(clock(created_at));
});

test("another zone in the settings is followed at once", async ({ signedIn: page, api }) => {
  const task = await api.add("call Tokyo");
  await page.goto("/settings");
  const profile = page.getByRole("region", { name: "Profile and time" });
  await profile.getByRole("textbox", { name: "Time zone" }).fill(home);
  await profile.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("Saved.");
  await page.getByRole("navigation").getByRole("link", { name: "History" }).first().click();
  const { created_at } = (await api.call("GET", `/tasks/${task.id}`)) as { created_at: string };
  await expect(
    page.getByRole("listitem").filter({ hasText: "Added call Tokyo" }).locator("time"),
  ).toHaveText(clock(created_at));
});
