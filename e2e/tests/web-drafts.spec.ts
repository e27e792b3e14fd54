// What is written in the task panel is neither lost nor put over what was written there elsewhere.
import type { Page } from "@playwright/test";
import { only } from "../fixtures/api.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { holdBack, panel } from "../fixtures/page.ts";
import { expect, test } from "../fixtures/story.ts";

const field = (page: Page, name: string) => panel(page).getByRole("textbox", { name, exact: true });

const question = (page: Page, name: string) =>
  panel(page).getByRole("group", { name: `${name}: not saved` });

interface Noted {
  title: string;
  notes: string;
}

test("a title that changes elsewhere while it is written is shown beside, and one is chosen", async ({
  signedIn: page,
  api,
}) => {
  const task = await api.add("call Ana");
  await page.goto("/inbox?task=1");
  await field(page, "Title").fill("call Ana today");
  await api.call("PATCH", `/tasks/${task.id}`, { title: "call Anna", priority: "high" });
  await expect(question(page, "Title").getByRole("alert")).toContainText("call Anna");
  await expect(field(page, "Title")).toHaveValue("call Ana today");
  await expectAccessible(page);
  await field(page, "Due").focus();
  await expect(field(page, "Title")).toHaveValue("call Ana today");
  expect(only(await api.tasks()).title).toBe("call Anna");
  await question(page, "Title").getByRole("button", { name: "Keep mine" }).click();
  await expect(question(page, "Title")).toHaveCount(0);
  await expect
    .poll(async () => only(await api.tasks()))
    .toMatchObject({
      title: "call Ana today",
      priority: "high",
    });
});

