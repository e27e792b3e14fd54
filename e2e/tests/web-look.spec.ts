// What a person must see at a glance: the typeface, whole titles, nothing over anything else.
import type { Locator } from "@playwright/test";
import { holdBack } from "../fixtures/page.ts";
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

test("a title keeps its room beside tags and a project, on one line", async ({
  signedIn: page,
  api,
}) => {
  const project = "Donaudampfschifffahrtsgesellschaft";
  const tags = "#quarterly-planning #reading #reports #versicherung";
  const task = await api.add(`Rechtsschutzversicherungen vergleichen today p1 ${tags} +${project}`);
  const gone = await api.add(`Rechtsschutzversicherungen widerrufen +${project}`);
  await api.call("DELETE", `/tasks/${gone.id}`);
  for (const width of [768, 1024]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [path, title] of [
      ["/", task.title],
      ["/trash", gone.title],
    ] as const) {
      await page.goto(path);
      const row = page.getByRole("main").getByRole("row", { name: title });
      const box = await row.boundingBox();
      const room = await row.getByText(title, { exact: true }).boundingBox();
      expect(box?.height, `the height of a row on ${path} at ${width}`).toBeLessThanOrEqual(40);
      expect(room?.width, `the title on ${path} at ${width}`).toBeGreaterThan(150);
    }
  }
});

test("long notes push what is below them in the panel", async ({ signedIn: page, api }) => {
  const notes = Array.from({ length: 12 }, (_, at) => `line ${at}`).join("\n\n");
  await api.call("POST", "/tasks", { title: "read me", notes });
  await page.goto("/inbox?task=1");
  const panel = page.getByRole("complementary", { name: "Task" });
  const last = panel.getByText("line 11");
  const due = panel.getByRole("textbox", { name: "Due", exact: true });
  // Again until it holds: the notes are drawn anew once what reads Markdown is there.
  const gap = async () => {
    const [line, field] = await Promise.all([last.boundingBox(), due.boundingBox()]);
    return line && field ? field.y - (line.y + line.height) : Number.NaN;
  };
  await expect.poll(gap).toBeGreaterThan(0);
});

test("notes are drawn once: a panel that opens waits for what draws them", async ({
  signedIn: page,
  api,
}) => {
  await api.call("POST", "/tasks", { title: "read me", notes: "# Chapter one" });
  const answer = await holdBack(page, /\/assets\/notes-view-[^/]*[.]js$/);
  await page.goto("/inbox?task=1");
  const panel = page.getByRole("complementary", { name: "Task" });
  await expect(panel.getByRole("status", { name: "Loading" })).toBeAttached();
  await expect(panel.getByText("Chapter one")).toHaveCount(0);
  await answer();
  await expect(panel.getByRole("heading", { name: "Chapter one" })).toBeVisible();
});

test("what a row says reaches its end, where the add line ends too", async ({
  signedIn: page,
  api,
}) => {
  await api.add("call Ana tomorrow");
  const end = async (part: Locator) => {
    const box = await part.boundingBox();
    return box ? box.x + box.width : Number.NaN;
  };
  for (const width of [768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/inbox");
    const due = page.getByRole("row", { name: "call Ana" }).locator("time");
    const line = page.locator("div:has(> div > div > [data-quick-add])").last();
    await expect(due).toBeVisible();
    expect((await end(line)) - (await end(due)), `at ${width}`).toBeLessThan(16);
  }
});

test("what lies over the page stands in the middle of it, beside the sidebar", async ({
  signedIn: page,
  api,
}) => {
  await api.add("call Ana");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/inbox");
  const middle = async (part: Locator) => {
    const box = await part.boundingBox();
    return box ? Math.round(box.x + box.width / 2) : Number.NaN;
  };
  const list = await middle(page.getByRole("grid", { name: "Inbox" }));
  await page.getByRole("main").getByRole("row", { name: "call Ana" }).focus();
  await page.keyboard.press("x");
  const bar = page.getByRole("toolbar", { name: "Change the selected tasks" });
  await expect.poll(async () => Math.abs((await middle(bar)) - list)).toBeLessThan(2);
  await page.keyboard.press("e");
  const message = page.getByRole("region", { name: "Messages" }).locator("> div");
  await expect.poll(async () => Math.abs((await middle(message)) - list)).toBeLessThan(2);
});

test("on a small phone the bar of the selected tasks is whole", async ({ signedIn: page, api }) => {
  for (const title of ["one", "two"]) await api.add(title);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/inbox");
  for (const title of ["one", "two"]) {
    await page.getByRole("row", { name: title }).focus();
    await page.keyboard.press("x");
  }
  const bar = page.getByRole("toolbar", { name: "Change the selected tasks" });
  const [outer, last] = [
    await bar.boundingBox(),
    await bar.getByRole("button", { name: "Clear the selection" }).boundingBox(),
  ];
  const end = (box: { x: number; width: number } | null) => (box?.x ?? 0) + (box?.width ?? 0);
  expect(end(last)).toBeLessThanOrEqual(end(outer));
  expect(end(outer)).toBeLessThanOrEqual(360);
});
