// Everything by keys alone: no step needs a mouse, and after each the focus is in sight and at a sensible place.
import type { Page } from "@playwright/test";
import { type Api, only, type Task } from "../fixtures/api.ts";
import { expect, type Keyboard, test } from "../fixtures/keyboard.ts";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

const row = (page: Page, title: string) =>
  page.getByRole("main").getByRole("row", { name: title }).first();

const panel = (page: Page) => page.getByRole("complementary", { name: "Task" });

const line = (page: Page) => page.getByRole("main").getByRole("textbox", { name: "Add a task" });

async function open(page: Page, path: string, title: string): Promise<void> {
  await page.goto(path);
  await expect(heading(page, title)).toBeFocused();
}

async function titles(page: Page, list: string): Promise<string[]> {
  const rows = page.getByRole("grid", { name: list }).getByRole("row");
  return (await rows.allInnerTexts()).map((text) => text.split("\n")[0] ?? "");
}

const field = async <T>(api: Api, name: string): Promise<T> =>
  (only(await api.tasks()) as unknown as Record<string, T>)[name] as T;

test("tasks are added, and what was recognised is taken back", async ({ page, keys, api }) => {
  await open(page, "/", "Today");
  await keys.press("q");
  await expect(line(page)).toBeFocused();
  await keys.type("call the dentist tomorrow at 3pm p1 #health");
  const chips = page.getByRole("list", { name: "Recognised" }).getByRole("listitem");
  await expect(chips).toHaveCount(3);
  await keys.press("Backspace", "Backspace");
  await expect(chips).toHaveCount(2);
  await keys.reach(page.getByRole("button", { name: /Take .p1. as plain words/ }));
  await keys.press("Enter");
  await expect(chips).toHaveCount(1);
  await expect(line(page)).toBeFocused();
  await keys.press("Enter");
  await expect(line(page)).toHaveValue("");
  await expect(line(page)).toBeFocused();
  await expect
    .poll(async () => (await api.tasks())[0])
    .toMatchObject({ tags: [], priority: "none" });
  await keys.press("Escape");
  await expect(heading(page, "Today")).toBeFocused();
  await keys.press("g", "u");
  await expect(heading(page, "Upcoming")).toBeFocused();
  await expect(row(page, "call the dentist")).toBeVisible();
});

test("a list is walked, its tasks are completed, brought back and put in order", async ({
  page,
  keys,
  api,
}) => {
  for (const title of ["one", "two", "three"]) await api.add(title);
  await open(page, "/inbox", "Inbox");
  await keys.reach(row(page, "one"));
  await keys.press("ArrowDown");
  await expect(row(page, "two")).toBeFocused();
  await keys.press("e");
  await expect(row(page, "two")).toHaveCount(0);
  await expect(row(page, "three")).toBeFocused();
  await keys.press("z");
  await expect(row(page, "two")).toBeVisible();
  await expect(row(page, "three")).toBeFocused();
  await keys.press("Home");
  await expect(row(page, "one")).toBeFocused();
  await keys.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Drag one" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await keys.press("Enter");
  await expect.poll(() => titles(page, "Inbox")).not.toEqual(["one", "two", "three"]);
  await keys.reach(row(page, "one"));
  await keys.press("ArrowLeft");
  await expect(page.getByRole("button", { name: "More for one" })).toBeFocused();
  await keys.press("Enter", "ArrowUp", "Enter");
  await expect(row(page, "one")).toHaveCount(0);
  await expect(row(page, "t")).toHaveCount(1);
  await keys.press("ArrowUp");
  await expect.poll(async () => (await api.tasks()).length).toBe(2);
});

