// The notes of a task: read as Markdown, written where they are pressed, and harmless whoever wrote them.
import { only } from "../fixtures/api.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { holdBack, panel } from "../fixtures/page.ts";
import { expect, test } from "../fixtures/story.ts";

const HOSTILE = [
  "<script>document.title = 'taken'</script>",
  "<img src=x onerror=\"document.title = 'taken'\">",
  "[press me](javascript:document.title='taken')",
  "[and me](JaVa\tScRiPt:alert(1))",
  "![pixel](https://tracker.example/pixel.png)",
  "<iframe src='https://tracker.example'></iframe>",
  "<style>body { display: none }</style>",
].join("\n\n");

interface Noted {
  notes: string;
  checklist: { done: boolean }[];
}

test("notes are shown as Markdown and written where they are pressed", async ({
  signedIn: page,
  api,
}) => {
  const notes = "# Trip\n\n**Pack** the *tent* and see <https://example.org/map>";
  await api.call("POST", "/tasks", { title: "go camping", notes });
  await page.goto("/inbox?task=1");
  await expect(panel(page).getByRole("heading", { name: "Trip" })).toBeVisible();
  await expect(panel(page).locator("strong")).toHaveText("Pack");
  const link = panel(page).getByRole("link", { name: "https://example.org/map" });
  await expect(link).toHaveAttribute("rel", "noopener noreferrer nofollow");
  await expectAccessible(page);
  await panel(page).locator("strong").click();
  const field = panel(page).getByRole("textbox", { name: "Notes" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(notes);
  await page.keyboard.type(" soon");
  await page.keyboard.press("Control+Enter");
  await expect(panel(page).getByRole("button", { name: "Edit the notes" })).toBeFocused();
  const saved = async () => (await api.call<Noted>("GET", "/tasks/1")).notes;
  await expect.poll(saved).toBe(`${notes} soon`);
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await page.keyboard.type(" never");
  await page.keyboard.press("Escape");
  await expect(panel(page).getByText("soon")).toBeVisible();
  expect(await saved()).toBe(`${notes} soon`);
});

test("boxes in notes are ticked in place", async ({ signedIn: page, api }) => {
  await api.call("POST", "/tasks", { title: "bake", notes: "- [ ] flour\n- [x] eggs" });
  await page.goto("/inbox?task=1");
  await expect(panel(page).getByRole("checkbox", { name: "eggs" })).toBeChecked();
  await panel(page).getByText("flour").locator("xpath=ancestor::li").locator("label").click();
  const saved = async () => (await api.call<Noted>("GET", "/tasks/1")).notes;
  await expect.poll(saved).toBe("- [x] flour\n- [x] eggs");
});

test("boxes ticked faster than the server answers are all ticked", async ({
  signedIn: page,
  api,
}) => {
  const checklist = [{ title: "tent" }, { title: "stove" }];
  const notes = "- [ ] flour\n- [ ] eggs";
  await api.call("POST", "/tasks", { title: "go camping", notes, checklist });
  const answer = await holdBack(page, /\/v1\/tasks\//, "PATCH");
  await page.goto("/inbox?task=1");
  const boxes = ["flour", "eggs", "tent", "stove"].map((name) =>
    panel(page).getByRole("checkbox", { name, exact: true }),
  );
  for (const box of boxes) {
    await box.click({ force: true });
    await expect(box).toBeChecked();
  }
  await answer();
  const saved = async () => {
    const task = await api.call<Noted>("GET", "/tasks/1");
    return [task.notes, ...task.checklist.map(({ done }) => done)];
  };
  await expect.poll(saved).toEqual(["- [x] flour\n- [x] eggs", true, true]);
  for (const box of boxes) await expect(box).toBeChecked();
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
});

test("hostile notes bring no script, no picture and no request with them", async ({
  signedIn: page,
  api,
}) => {
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  page.on("dialog", (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`);
  });
  await api.call("POST", "/tasks", { title: "a trap", notes: HOSTILE });
  await page.goto("/inbox?task=1");
  await expect(panel(page).getByText("<script>")).toBeVisible();
  await expect(panel(page).getByText("press me")).toBeVisible();
  await panel(page).getByText("press me").click();
  await page.keyboard.press("Escape");
  await expect(panel(page).locator("script, img, iframe, style")).toHaveCount(0);
  const links = await panel(page).getByRole("link").all();
  const addresses = await Promise.all(links.map((link) => link.getAttribute("href")));
  expect(addresses).toEqual(["https://tracker.example/pixel.png"]);
  expect([...hosts]).toEqual([new URL(page.url()).host]);
  await expect(page).not.toHaveTitle("taken");
  expect(only(await api.tasks()).title).toBe("a trap");
});

test("notes that were never written load nothing to read them with", async ({
  signedIn: page,
  api,
}) => {
  await api.add("plain");
  await page.goto("/inbox?task=1");
  await expect(panel(page).getByRole("textbox", { name: "Notes" })).toBeVisible();
  const loaded = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .join(),
    );
  // When the browser rests, it loads what may be opened.
  await expect.poll(loaded).toContain("/palette-");
  expect(await loaded()).not.toContain("notes-view");
});
