// Connecting an assistant, from its first refusal to its last one.

import { only } from "../fixtures/api.ts";
import { Assistant } from "../fixtures/assistant.ts";
import { expectAccessible } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/story.ts";

test("an assistant is connected without a script, works, is undone and disconnected", async ({
  signedIn: page,
  browser,
  server,
  api,
}) => {
  const assistant = await Assistant.meet(`${server.url}/mcp`, "Helper <b>");
  const cookies = await page.context().storageState();
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: cookies });
  const question = await plain.newPage();
  await question.goto(assistant.question);
  await expect(question.getByRole("heading", { level: 1 })).toHaveText("Let Helper <b> use saydo?");
  await expect(question.getByText("nobody has checked that name")).toBeVisible();
  await expect(question.getByText("a program on this computer")).toBeVisible();
  await question.getByRole("button", { name: "Allow" }).click();
  await expect(question.getByText("You can close this page.")).toBeVisible();
  await plain.close();

  const first = await assistant.tokens();
  const { access_token } = await assistant.refresh(first.refresh_token);
  expect(await assistant.call(access_token, "add_tasks", { text: "buy milk" })).toBe(200);
  expect(only(await api.tasks()).title).toBe("buy milk");

  await page.goto("/settings");
  const section = page.getByRole("region", { name: "Assistants" });
  await expect(section.getByRole("listitem")).toContainText("reads and changes tasks");
  await section.getByRole("button", { name: "Undo everything that Helper <b> did" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo all" }).click();
  await expect.poll(async () => (await api.tasks()).length).toBe(0);
  await section.getByRole("button", { name: "Disconnect Helper <b>" }).click();
  await expect(section.getByText("None is connected.")).toBeVisible();
  await expect
    .poll(() => assistant.call(access_token, "get_overview", {}), { timeout: 2_000 })
    .toBe(401);
});

test("the pages on the way to an assistant have nothing that axe finds", async ({
  signedIn: page,
  browser,
  server,
}) => {
  const assistant = await Assistant.meet(`${server.url}/mcp`, "Helper");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(assistant.question);
    await expect(page.getByRole("button", { name: "Allow" })).toBeVisible();
    await expectAccessible(page);
    const other = await browser.newContext({ colorScheme });
    const stranger = await other.newPage();
    await stranger.goto(assistant.question);
    await expect(stranger.getByRole("heading", { name: "Sign in to saydo" })).toBeVisible();
    await expectAccessible(stranger);
    await other.close();
  }
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("You can close this page.")).toBeVisible();
  expect(page.url()).toContain("error=access_denied");
});
