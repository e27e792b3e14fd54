// What is loaded on demand: no key is lost meanwhile, a failure is said, and the page stays a page.
import type { Page } from "@playwright/test";
import { only } from "../fixtures/api.ts";
import { holdBack, row } from "../fixtures/page.ts";
import { expect, test } from "../fixtures/story.ts";

/** Keeps the files of a part from arriving; answers with what lets them through. */
const holdPart = (page: Page, part: string) =>
  holdBack(page, new RegExp(`/assets/${part}-[^/]*[.]js$`));

test("keys pressed before the palette has loaded are typed into it", async ({ signedIn: page }) => {
  const letThrough = await holdPart(page, "palette");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("go to inbox");
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("Backspace");
  await page.keyboard.type("trash");
  await letThrough();
  await expect(page.getByRole("searchbox", { name: /Do, go or say/ })).toHaveValue("go to trash");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Trash" })).toBeVisible();
});

test("Escape gives up on what has not loaded yet, and the keys are free again", async ({
  signedIn: page,
}) => {
  const letThrough = await holdPart(page, "palette");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("trash");
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("i");
  await expect(page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
  await letThrough();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("searchbox", { name: /Do, go or say/ })).toHaveValue("");
});

test("keys that delete do nothing to the page while the palette loads", async ({
  signedIn: page,
  api,
}) => {
  await api.add("buy milk");
  const deleted: string[] = [];
  page.on("request", (request) => request.method() === "DELETE" && deleted.push(request.url()));
  const letThrough = await holdPart(page, "palette");
  await page.goto("/inbox");
  await row(page, "buy milk").focus();
  await page.keyboard.press("Control+k");
  for (const keys of ["Control+Backspace", "Delete", "Alt+Backspace"]) {
    await page.keyboard.press(keys);
  }
  await page.keyboard.type("trash");
  await letThrough();
  await expect(page.getByRole("searchbox", { name: /Do, go or say/ })).toHaveValue("trash");
  expect(deleted).toEqual([]);
});

test("a key that is held down opens a menu, and takes none of its entries", async ({
  signedIn: page,
  api,
}) => {
  await api.add("buy milk");
  const letThrough = await holdPart(page, "task-menu-popover");
  await page.goto("/inbox");
  await page.getByRole("button", { name: "More for buy milk" }).focus();
  for (let time = 0; time < 3; time += 1) await page.keyboard.down("Enter");
  await page.keyboard.up("Enter");
  await page.keyboard.press("ArrowDown");
  await letThrough();
  const entries = page.getByRole("menu", { name: "More for buy milk" }).getByRole("menuitem");
  await expect(entries.nth(1)).toBeFocused();
});

test("a question is answered with keys pressed before it has loaded", async ({
  signedIn: page,
  api,
}) => {
  await api.add("buy milk");
  const letThrough = await holdPart(page, "question-dialog");
  await page.goto("/inbox");
  await row(page, "buy milk").focus();
  await page.keyboard.press("d");
  await page.keyboard.type("tomorrow");
  await page.keyboard.press("Enter");
  await letThrough();
  await expect.poll(async () => only(await api.tasks()).due?.kind).toBe("day");
});

test("a menu is walked by keys pressed before it has loaded, and gives its row the focus back", async ({
  signedIn: page,
  api,
}) => {
  await api.add("buy milk");
  const letThrough = await holdPart(page, "task-menu-popover");
  await page.goto("/inbox");
  const button = page.getByRole("button", { name: "More for buy milk" });
  await expect(button).toHaveAttribute("aria-haspopup", "menu");
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await letThrough();
  await expect.poll(async () => only(await api.tasks()).due?.kind).toBe("day");
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await expect(row(page, "buy milk")).toBeFocused();
});

test("a menu opens with the mouse before it has loaded, and by arrow at its end", async ({
  signedIn: page,
  api,
}) => {
  await api.add("buy milk");
  const letThrough = await holdPart(page, "task-menu-popover");
  await page.goto("/inbox");
  await row(page, "buy milk").hover();
  const button = page.getByRole("button", { name: "More for buy milk" });
  await button.click();
  await letThrough();
  const menu = page.getByRole("menu", { name: "More for buy milk" });
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await expect(row(page, "buy milk")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(button).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(menu.getByRole("menuitem", { name: "Delete" })).toBeFocused();
});

test("Escape closes a task's panel that has not loaded yet, and its row has the focus again", async ({
  signedIn: page,
  api,
}) => {
  await api.add("buy milk");
  const letThrough = await holdPart(page, "task-side");
  await page.goto("/inbox");
  await row(page, "buy milk").focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("complementary", { name: "Task" });
  await expect(panel).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(row(page, "buy milk")).toBeFocused();
  await page.keyboard.press("Enter");
  letThrough();
  await expect(page.getByRole("region", { name: "Task buy milk" })).toBeFocused();
});

test("whoever opens the chat writes to it as soon as it has loaded", async ({ signedIn: page }) => {
  const letThrough = await holdPart(page, "chat-panel");
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.keyboard.press("c");
  const chat = page.getByRole("complementary", { name: "Chat" });
  await expect(chat).toBeVisible();
  letThrough();
  await expect(chat.getByRole("textbox", { name: "Message" })).toBeFocused();
  await page.keyboard.type("a word");
  await page.keyboard.press("Escape");
  await expect(chat).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Escape");
  await expect(chat).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeFocused();
});

test("a part that cannot be loaded is said, and opens when it can be", async ({
  signedIn: page,
}) => {
  const palette = /\/assets\/palette-[^/]*[.]js$/;
  await page.route(palette, (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("region", { name: "Messages" })).toContainText("could not be loaded");
  await page.unroute(palette);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("a button says its name and keys to the keyboard, until Escape", async ({
  signedIn: page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Reminders" }).focus();
  await page.keyboard.press("Tab");
  const chat = page.getByRole("button", { name: "Chat" });
  await expect(chat).toBeFocused();
  await expect(page.getByRole("tooltip")).toContainText("Chat");
  await expect(chat).toHaveAccessibleDescription(/Chat\s*C/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toHaveCount(0);
  await chat.hover();
  await expect(page.getByRole("tooltip")).toBeVisible();
});

test("one name is shown at a time, of the button that was turned to last", async ({
  signedIn: page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Reminders" }).focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tooltip")).toContainText("Chat");
  await page.getByRole("button", { name: "Add a project" }).hover();
  await expect(page.getByRole("tooltip")).toHaveText(/Add a project/);
});

test("a move that cannot be loaded is said", async ({ signedIn: page, api }) => {
  for (const name of ["garden", "kitchen"]) await api.call("POST", "/projects", { name });
  await page.route(/\/assets\/reorder-[^/]*[.]js$/, (route) => route.abort());
  await page.goto("/");
  const links = page.getByRole("region", { name: "Projects" }).getByRole("link");
  await links.first().focus();
  await page.keyboard.press("Alt+ArrowDown");
  const told = page.getByRole("region", { name: "Messages" });
  await expect(told).toContainText("could not be loaded");
  await expect(told).toContainText("load the page again");
});

test("the page of a stranger has its landmark before the door has loaded", async ({
  server,
  page,
}) => {
  const letThrough = await holdPart(page, "sign-in-page");
  const refused = page.waitForResponse((response) => response.status() === 401);
  await page.goto(server.url);
  await refused;
  await expect(page.getByRole("textbox", { name: "Add a task" })).toHaveCount(0);
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeAttached();
  await letThrough();
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeVisible();
});