test("the last task of a list leaves the focus on the page", async ({ page, keys, api }) => {
  await api.call("POST", "/tasks", { title: "pay the bill", due: "2024-05-06" });
  await open(page, "/", "Today");
  await keys.reach(row(page, "pay the bill"));
  await keys.press("e");
  await expect(row(page, "pay the bill")).toHaveCount(0);
  await keys.press("z");
  await expect(row(page, "pay the bill")).toBeVisible();
  await keys.reach(page.getByRole("button", { name: "Move to today" }));
  await keys.press("Enter");
  await expect(page.getByRole("region", { name: "Overdue" })).toHaveCount(0);
  await keys.press("ArrowDown");
  await expect(row(page, "pay the bill")).toBeVisible();
});

test("every field of a task is filled in, and its row has the focus at the end", async ({
  page,
  keys,
  api,
}) => {
  test.setTimeout(180_000);
  await api.add("write the report");
  await open(page, "/inbox", "Inbox");
  await keys.reach(row(page, "write the report"));
  await keys.press("Enter");
  await expect(page.getByRole("region", { name: "Task write the report" })).toBeFocused();
  const side = panel(page);
  const text = (name: string) => side.getByRole("textbox", { name, exact: true });
  await keys.fill(text("Title"), "write the yearly report");
  await keys.press("Enter");
  await expect(text("Notes")).toBeFocused();
  await keys.fill(text("Notes"), "two *pages*");
  await keys.press("Control+Enter");
  await expect(side.getByRole("button", { name: "Edit the notes" })).toBeFocused();
  await keys.press("Enter");
  await keys.type(" and more");
  await keys.press("Escape");
  await expect(side.getByRole("button", { name: "Edit the notes" })).toBeFocused();
  await keys.fill(text("Due"), "tomorrow 5pm");
  await keys.press("Enter");
  await keys.reach(side.getByRole("button", { name: "Pick the due day" }), "Shift+Tab");
  await keys.press("Enter", "ArrowRight", "Enter");
  await expect(side.getByRole("button", { name: "Pick the due day" })).toBeFocused();
  await keys.fill(text("Repeats"), "every week");
  await keys.press("Enter");
  await keys.reach(side.getByRole("button", { name: "Pick the deadline" }), "Shift+Tab");
  await keys.press("Enter", "ArrowDown", "Enter");
  await keys.reach(side.getByRole("button", { name: "Remove: Deadline" }), "Shift+Tab");
  await keys.press("Enter");
  await keys.fill(text("Hidden until"), "today");
  await keys.press("Enter");
  await keys.fill(text("Takes"), "1 h 30 min");
  await keys.press("Enter");
  await keys.fill(text("Add a reminder"), "10 minutes before");
  await keys.press("Enter");
  await expect(side.getByRole("button", { name: /^Remove the reminder 10/ })).toBeVisible();
  await keys.fill(text("Add a reminder"), "1 hour before");
  await keys.press("Enter");
  await keys.reach(side.getByRole("button", { name: /^Remove the reminder 1 hour/ }));
  await keys.press("Enter");
  await keys.reach(side.getByRole("button", { name: /Priority$/ }));
  await keys.press("Enter", "Home", "Enter");
  await keys.reach(side.getByRole("button", { name: /Status$/ }));
  await keys.press("Enter", "ArrowDown", "Enter");
  await keys.fill(side.getByRole("combobox", { name: "Add a tag" }), "work");
  await keys.press("Enter");
  await keys.type("home");
  await keys.press("Enter");
  await keys.reach(side.getByRole("button", { name: "Remove tag work" }), "Shift+Tab");
  await keys.press("Enter");
  await keys.fill(text("Add a step"), "collect figures");
  await keys.press("Enter");
  await keys.type("check them");
  await keys.press("Enter");
  await keys.reach(side.getByRole("checkbox", { name: "collect figures" }), "Shift+Tab");
  await keys.press("Space");
  await keys.reach(side.getByRole("button", { name: "Remove step check them" }));
  await keys.press("Enter");
  await keys.fill(text("Add a subtask"), "ask Ana");
  await keys.press("Enter");
  await expect(side.getByRole("row", { name: "ask Ana" })).toBeVisible();
  await keys.press("Escape");
  await expect(panel(page)).toHaveCount(0);
  await expect(row(page, "write the yearly report")).toBeFocused();
  const report = async () => (await api.tasks()).find((task) => task.title.includes("report"));
  await expect.poll(report).toMatchObject({
    title: "write the yearly report",
    notes: "two *pages*",
    tags: ["home"],
    duration_minutes: 90,
    deadline: null,
    due: { kind: "floating", time: "17:00" },
    checklist: [{ title: "collect figures", done: true }],
    reminders: [{ minutes_before: 0 }, { minutes_before: 10 }],
  });
  const { priority, status, rule } = (await report()) as Task;
  expect(priority).not.toBe("none");
  expect(status).not.toBe("open");
  expect(rule?.words).toContain("week");
});

