// The trash: when each task went and when it goes for good, the way back, and emptying it.
import { holdBack } from "../fixtures/page.ts";
import { expect, test } from "../fixtures/story.ts";

const DAY_MS = 86_400_000;

test("the trash says when each task went and goes for good, and restores it in one press", async ({
  signedIn: page,
  api,
}) => {
  const task = await api.add("an old idea");
  await api.call("DELETE", `/tasks/${task.id}`);
  await page.clock.setFixedTime(Date.now() + 2 * DAY_MS);
  await page.goto("/trash");
  const row = page.getByRole("row", { name: "an old idea" });
  await expect(row).toContainText("deleted 2 days ago · gone for good in 28 days");
  await page.clock.setFixedTime(Date.now() + 29 * DAY_MS);
  await page.reload();
  await expect(row.getByText("gone for good tomorrow")).toHaveClass(/text-warn/);
  const restore = row.getByRole("button", { name: "Restore an old idea" });
  await expect(restore).toHaveText("Restore");
  await restore.click();
  await expect(row).toHaveCount(0);
  expect(await api.tasks()).toHaveLength(1);
  await expect(page.getByText("The trash is empty.")).toBeVisible();
  await expect(page.getByText("Deleted tasks wait here for 30 days")).toBeVisible();
});

test("several tasks of the trash come back together", async ({ signedIn: page, api }) => {
  for (const title of ["alpha", "beta", "gamma"]) {
    const task = await api.add(title);
    await api.call("DELETE", `/tasks/${task.id}`);
  }
  await page.goto("/trash");
  await page.getByRole("row", { name: "gamma" }).focus();
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar", { name: "Change the selected tasks" });
  await expect(bar.getByRole("button", { name: "Complete" })).toHaveCount(0);
  await bar.getByRole("button", { name: "Restore" }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(2);
  await expect(page.getByRole("row")).toHaveCount(1);
});

test("emptying the trash asks, cannot be undone, and leaves the open tasks alone", async ({
  signedIn: page,
  api,
}) => {
  await api.add("keep me");
  for (const title of ["alpha", "beta"]) {
    const task = await api.add(title);
    await api.call("DELETE", `/tasks/${task.id}`);
  }
  await page.goto("/trash");
  await page.getByRole("button", { name: "Empty the trash" }).click();
  const asked = page.getByRole("dialog", { name: "Empty the trash?" });
  await expect(asked.getByRole("button", { name: "Cancel" })).toBeFocused();
  await asked.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Empty the trash" }).click();
  await asked.getByRole("button", { name: "Empty the trash" }).click();
  await expect(page.getByRole("main").getByText("The trash is empty.")).toBeVisible();
  const told = page.getByRole("region", { name: "Messages" });
  await expect(told).toContainText("The trash is empty.");
  await expect(told.getByRole("button", { name: "Undo" })).toHaveCount(0);
  expect(await api.tasks("", "trash")).toEqual([]);
  expect(await api.tasks()).toHaveLength(1);
});

test("a question that is asked while tasks still go stays open", async ({
  signedIn: page,
  api,
}) => {
  for (const title of ["alpha", "beta"]) {
    const task = await api.add(title);
    await api.call("DELETE", `/tasks/${task.id}`);
  }
  const letThrough = await holdBack(page, /\/v1\/tasks\/bulk$/, "POST");
  await page.goto("/trash");
  await page.getByRole("row", { name: "alpha" }).focus();
  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar", { name: "Change the selected tasks" });
  await bar.getByRole("button", { name: "Delete for good" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Empty the trash" }).click();
  await expect(dialog).toContainText("Every task in it is gone for good");
  await letThrough();
  await expect(page.locator("main").getByText("alpha")).toHaveCount(0);
  await expect(dialog).toContainText("Every task in it is gone for good");
  expect(await api.tasks("", "trash")).toHaveLength(1);
});
