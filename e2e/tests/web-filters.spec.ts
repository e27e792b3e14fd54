// Saved filters in the sidebar: how to come by one, and their names, order and end.
import type { Page } from "@playwright/test";
import type { Api } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/story.ts";

const filters = (page: Page) => page.getByRole("region", { name: "Saved filters" });

async function names(api: Api): Promise<string[]> {
  const { views } = await api.call<{ views: { name: string }[] }>("GET", "/views");
  return views.map((view) => view.name);
}

test("where no filter is saved, the sidebar leads to one that can be", async ({
  signedIn: page,
  api,
}) => {
  await page.goto("/search?q=something+else");
  await filters(page)
    .getByRole("link", { name: "Search for “overdue | p1” and save it, and it stands here." })
    .click();
  await expect(page.getByRole("searchbox", { name: "Search" })).toHaveValue("overdue | p1");
  await page.getByRole("button", { name: "Save filter" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("urgent");
  await page.keyboard.press("Enter");
  await expect(filters(page).getByRole("link", { name: "urgent" })).toBeVisible();
  await expect(filters(page)).not.toContainText("Search for");
  expect(await names(api)).toEqual(["urgent"]);
});

test("saved filters are ordered by keys, by their menu and by dragging, with undo", async ({
  signedIn: page,
  api,
}) => {
  for (const name of ["alpha", "beta", "gamma"]) {
    await api.call("POST", "/views", { name, filter: "overdue | p1" });
  }
  await page.goto("/");
  const link = (name: string) => filters(page).getByRole("link", { name });
  const shown = () => filters(page).getByRole("link").allTextContents();
  await link("gamma").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => names(api)).toEqual(["gamma", "alpha", "beta"]);
  await expect(link("gamma")).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await filters(page).getByRole("button", { name: "More for the filter alpha" }).click();
  await page.getByRole("menuitem", { name: "Move down" }).click();
  await expect.poll(() => names(api)).toEqual(["gamma", "beta", "alpha"]);
  await link("alpha").dragTo(link("gamma"), { targetPosition: { x: 40, y: 4 } });
  await expect.poll(() => names(api)).toEqual(["alpha", "gamma", "beta"]);
  await page
    .getByRole("region", { name: "Messages" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect.poll(() => names(api)).toEqual(["gamma", "beta", "alpha"]);
  await expect
    .poll(async () => (await shown()).map((text) => text.replace("◇", "")))
    .toEqual(["gamma", "beta", "alpha"]);
});

test("a saved filter is renamed and deleted from the sidebar, and opened by keys", async ({
  signedIn: page,
  api,
}) => {
  await api.call("POST", "/views", { name: "urgent", filter: "overdue | p1" });
  await page.goto("/");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("searchbox").fill("urgent");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "urgent" })).toBeVisible();
  await filters(page).getByRole("button", { name: "More for the filter urgent" }).press("Enter");
  await page.getByRole("menuitem", { name: "Rename or change" }).press("Enter");
  await page.getByRole("textbox", { name: "Name" }).fill("now or never");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "now or never" })).toBeVisible();
  await filters(page).getByRole("button", { name: "More for the filter now or never" }).click();
  await page.getByRole("menuitem", { name: "Delete the filter" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeVisible();
  expect(await names(api)).toEqual([]);
});

test("while a filter is written, its mistake is marked and mended in one press", async ({
  signedIn: page,
  api,
}) => {
  await api.call("POST", "/views", { name: "urgent", filter: "overdue | p1" });
  await page.goto("/");
  await filters(page).getByRole("button", { name: "More for the filter urgent" }).click();
  await page.getByRole("menuitem", { name: "Rename or change" }).click();
  const dialog = page.getByRole("dialog", { name: "Change the filter" });
  await dialog.getByRole("textbox", { name: "Filter" }).fill("p1 & overdu");
  await expect(dialog.locator("mark")).toHaveText("overdu");
  await expect(dialog.getByRole("button", { name: "Save", exact: true })).toBeDisabled();
  await dialog.getByRole("button", { name: "Use p1 & overdue" }).click();
  await expect(dialog.getByRole("textbox", { name: "Filter" })).toHaveValue("p1 & overdue");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog).toHaveCount(0);
});
