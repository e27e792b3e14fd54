// What a person must see at a glance: the typeface, the bell on a phone.
import { expect, test } from "../fixtures/story.ts";

test("the typeface comes from saydo, before it is needed, and is kept", async ({
  signedIn: page,
  api,
}) => {
  await api.add("buy milk tomorrow");
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  await page.goto("/inbox");
  await expect(page.getByRole("row", { name: "buy milk" })).toBeVisible();
  const font = await page.locator("link[rel=preload][as=font]").getAttribute("href");
  const answer = await page.request.get(font ?? "no preloaded font");
  expect(answer.headers()).toMatchObject({
    "content-type": "font/woff2",
    "cache-control": "public, max-age=31536000, immutable",
  });
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    const fonts = [...document.fonts].map(({ family, status }) => ({ family, status }));
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    return { fonts, files: files.filter((name) => name.endsWith(".woff2")) };
  });
  expect(loaded.fonts).toEqual([{ family: "Inter Variable", status: "loaded" }]);
  expect(loaded.files, "one file, asked for once").toHaveLength(1);
  expect([...hosts]).toEqual([new URL(page.url()).origin]);
  const due = page.getByRole("row", { name: "buy milk" }).locator("time");
  await expect(due).toHaveCSS("font-variant-numeric", "tabular-nums");
  await expect(due).toHaveCSS("font-family", /^"Inter Variable"/);
});

test("on a phone the reminders are one press away, and told once", async ({
  signedIn: page,
  api,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Reminders", exact: true })).toBeVisible();
  const at = new Date(Date.now() + 1_500).toISOString();
  await api.call("POST", "/tasks", { title: "take the cake out", reminders: [{ at }] });
  const bell = page.getByRole("button", { name: "Reminders, 1 unread" });
  await expect(bell).toBeVisible({ timeout: 15_000 });
  const told = page.getByRole("region", { name: "Messages" });
  await expect(told.getByRole("button", { name: "Open" })).toHaveCount(1);
  await bell.click();
  const list = page.getByRole("dialog", { name: "Reminders" });
  await list.getByRole("button", { name: "Seen", exact: true }).click();
  await expect(list.getByText("take the cake out")).toBeVisible();
  await expect(list.getByRole("button", { name: "Seen", exact: true })).toHaveCount(0);
});