test("notes that change elsewhere while they are written are taken by keys", async ({
  signedIn: page,
  api,
}) => {
  const task = await api.add("go camping");
  await page.goto("/inbox?task=1");
  await field(page, "Notes").focus();
  await page.keyboard.type("half a");
  await api.call("PATCH", `/tasks/${task.id}`, { title: "go fishing", notes: "theirs" });
  await expect(question(page, "Notes").getByRole("alert")).toContainText("theirs");
  await page.keyboard.type(" sentence");
  await expect(field(page, "Notes")).toHaveValue("half a sentence");
  await page.keyboard.press("Tab");
  await expect(question(page, "Notes").getByRole("button", { name: "Keep mine" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(panel(page).getByText("theirs")).toBeVisible();
  expect(await api.call<Noted>("GET", "/tasks/1")).toMatchObject({
    title: "go fishing",
    notes: "theirs",
  });
});

test("what changed elsewhere just before it was saved is asked about, not written over", async ({
  signedIn: page,
  api,
}) => {
  const task = await api.add("mine");
  const answer = await holdBack(page, /\/v1\/tasks\//, "PATCH");
  await page.goto("/inbox?task=1");
  await field(page, "Title").fill("mine, changed");
  await page.keyboard.press("Enter");
  await api.call("PATCH", `/tasks/${task.id}`, { title: "theirs" });
  await answer();
  await expect(question(page, "Title").getByRole("alert")).toContainText("theirs");
  await field(page, "Title").press("Enter");
  await expect(question(page, "Title").getByRole("button", { name: "Keep mine" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(async () => only(await api.tasks()).title).toBe("mine, changed");
  await expect(question(page, "Title")).toHaveCount(0);
});

test("a due date that moved elsewhere is asked about; one that only sounds new is not", async ({
  signedIn: page,
  api,
}) => {
  const task = await api.add("call Ana tomorrow");
  await page.goto("/inbox?task=1");
  await field(page, "Due").fill("in 3 days");
  await api.call("PATCH", `/tasks/${task.id}`, { priority: "high" });
  await expect(panel(page).getByRole("button", { name: /High/ })).toBeVisible();
  await expect(question(page, "Due")).toHaveCount(0);
  await api.call("PATCH", `/tasks/${task.id}`, { due: "in 5 days" });
  await question(page, "Due").getByRole("button", { name: "Take theirs" }).click();
  await expect(question(page, "Due")).toHaveCount(0);
  await expect(field(page, "Due")).not.toHaveValue("in 3 days");
});

test("a text that the server refused stays where it was written, over a reload too", async ({
  signedIn: page,
  api,
}) => {
  await api.add("go camping");
  await page.goto("/inbox?task=1");
  const changes = /\/v1\/tasks\/[^/]+$/;
  await page.route(changes, (route) =>
    route.request().method() === "PATCH" ? route.abort() : route.continue(),
  );
  const notes = "tent\nstove\n\nand a torch";
  await field(page, "Notes").fill(notes);
  await page.keyboard.press("Control+Enter");
  await field(page, "Takes").fill("a while");
  await page.keyboard.press("Enter");
  await expect(question(page, "Notes").getByRole("alert")).toContainText("cannot be reached");
  await expect(question(page, "Takes").getByRole("alert")).toContainText("Say how long");
  await page.reload();
  await expect(field(page, "Notes")).toHaveValue(notes);
  await page.unroute(changes);
  await question(page, "Notes").getByRole("button", { name: "Save" }).click();
  await expect.poll(async () => (await api.call<Noted>("GET", "/tasks/1")).notes).toBe(notes);
  await question(page, "Takes").getByRole("button", { name: "Discard" }).click();
  await expect(field(page, "Takes")).toHaveValue("");
  await expect(panel(page).getByRole("alert")).toHaveCount(0);
});

/** Lets nothing through to the server; answers with what ends that. */
async function cutOff(page: Page, address: RegExp): Promise<() => Promise<void>> {
  await page.route(address, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  return () => page.unroute(address);
}

test("a subtask and a step that were refused go back to their lines", async ({
  signedIn: page,
  api,
}) => {
  await api.add("go camping");
  await page.goto("/inbox?task=1");
  await page.route(/\/v1\/(tasks\/[^/]+|parse)$/, (route) =>
    route.request().method() === "GET" ? route.continue() : route.abort(),
  );
  for (const name of ["Add a subtask", "Add a step"]) {
    await field(page, name).fill("borrow a tent");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert").first()).toContainText("cannot be reached");
    await expect(field(page, name)).toHaveValue("borrow a tent");
  }
});

test("lines that could not be added stay below the add line, over a reload too", async ({
  signedIn: page,
  api,
}) => {
  await page.goto("/inbox");
  const mend = await cutOff(page, /\/v1\/tasks$/);
  const line = page.getByRole("textbox", { name: "Add a task" });
  await line.fill("buy bread");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Not added. Saydo cannot be reached");
  await expect(line).toHaveValue("buy bread");
  await line.fill("");
  await line.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "buy milk\nbuy eggs");
    const paste = { clipboardData, bubbles: true, cancelable: true };
    input.dispatchEvent(new ClipboardEvent("paste", paste));
  });
  await page.getByRole("button", { name: "2 tasks" }).click();
  const kept = page.getByRole("region", { name: "Not added" });
  await expect(kept).toContainText("buy milk\nbuy eggs");
  await expectAccessible(page);
  await page.reload();
  await expect(kept).toContainText("buy milk\nbuy eggs");
  await mend();
  await kept.getByRole("button", { name: "Try again" }).click();
  await expect(kept).toHaveCount(0);
  await expect.poll(async () => (await api.tasks()).length).toBe(2);
});

test("a message that did not arrive goes back to where it was written", async ({
  signedIn: page,
  api,
}) => {
  await page.goto("/chat");
  const mend = await cutOff(page, /\/v1\/chat$/);
  const box = page.getByRole("textbox", { name: "Message" });
  await box.fill("add buy milk");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("Not sent. Saydo cannot be reached");
  await expect(box).toHaveValue("add buy milk");
  await expect(page.getByRole("log").getByText("add buy milk")).toHaveCount(0);
  await page.reload();
  await expect(box).toHaveValue("add buy milk");
  await mend();
  await page.getByRole("button", { name: "Send" }).click();
  await expect.poll(async () => only(await api.tasks()).title).toBe("buy milk");
  await expect(box).toHaveValue("");
});
