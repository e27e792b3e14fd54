// Reminders: what the panel promises, on which channel, and what a browser with an open tab shows.
import type { Page } from "@playwright/test";
import { only } from "../fixtures/api.ts";
import { panel } from "../fixtures/page.ts";
import { expect, test } from "../fixtures/story.ts";

interface Shown {
  title: string;
  body: string;
}

/** Stands in for the browser's own notifications, which no test can see. */
async function watchNotices(page: Page, permission: NotificationPermission): Promise<Shown[]> {
  const shown: Shown[] = [];
  await page.exposeFunction("noteNotice", (notice: Shown) => shown.push(notice));
  await page.addInitScript((first) => {
    class Notice {
      static permission = first;
      static async requestPermission() {
        Notice.permission = "granted";
        return Notice.permission;
      }
      onclick: (() => void) | null = null;
      constructor(title: string, { body = "" }: NotificationOptions = {}) {
        const { noteNotice } = window as unknown as { noteNotice: (notice: Shown) => void };
        noteNotice({ title, body });
      }
    }
    Object.assign(window, { Notification: Notice });
  }, permission);
  return shown;
}

test("the panel says when a reminder sounds and where, and offers this browser", async ({
  signedIn: page,
  api,
}) => {
  await watchNotices(page, "default");
  await api.add("call the bank tomorrow at 17:00");
  await page.goto("/inbox?task=1");
  await expect(panel(page)).toContainText("Sounds tomorrow 17:00, in saydo.");
  await panel(page).getByRole("button", { name: "Remove the reminder at the time" }).click();
  await expect(panel(page)).toContainText("17:00 comes without a reminder.");
  await panel(page).getByRole("button", { name: "Remind me at 17:00" }).click();
  await expect(panel(page)).toContainText("Sounds tomorrow 17:00, in saydo.");
  await panel(page).getByRole("button", { name: "Notify me from this browser too" }).click();
  await expect(panel(page)).toContainText(
    "Sounds tomorrow 17:00, in saydo and as a notification of this browser.",
  );
  await expect(panel(page).getByRole("button", { name: "Notify me" })).toHaveCount(0);
});

test("a browser that blocks notifications is warned of where the reminder is set", async ({
  signedIn: page,
  api,
}) => {
  await watchNotices(page, "denied");
  await api.call("POST", "/tasks", {
    title: "call the bank",
    due: "tomorrow 17:00",
    reminders: ["1 hour before"],
  });
  await page.goto("/inbox?task=1");
  await expect(panel(page)).toContainText("Sounds tomorrow 16:00, in saydo.");
  await expect(panel(page)).toContainText("This browser blocks notifications of saydo.");
  await page.goto("/settings");
  await expect(page.getByText("The browser does not allow them")).toBeVisible();
});

test("a reminder is shown by the browser of an open tab, once, and the panel proves it", async ({
  signedIn: page,
  api,
}) => {
  const shown = await watchNotices(page, "granted");
  await page.evaluate(() =>
    localStorage.setItem("saydo.prefs", JSON.stringify({ browserNotifications: true })),
  );
  await page.goto("/inbox");
  const at = new Date(Date.now() + 1_500).toISOString();
  await api.call("POST", "/tasks", { title: "take the cake out", reminders: [{ at }] });
  await expect.poll(() => shown, { timeout: 15_000 }).toHaveLength(1);
  expect(only(shown).title).toBe("take the cake out");
  await page.getByRole("row", { name: "take the cake out" }).click();
  await expect(panel(page)).toContainText("Their time is past.");
  await expect(panel(page)).toContainText(/Told today \d\d:\d\d, not seen yet\./);
  await page.getByRole("button", { name: "Reminders, 1 unread" }).click();
  await page
    .getByRole("dialog", { name: "Reminders" })
    .getByRole("button", { name: "Seen", exact: true })
    .click();
  await expect(panel(page)).toContainText(/Told today \d\d:\d\d, seen today \d\d:\d\d\./);
  expect(shown).toHaveLength(1);
});

test("a browser that lets no page make notifications leaves the page as it is", async ({
  signedIn: page,
  api,
}) => {
  await watchNotices(page, "granted");
  await page.addInitScript(() => {
    // Chrome on Android does so.
    const refuse = () => {
      throw new TypeError("Illegal constructor");
    };
    window.Notification = new Proxy(window.Notification, { construct: refuse });
    localStorage.setItem("saydo.prefs", JSON.stringify({ browserNotifications: true }));
  });
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
  const at = new Date(Date.now() + 1_500).toISOString();
  await api.call("POST", "/tasks", { title: "take the cake out", reminders: [{ at }] });
  const told = page.getByRole("region", { name: "Messages" });
  await expect(told).toContainText("take the cake out", { timeout: 15_000 });
  await expect(page.getByRole("heading", { level: 1, name: "Inbox" })).toBeVisible();
});

test("on a phone the reminders are one press away, answered by thumb, and told once", async ({
  signedIn: page,
  api,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Reminders", exact: true })).toBeVisible();
  const at = new Date(Date.now() + 1_500).toISOString();
  for (const title of ["take the cake out", "call mum", "water the plants", "read the post"]) {
    await api.call("POST", "/tasks", { title, reminders: [{ at }] });
  }
  const bell = page.getByRole("button", { name: "Reminders, 4 unread" });
  await expect(bell).toBeVisible({ timeout: 15_000 });
  const told = page.getByRole("region", { name: "Messages" });
  await expect(told.getByRole("button", { name: "Open" })).toHaveCount(3);
  await bell.click();
  const sheet = page.getByRole("dialog", { name: "Reminders" });
  await expect(told.getByRole("button", { name: "Open" })).toHaveCount(0);
  const line = (title: string) => sheet.getByRole("listitem").filter({ hasText: title });
  const box = await sheet.boundingBox();
  expect([box?.x, box?.width]).toEqual([0, 360]);
  for (const button of await line("call mum").getByRole("button").all()) {
    const place = await button.boundingBox();
    expect(place?.height).toBeGreaterThanOrEqual(36);
    expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(360);
  }
  await line("call mum").getByRole("button", { name: "Seen", exact: true }).click();
  await expect(line("call mum").getByRole("button", { name: "Seen", exact: true })).toHaveCount(0);
  await line("take the cake out").getByRole("button", { name: "Done" }).click();
  await line("water the plants").getByRole("button", { name: "Again tomorrow morning" }).click();
  await expect(sheet.getByRole("button", { name: "Seen", exact: true })).toHaveCount(1);
  await expect.poll(async () => (await api.tasks()).length).toBe(3);
  await line("read the post").getByRole("button", { name: "read the post" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("read the post");
  await expect(page.getByRole("button", { name: "Reminders", exact: true })).toBeVisible();
});
