// The line that adds tasks: what it recognises, how to say no to that, and several lines at once.
import type { Page } from "@playwright/test";
import { only } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/story.ts";

const line = (page: Page) => page.getByRole("textbox", { name: "Add a task" }).first();

const chips = (page: Page) => page.getByRole("list", { name: "Recognised" }).getByRole("listitem");

async function paste(page: Page, text: string): Promise<void> {
  await line(page).focus();
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

test("a recognised piece can be taken as plain words with its x", async ({
  signedIn: page,
  api,
}) => {
  await page.goto("/inbox");
  await line(page).fill("read tomorrow never dies #films");
  await expect(chips(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Take “tomorrow” as plain words" }).click();
  await expect(chips(page)).toHaveCount(1);
  await line(page).press("Enter");
  await expect.poll(async () => (await api.tasks()).length).toBe(1);
  expect(only(await api.tasks())).toMatchObject({ due: null, tags: ["films"] });
});

test("Backspace twice after a recognised piece takes it as plain words", async ({
  signedIn: page,
}) => {
  await page.goto("/inbox");
  await line(page).fill("call mum tomorrow");
  await expect(chips(page)).toHaveCount(1);
  await line(page).press("Backspace");
  await expect(line(page)).toHaveValue("call mum tomorrow");
  await line(page).press("Backspace");
  await expect(chips(page)).toHaveCount(0);
});

test("several pasted lines become several tasks after a question", async ({
  signedIn: page,
  api,
}) => {
  await page.goto("/inbox");
  await paste(page, "- milk\n- bread tomorrow\n\n- eggs\n");
  await page.getByRole("button", { name: "3 tasks" }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(3);
  const bread = (await api.tasks()).find((task) => task.title === "bread");
  expect(bread?.due?.kind).toBe("day");
  await page.getByRole("row", { name: "milk" }).focus();
  await page.keyboard.press("z");
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
});

test("a task added on a page lands where the page is, unless the words say otherwise", async ({
  signedIn: page,
  api,
}) => {
  await api.add("dig +garden");
  await page.goto("/");
  await line(page).fill("tidy up");
  await line(page).press("Enter");
  await expect(page.getByRole("row", { name: "tidy up" })).toBeVisible();
  await page.getByRole("link", { name: /garden/ }).click();
  await line(page).fill("sow carrots every friday at 9");
  await line(page).press("Enter");
  await expect(page.getByRole("row", { name: "sow carrots" })).toBeVisible();
  const sown = (await api.tasks()).find((task) => task.title === "sow carrots");
  expect(sown).toMatchObject({ project: "garden", due: { time: "09:00" } });
  expect(sown?.rule?.words).toContain("Friday");
});

test("an empty list teaches a sentence that can be taken", async ({ signedIn: page }) => {
  await page.goto("/inbox");
  await page.getByRole("button", { name: /remind me to pay rent/ }).click();
  await expect(line(page)).toHaveValue(/pay rent/);
  await expect(chips(page)).toHaveCount(3);
});
