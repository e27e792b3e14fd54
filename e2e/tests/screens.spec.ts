// Every screen, light and dark, wide and on a phone: nothing that axe finds, and a picture of each.
import type { Page } from "@playwright/test";
import type { Api } from "../fixtures/api.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/story.ts";

const SCREENS = [
  ["today", "/"],
  ["inbox", "/inbox"],
  ["upcoming", "/upcoming"],
  ["search", "/search"],
  ["completed", "/completed"],
  ["history", "/history"],
  ["trash", "/trash"],
  ["chat", "/chat"],
  ["settings", "/settings"],
] as const;
// Screens that need something to show.
const FILLED = [
  ["task", "/inbox?task=1"],
  ["tag", "/tag/home"],
  ["results", "/search?q=rent"],
] as const;
const SIZES = [
  ["wide", { width: 1440, height: 900 }],
  ["phone", { width: 390, height: 844 }],
] as const;

const SENTENCES = [
  "remind me to pay rent on the 1st of every month, high priority, #home",
  "buy milk today p1 #errands",
  "call mum tomorrow at 5pm",
  "water the plants every 3 days +garden",
  "read the long report about everything that happened in the last quarter and what it means",
];

interface Overview {
  projects: { id: string; name: string }[];
}

async function fill(api: Api): Promise<void> {
  for (const sentence of SENTENCES) await api.add(sentence);
  const done = await api.add("post the letter");
  await api.call("POST", `/tasks/${done.id}/complete`, {});
  const gone = await api.add("an old idea");
  await api.call("DELETE", `/tasks/${gone.id}`);
}

async function settle(page: Page): Promise<void> {
  await expect(page.getByRole("main").first()).toBeVisible();
  await page.waitForLoadState("domcontentloaded");
  // A page that is loaded on demand has its heading only when it is there.
  await expect(page.locator("h1").first()).toBeAttached();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

for (const scheme of ["light", "dark"] as const) {
  for (const [size, viewport] of SIZES) {
    test(`every screen is accessible: ${scheme}, ${size}`, async ({ signedIn: page, api }) => {
      test.setTimeout(240_000);
      await fill(api);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.setViewportSize(viewport);
      const { projects } = await api.call<Overview>("GET", "/overview");
      const garden = projects.find((project) => project.name === "garden");
      const screens = [...SCREENS, ...FILLED, ["project", `/project/${garden?.id}`] as const];
      for (const [name, path] of screens) {
        await test.step(name, async () => {
          await page.goto(path);
          await settle(page);
          await page.screenshot({ path: `artifacts/screens/${name}-${scheme}-${size}.png` });
          await expectAccessible(page);
        });
      }
    });
  }
}

test("empty screens and the sign-in page are accessible", async ({ signedIn: page, browser }) => {
  test.setTimeout(240_000);
  for (const [name, path] of SCREENS) {
    await page.goto(path);
    await settle(page);
    await page.screenshot({ path: `artifacts/screens/${name}-empty.png` });
    await expectAccessible(page);
  }
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(new URL("/", page.url()).href);
  await expect(stranger.getByRole("textbox", { name: "E-mail" })).toBeVisible();
  await stranger.screenshot({ path: "artifacts/screens/sign-in.png" });
  await expectAccessible(stranger);
});
