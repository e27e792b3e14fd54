// How the browser tests run: one real server per test, Debian's Chromium, no download.
import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./fixtures/browser.ts";
import type { Options } from "./fixtures/story.ts";

// The screens look the same on both databases; what they show must be right on both: of the files about
// the web app, those that add, change, order, delete and take back.
const ON_BOTH =
  /(rest|chat|terminal|crash|browser-story|web-adding|web-tasks|web-history)\.spec\.ts/;

export default defineConfig<object, Options>({
  testDir: "tests",
  outputDir: "artifacts/results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  workers: 1,
  fullyParallel: true,
  reporter: [["list"], ["./fixtures/summary.ts"]],
  projects: [
    { name: "sqlite", use: { engine: "sqlite" } },
    { name: "postgres", use: { engine: "postgres" }, testMatch: ON_BOTH },
  ],
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
      ],
    },
  },
});
