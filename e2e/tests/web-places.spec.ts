// Around the tasks: projects, filters, palette, keys, settings, reminders, the chat beside a page.
import { only } from "../fixtures/api.ts";
import { row } from "../fixtures/page.ts";
import { expect, test } from "../fixtures/story.ts";

test("a project is added, filled, renamed and deleted with undo", async ({
  signedIn: page,
  api,
}) => {
  await page.getByRole("button", { name: "Add a project" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Kitchen");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Kitchen" })).toBeVisible();
  await page.getByRole("textbox", { name: "Add a task" }).fill("paint the wall");
  await page.keyboard.press("Enter");
  await expect(row(page, "paint the wall")).toBeVisible();
  await page.getByRole("button", { name: "More for Kitchen" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("New kitchen");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "New kitchen" })).toBeVisible();
  await page.getByRole("button", { name: "More for New kitchen" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
  await page
    .getByRole("region", { name: "Messages" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect.poll(async () => (await api.tasks()).length).toBe(1);
});

test("a filter is saved from the search, changed and deleted", async ({ signedIn: page, api }) => {
  await api.add("buy milk #errands");
  await api.add("call mum");
  await page.goto("/search");
  await page.getByRole("searchbox", { name: "Search" }).fill("#errands");
  await page.getByRole("button", { name: "Save filter" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("On the way");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "On the way" })).toBeVisible();
  await expect(row(page, "buy milk")).toBeVisible();
  await page.getByRole("button", { name: "More for On the way" }).click();
  await page.getByRole("menuitem", { name: "Rename or change" }).click();
  await page.getByRole("textbox", { name: "Filter" }).fill("#errands & (");
  await expect(page.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await page.getByRole("textbox", { name: "Filter" }).fill("no due & !#errands");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(row(page, "call mum")).toBeVisible();
  await page.getByRole("button", { name: "More for On the way" }).click();
  await page.getByRole("menuitem", { name: "Delete the filter" }).click();
  await expect(page.getByRole("link", { name: "On the way" })).toHaveCount(0);
});

test("the palette goes places, and says to the chat what it does not know", async ({
  signedIn: page,
  api,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("go to trash");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Trash" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("add call the plumber tomorrow");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText("call the plumber");
  await expect.poll(async () => (await api.tasks()).length).toBe(1);
});

test("a filter that cannot be read is shown with the place of the mistake", async ({
  signedIn: page,
}) => {
  await page.goto("/search");
  await page.getByRole("searchbox", { name: "Search" }).fill("overdue & (p1");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("not closed");
  await expect(alert.locator("mark")).toHaveText("(p1");
});

test("keys work on the focused task, are listed, and can be turned off", async ({
  signedIn: page,
  api,
}) => {
  await api.add("stretch");
  await page.goto("/inbox");
  await row(page, "stretch").focus();
  await page.keyboard.press("1");
  await expect.poll(async () => only(await api.tasks()).priority).toBe("urgent");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet.getByText("Add a task")).toBeVisible();
  await sheet.getByText("Keys that work without").click();
  await page.keyboard.press("Escape");
  await row(page, "stretch").focus();
  await page.keyboard.press("e");
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
  expect(await api.tasks()).toHaveLength(1);
});

test("a token is shown once and can be revoked", async ({ signedIn: page, server }) => {
  await page.goto("/settings");
  const tokens = page.getByRole("region", { name: "Tokens" });
  await tokens.getByRole("textbox", { name: "Name" }).fill("laptop");
  await tokens.getByRole("button", { name: "Make a token" }).click();
  const secret = (await tokens.locator("code").textContent()) ?? "";
  const asked = () =>
    fetch(`${server.url}/v1/me`, { headers: { Authorization: `Bearer ${secret}` } });
  expect((await asked()).status).toBe(200);
  await tokens.getByRole("button", { name: "I have it" }).click();
  await expect(tokens.getByText(secret)).toHaveCount(0);
  await tokens.getByRole("button", { name: "Revoke laptop" }).click();
  await expect(tokens.getByText("laptop")).toHaveCount(0);
  await expect.poll(async () => (await asked()).status).toBe(401);
});

test("the local owner sets an address and a password and signs in with them", async ({
  signedIn: page,
}) => {
  await page.goto("/settings");
  const account = page.getByRole("region", { name: "Password and account" });
  await account.getByRole("textbox", { name: "E-mail" }).fill("ada@example.org");
  await account.getByLabel("New password").fill("a rather long sentence 7");
  await account.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("password is changed");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).fill("ada@example.org");
  await page.getByLabel("Password").fill("wrong words");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Password").fill("a rather long sentence 7");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
});

test("settings of time are kept by the server", async ({ signedIn: page, api }) => {
  await page.goto("/settings");
  const profile = page.getByRole("region", { name: "Profile and time" });
  await profile.getByRole("textbox", { name: "Time zone" }).fill("Pacific/Auckland");
  await profile.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(async () => (await api.call<{ time_zone: string }>("GET", "/me")).time_zone)
    .toBe("Pacific/Auckland");
  await page.getByLabel("Evening").fill("18:30");
  await page.getByLabel("Evening").blur();
  await expect
    .poll(async () => (await api.call<{ day_parts: unknown }>("GET", "/me")).day_parts)
    .toMatchObject({ evening: "18:30" });
});

test("sentences are read in the language that is set", async ({ signedIn: page, api }) => {
  await page.goto("/settings");
  await page.getByRole("button", { name: /Sentences are read in$/ }).click();
  await page.getByRole("option", { name: "Deutsch" }).click();
  await expect
    .poll(async () => (await api.call<{ locale: string }>("GET", "/me")).locale)
    .toBe("de");
  await page.goto("/");
  await page.getByLabel("Add a task").fill("Zahnarzt morgen um halb acht");
  await page.getByLabel("Add a task").press("Enter");
  await expect
    .poll(async () => (await api.tasks()).map((task) => task.title))
    .toEqual(["Zahnarzt"]);
  await page.goto("/upcoming");
  await expect(page.getByRole("main").getByRole("row", { name: "Zahnarzt" })).toContainText(
    "07:30",
  );
});

test("a reminder is answered from the bell", async ({ signedIn: page, api }) => {
  await page.goto("/");
  const at = new Date(Date.now() + 1_500).toISOString();
  await api.call("POST", "/tasks", { title: "take the cake out", reminders: [{ at }] });
  const bell = page.getByRole("button", { name: "Reminders, 1 unread" });
  await expect(bell).toBeVisible({ timeout: 15_000 });
  await bell.click();
  await page
    .getByRole("dialog", { name: "Reminders" })
    .getByRole("button", { name: "Done" })
    .click();
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
  await expect(page.getByRole("button", { name: "Reminders", exact: true })).toBeVisible();
});

test("the chat beside a page asks before much goes, and its receipts undo", async ({
  signedIn: page,
  api,
}) => {
  await api.add("buy milk #groceries");
  await api.add("buy bread #groceries");
  await page.goto("/inbox");
  await page.keyboard.press("c");
  const chat = page.getByRole("complementary", { name: "Chat" });
  await chat.getByRole("textbox", { name: "Message" }).fill("delete all groceries");
  await page.keyboard.press("Enter");
  await chat.getByRole("button", { name: "Yes, do it" }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
  await chat.getByRole("button", { name: /^Undo: / }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(2);
  await expect(row(page, "buy milk")).toBeVisible();
});

test("conversations are found again, renamed and deleted", async ({ signedIn: page }) => {
  await page.goto("/chat");
  await page.getByRole("textbox", { name: "Message" }).fill("what is due today?");
  await page.keyboard.press("Enter");
  const list = page.getByRole("list", { name: "Conversations" });
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText("what is due today?");
  await list.getByRole("button", { name: /^More for/ }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await list.getByRole("textbox", { name: "Title" }).fill("My day");
  await page.keyboard.press("Enter");
  await expect(list.getByText("My day")).toBeVisible();
  await list.getByRole("button", { name: "More for My day" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(0);
});

test("a row does not repeat the day that its heading says", async ({ signedIn: page, api }) => {
  await api.add("call the bank tomorrow at 17:00");
  await api.add("water the plants tomorrow");
  await api.add("stretch every day");
  await page.goto("/upcoming");
  const tomorrow = page.getByRole("region", { name: "Tomorrow" });
  await expect(tomorrow.getByRole("row", { name: "call the bank" })).toContainText("17:00");
  await expect(tomorrow.getByRole("row")).toHaveCount(2);
  await expect(tomorrow.getByRole("row").getByText("tomorrow")).toHaveCount(0);
  await page.goto("/today");
  await expect(row(page, "stretch")).toBeVisible();
  await expect(row(page, "stretch").getByLabel("Repeats: every day")).toBeVisible();
  await expect(row(page, "stretch").getByText("today")).toHaveCount(0);
});

test("the history goes day by day, and Undo shows where the pointer or the focus is", async ({
  signedIn: page,
  api,
}) => {
  await api.add("oil the door");
  await page.goto("/history");
  const today = page.getByRole("region", { name: "Today" });
  const undo = today.getByRole("button", { name: /^Undo: / });
  await expect(undo).toHaveCSS("opacity", "0");
  await today.getByRole("listitem").hover();
  await expect(undo).toHaveCSS("opacity", "1");
  await page.mouse.move(0, 0);
  await expect(undo).toHaveCSS("opacity", "0");
  await undo.press("Enter");
  await expect(today.getByText("undone", { exact: true })).toBeVisible();
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
});
