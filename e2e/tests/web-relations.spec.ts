// How tasks relate to each other, from the panel and in the rows.
import type { Page } from "@playwright/test";
import { holdBack } from "../fixtures/page.ts";
import { expect, test } from "../fixtures/story.ts";

const relations = (page: Page) => page.getByRole("region", { name: "Relations" });

async function relate(page: Page, kind: string, words: string, title: string): Promise<void> {
  await relations(page).getByRole("button", { name: "Add a relation" }).click();
  await page.getByRole("menuitem", { name: kind }).click();
  const dialog = page.getByRole("dialog", { name: kind });
  await dialog.getByRole("searchbox").fill(words);
  await dialog.getByRole("menuitem", { name: title }).click();
  await expect(dialog).toHaveCount(0);
}

test("a task is related to another one, followed, and seen from both sides", async ({
  signedIn: page,
  api,
}) => {
  await api.add("paint the fence");
  await api.add("buy a brush");
  await page.goto("/inbox?task=1");
  await relate(page, "Blocked by", "bru", "buy a brush");
  await relations(page).getByRole("button", { name: "buy a brush #2" }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("buy a brush");
  await expect(relations(page).getByRole("heading", { name: "Blocks", exact: true })).toBeVisible();
  await relate(page, "Duplicates", "paint", "paint the fence");
  await relations(page).getByRole("button", { name: "paint the fence #1" }).first().click();
  await expect(relations(page).getByRole("heading", { name: "Duplicated by" })).toBeVisible();
});

test("a blocked task says so in its row, until what blocks it is done", async ({
  signedIn: page,
  api,
}) => {
  const paint = await api.add("paint the fence");
  const brush = await api.add("buy a brush");
  await api.call("PATCH", `/tasks/${paint.id}`, { blocked_by: [brush.id] });
  await page.goto("/inbox");
  const row = page.getByRole("row", { name: "paint the fence" });
  const mark = row.getByRole("img", { name: "Blocked by another task" });
  await expect(mark).toBeVisible();
  await page.getByRole("button", { name: "Complete buy a brush" }).click();
  await expect(mark).toHaveCount(0);
  await expect(row).toBeVisible();
});

test("a relation goes with one press, and one that would go round in a circle is refused in words", async ({
  signedIn: page,
  api,
}) => {
  const paint = await api.add("paint the fence");
  const brush = await api.add("buy a brush");
  await api.call("PATCH", `/tasks/${paint.id}`, { blocked_by: [brush.id] });
  await page.goto("/inbox?task=2");
  await relate(page, "Blocked by", "paint", "paint the fence");
  const told = page.getByRole("region", { name: "Messages" });
  await expect(told).toContainText("would wait for itself");
  await relations(page)
    .getByRole("button", { name: "Remove the relation to paint the fence" })
    .click();
  await expect(relations(page).getByRole("listitem")).toHaveCount(0);
  await expect(relations(page)).toContainText("None yet");
});

test("relations that are removed one right after the other are all removed", async ({
  signedIn: page,
  api,
}) => {
  const paint = await api.add("paint the fence");
  const others = [await api.add("buy a brush"), await api.add("buy paint")];
  await api.call("PATCH", `/tasks/${paint.id}`, { blocked_by: others.map(({ id }) => id) });
  await page.goto("/inbox?task=1");
  const remove = relations(page).getByRole("button", { name: /^Remove the relation/ });
  await expect(remove).toHaveCount(2);
  await remove.evaluateAll((buttons) => {
    for (const button of buttons) (button as HTMLElement).click();
  });
  await expect(relations(page)).toContainText("None yet");
});

test("Enter relates what the words say, not what earlier words found", async ({
  signedIn: page,
  api,
}) => {
  for (const title of ["paint the fence", "buy a ladder", "buy a brush"]) await api.add(title);
  const letThrough = await holdBack(page, /\/v1\/search\?q=brush/);
  await page.goto("/inbox?task=1");
  await relations(page).getByRole("button", { name: "Add a relation" }).click();
  await page.getByRole("menuitem", { name: "Relates to" }).click();
  const dialog = page.getByRole("dialog", { name: "Relates to" });
  await dialog.getByRole("searchbox").fill("ladder");
  await expect(dialog.getByRole("menuitem")).toHaveText([/buy a ladder/]);
  await dialog.getByRole("searchbox").fill("brush");
  await expect(dialog).toContainText("Nothing matches.");
  await page.keyboard.press("Enter");
  await letThrough();
  await expect(dialog.getByRole("menuitem")).toHaveText([/buy a brush/]);
  await page.keyboard.press("Enter");
  await expect(relations(page).getByRole("listitem")).toHaveText([/buy a brush/]);
});
