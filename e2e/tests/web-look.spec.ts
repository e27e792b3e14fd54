// What a person must see at a glance: the typeface.
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