test("a task is related to another, followed there, and parted from it", async ({
  page,
  keys,
  api,
}) => {
  await api.add("write the report");
  await api.add("print the report");
  await open(page, "/inbox", "Inbox");
  await keys.reach(row(page, "write the report"));
  await keys.press("Enter");
  await keys.reach(panel(page).getByRole("button", { name: "Add a relation" }));
  await keys.press("Enter", "Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await keys.type("print");
  await expect(page.getByRole("menuitem", { name: "print the report" })).toBeVisible();
  await keys.press("ArrowDown", "Enter");
  const other = panel(page).getByRole("button", { name: /^print the report/ });
  await keys.reach(other);
  await keys.press("Enter");
  await expect(page.getByRole("region", { name: "Task print the report" })).toBeFocused();
  await keys.reach(panel(page).getByRole("button", { name: /^Remove the relation/ }));
  await keys.press("Enter");
  await expect(panel(page).getByText("None yet:")).toBeVisible();
  await keys.press("Escape");
  await expect(row(page, "write the report")).toBeFocused();
});

test("several tasks are selected and changed together", async ({ page, keys, api }) => {
  for (const title of ["alpha", "beta", "gamma", "delta"]) await api.add(title);
  await open(page, "/inbox", "Inbox");
  await keys.reach(row(page, "alpha"));
  await keys.press("x", "Shift+ArrowDown");
  const bar = page.getByRole("region", { name: "Selected tasks" });
  await expect(bar).toContainText("2 selected");
  await keys.press("Escape");
  await expect(bar).toHaveCount(0);
  await expect(row(page, "beta")).toBeFocused();
  await keys.press("x", "Shift+ArrowDown", "d");
  await expect(page.getByRole("dialog")).toBeVisible();
  await keys.type("tomorrow");
  await keys.press("Enter");
  const dated = (task: Task) => task.due !== null;
  await expect.poll(async () => (await api.tasks()).filter(dated).length).toBe(2);
  await expect(row(page, "gamma")).toBeFocused();
  await keys.press("x", "Shift+ArrowUp");
  await keys.reach(bar.getByRole("button", { name: "Priority" }));
  await keys.press("Enter", "Enter");
  const urgent = (task: Task) => task.priority !== "none";
  await expect.poll(async () => (await api.tasks()).filter(urgent).length).toBe(2);
  await expect(row(page, "beta")).toBeFocused();
  await keys.press("Control+a");
  await expect(bar).toContainText("4 selected");
  await keys.press("Delete");
  await expect(page.getByRole("dialog", { name: "Delete 4 tasks?" })).toBeVisible();
  await keys.press("Enter");
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(row(page, "alpha")).toHaveCount(0);
  await keys.press("ArrowDown");
});

async function addProject(page: Page, keys: Keyboard, name: string): Promise<void> {
  await keys.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await keys.type("add a project");
  await keys.press("Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await keys.type(name);
  await keys.press("Enter");
  await expect(heading(page, name)).toBeFocused();
}

test("projects and sections are made, ordered, renamed and deleted", async ({ page, keys }) => {
  await open(page, "/", "Today");
  await addProject(page, keys, "garden");
  await addProject(page, keys, "kitchen");
  const projects = page.getByRole("navigation").getByRole("region", { name: "Projects" });
  await keys.reach(projects.getByRole("link", { name: "kitchen" }), "Shift+Tab");
  await keys.press("Alt+ArrowUp");
  await expect(projects.getByRole("link")).toHaveText([/kitchen/, /garden/]);
  await expect(projects.getByRole("link", { name: "kitchen" })).toBeFocused();
  await keys.press("Tab");
  await expect(
    projects.getByRole("button", { name: "More for the project kitchen" }),
  ).toBeFocused();
  await keys.press("Enter", "Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await keys.press("Control+a");
  await keys.type("cellar");
  await keys.press("Enter");
  await expect(projects.getByRole("link", { name: "cellar" })).toBeVisible();
  await keys.reach(page.getByRole("main").getByRole("button", { name: "More for cellar" }));
  await keys.press("Enter", "Enter");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await keys.type("shelves");
  await keys.press("Enter");
  await expect(page.getByRole("region", { name: "shelves" })).toBeVisible();
  await keys.reach(page.getByRole("button", { name: "More for shelves" }));
  await keys.press("Enter", "ArrowUp", "Enter");
  await expect(page.getByRole("region", { name: "shelves" })).toHaveCount(0);
  await keys.reach(page.getByRole("main").getByRole("button", { name: "More for cellar" }));
  await keys.press("Enter", "ArrowUp", "Enter");
  await keys.reach(page.getByRole("dialog").getByRole("button", { name: "Delete" }));
  await keys.press("Enter");
  await expect(heading(page, "Today")).toBeFocused();
  await expect(projects.getByRole("link")).toHaveText([/garden/]);
});

test("filters are saved, renamed, ordered and deleted; the search is done by words", async ({
  page,
  keys,
  api,
}) => {
  await api.add("buy milk #errands");
  await open(page, "/", "Today");
  for (const [filter, name] of [
    ["#errands", "On the way"],
    ["no due & p1", "Someday"],
  ] as const) {
    await keys.press("/");
    const box = page.getByRole("searchbox", { name: "Search" });
    await expect(box).toBeFocused();
    await keys.type(filter);
    await keys.reach(page.getByRole("button", { name: "Save filter" }));
    await keys.press("Enter");
    await keys.fill(page.getByRole("textbox", { name: "Name" }), name);
    await keys.press("Enter");
    await expect(heading(page, name)).toBeFocused();
  }
  const filters = page.getByRole("navigation").getByRole("region", { name: "Saved filters" });
  await keys.reach(filters.getByRole("link", { name: "Someday" }), "Shift+Tab");
  await keys.press("Alt+ArrowUp");
  await expect(filters.getByRole("link")).toHaveText([/Someday/, /On the way/]);
  await expect(filters.getByRole("link", { name: "Someday" })).toBeFocused();
  await keys.press("Tab", "Enter", "Enter");
  await keys.fill(page.getByRole("textbox", { name: "Name" }), "One day");
  await keys.press("Enter");
  await expect(filters.getByRole("link")).toHaveText([/One day/, /On the way/]);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await keys.reach(filters.getByRole("button", { name: /One day/ }), "Shift+Tab");
  await keys.press("Enter", "ArrowUp", "Enter");
  await expect(filters.getByRole("link")).toHaveText([/On the way/]);
  await keys.press("/");
  await keys.type("milk");
  await keys.reach(row(page, "buy milk"));
  await keys.press("Enter");
  await expect(page.getByRole("region", { name: "Task buy milk" })).toBeFocused();
  await keys.press("Escape");
  await expect(row(page, "buy milk")).toBeFocused();
});

test("the chat is asked, answers with a question, and is told yes", async ({ page, keys, api }) => {
  for (const title of ["alpha", "beta", "gamma"]) await api.add(`${title} #old`);
  await open(page, "/inbox", "Inbox");
  await keys.press("c");
  const chat = page.getByRole("complementary", { name: "Chat" });
  const box = chat.getByRole("textbox", { name: "Message" });
  await expect(box).toBeFocused();
  await keys.type("what is in my inbox?");
  await keys.press("Enter");
  await expect(chat.getByRole("row", { name: "alpha" })).toBeVisible();
  await expect(box).toBeFocused();
  await keys.type("delete everything tagged #old");
  await keys.press("Enter");
  await keys.reach(chat.getByRole("button", { name: "Yes, do it" }), "Shift+Tab");
  await keys.press("Enter");
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
  await expect(chat.getByText("You said yes.")).toBeVisible();
  await keys.reach(chat.getByRole("button", { name: /^Undo: / }));
  await keys.press("Enter");
  await expect.poll(async () => (await api.tasks()).length).toBe(3);
  // The button that was pressed can have the focus no more; what stands beside it takes it.
  await expect(chat.getByText("Undone", { exact: true })).toBeVisible();
  await expect(chat.locator(":focus")).toHaveCount(1);
  await keys.press("Escape");
  await expect(chat).toHaveCount(0);
});

test("a conversation is renamed and deleted, and another begun", async ({ page, keys }) => {
  await open(page, "/", "Today");
  await keys.press("g", "m");
  const box = page.getByRole("textbox", { name: "Message" });
  await keys.fill(box, "add water the plants");
  await keys.press("Enter");
  await expect(page.getByRole("log").getByRole("row", { name: "water the plants" })).toBeVisible();
  const list = page.getByRole("list", { name: "Conversations" });
  await keys.reach(list.getByRole("button", { name: /^More for/ }));
  await keys.press("Enter", "Enter");
  await expect(page.getByRole("textbox", { name: "Title" })).toBeFocused();
  await keys.press("Control+a");
  await keys.type("plants");
  await keys.press("Enter");
  await expect(list.getByText("plants", { exact: true })).toBeVisible();
  await keys.reach(page.getByRole("button", { name: "New conversation" }));
  await keys.press("Enter");
  await keys.reach(list.getByRole("button", { name: "More for plants" }), "Shift+Tab");
  await keys.press("Enter", "ArrowUp", "Enter");
  await keys.reach(page.getByRole("dialog").getByRole("button", { name: "Delete" }));
  await keys.press("Enter");
  await expect(page.getByText("No conversations here yet.")).toBeVisible();
  await keys.press("Tab");
});

test("changes are taken back in the history, and tasks out of the trash", async ({
  page,
  keys,
  api,
}) => {
  await api.add("post the letter");
  const gone = await api.add("an old idea");
  await api.call("DELETE", `/tasks/${gone.id}`);
  await open(page, "/", "Today");
  await keys.press("g", "h");
  await expect(heading(page, "History")).toBeFocused();
  await keys.reach(page.getByRole("button", { name: /^Undo: Added post the letter/ }));
  await keys.press("Enter");
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
  await keys.press("Tab");
  await keys.press("g", "d");
  await expect(heading(page, "Trash")).toBeFocused();
  await keys.reach(page.getByRole("grid", { name: "Trash" }).getByRole("row").first());
  await keys.press("End");
  await expect(row(page, "an old idea")).toBeFocused();
  await keys.press("ArrowRight");
  await expect(page.getByRole("button", { name: "Restore an old idea" })).toBeFocused();
  await keys.press("Enter");
  await expect.poll(async () => (await api.tasks()).length).toBe(1);
  await keys.reach(page.getByRole("button", { name: "Empty the trash" }), "Shift+Tab");
  await keys.press("Enter");
  await keys.reach(page.getByRole("dialog").getByRole("button", { name: "Empty the trash" }));
  await keys.press("Enter");
  await expect(page.getByRole("main").getByText("The trash is empty.")).toBeVisible();
  await keys.press("Tab");
});

test("the bell is answered", async ({ page, keys, api }) => {
  await open(page, "/", "Today");
  const at = new Date(Date.now() + 1_000).toISOString();
  await api.call("POST", "/tasks", { title: "take the cake out", reminders: [{ at }] });
  const bell = page.getByRole("button", { name: "Reminders, 1 unread" });
  await expect(bell).toBeVisible({ timeout: 15_000 });
  await keys.reach(bell, "Shift+Tab");
  await keys.press("Enter");
  await keys.reach(page.getByRole("button", { name: "Again in 1 hour" }));
  await keys.press("Enter");
  await expect(page.getByRole("button", { name: "Again in 1 hour" })).toHaveCount(0);
  await keys.press("Escape");
  await expect(page.getByRole("button", { name: "Reminders", exact: true })).toBeFocused();
});

test("every part of the settings is settled, and one signs out and in again", async ({
  page,
  keys,
  api,
}) => {
  test.setTimeout(120_000);
  await open(page, "/", "Today");
  await keys.press("g", "s");
  await expect(heading(page, "Settings")).toBeFocused();
  const part = (name: string) => page.getByRole("region", { name, exact: true });
  const messages = page.getByRole("region", { name: "Messages" });
  await keys.fill(part("Profile and time").getByRole("textbox", { name: "Name" }), "Ada");
  await keys.reach(part("Profile and time").getByRole("button", { name: "Save" }));
  await keys.press("Enter");
  await expect(messages).toContainText("Saved.");
  await keys.press("Tab");
  await keys.reach(page.getByRole("button", { name: /The week begins on$/ }));
  await keys.press("Enter", "ArrowDown", "Enter");
  await keys.reach(page.getByLabel("Evening"));
  await keys.type("1830");
  await keys.press("Tab");
  await keys.fill(page.getByRole("textbox", { name: "Minutes before" }), "45");
  await keys.press("Enter");
  await keys.reach(page.getByRole("button", { name: "Remove 45 minutes before" }), "Shift+Tab");
  await keys.press("Enter");
  await expect(page.getByRole("button", { name: "Remove 45 minutes before" })).toHaveCount(0);
  await keys.reach(page.getByRole("button", { name: /Colours$/ }));
  await keys.press("Enter", "ArrowDown", "Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await keys.reach(page.getByRole("switch", { name: /^Keys that work without/ }));
  await keys.press("Space", "Space");
  const tokens = part("Tokens");
  await keys.fill(tokens.getByRole("textbox", { name: "Name" }), "laptop");
  await keys.reach(tokens.getByRole("button", { name: "Make a token" }));
  await keys.press("Enter");
  await keys.reach(tokens.getByRole("button", { name: "I have it" }));
  await keys.press("Enter");
  await keys.reach(tokens.getByRole("button", { name: "Revoke laptop" }));
  await keys.press("Enter");
  await expect(tokens.getByText("laptop")).toHaveCount(0);
  const account = part("Password and account");
  await keys.fill(account.getByRole("textbox", { name: "E-mail" }), "ada@example.org");
  await keys.fill(account.getByLabel("New password"), "a rather long sentence 7");
  await keys.press("Enter");
  await expect(messages).toContainText("password is changed");
  await keys.press("Tab");
  await expect
    .poll(() => api.call("GET", "/me"))
    .toMatchObject({ name: "Ada", day_parts: { evening: "18:30" } });
  await keys.reach(page.getByRole("button", { name: "Sign out here" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "E-mail" })).toBeFocused();
  await keys.type("ada@example.org");
  await keys.press("Tab");
  await keys.type("wrong words");
  await keys.press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await keys.fill(page.getByLabel("Password"), "a rather long sentence 7", "Shift+Tab");
  await keys.press("Enter");
  await expect(heading(page, "Today")).toBeFocused();
  expect(await field(api, "title").catch(() => "none")).toBe("none");
});

test("all keys are listed on a sheet that gives the focus back", async ({ page, keys, api }) => {
  await api.add("stretch");
  await open(page, "/inbox", "Inbox");
  await keys.reach(row(page, "stretch"));
  await keys.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await keys.press("Escape");
  await expect(row(page, "stretch")).toBeFocused();
  for (const key of ["d", "m", "t"]) {
    await keys.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    await keys.press("Escape");
    await expect(row(page, "stretch")).toBeFocused();
  }
});
