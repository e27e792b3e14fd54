// Projects and sections: made, ordered, put away and brought back.
import type { Page } from "@playwright/test";
import type { Api } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/story.ts";

const projects = (page: Page) => page.getByRole("region", { name: "Projects" });

async function make(api: Api, ...names: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const { project } = await api.call<{ project: { id: string } }>("POST", "/projects", { name });
    ids.push(project.id);
  }
  return ids;
}

interface Named {
  name: string;
  archived?: boolean;
}

async function names(api: Api): Promise<string[]> {
  const listed = await api.call<{ projects: Named[] }>("GET", "/projects");
  return listed.projects.map(({ name }) => name).filter((name) => name !== "Inbox");
}

test("projects are ordered by keys and by dragging, and take tasks that are dropped", async ({
  signedIn: page,
  api,
}) => {
  await make(api, "garden", "kitchen", "work");
  await api.add("oil the door");
  await page.goto("/inbox");
  const link = (name: string) => projects(page).getByRole("link", { name });
  await link("garden").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(link("garden")).toBeFocused();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet).toContainText("Move the project or filter down");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await expect.poll(() => names(api)).toEqual(["kitchen", "work", "garden"]);
  await link("garden").dragTo(link("kitchen"), { targetPosition: { x: 40, y: 28 } });
  await expect.poll(() => names(api)).toEqual(["kitchen", "garden", "work"]);
  await page.getByRole("row", { name: "oil the door" }).dragTo(link("work"));
  await expect.poll(async () => (await api.tasks())[0]?.project).toBe("work");
  expect(await names(api)).toEqual(["kitchen", "garden", "work"]);
});

test("moves that come faster than the server answers are all made", async ({
  signedIn: page,
  api,
}) => {
  await make(api, "garden", "kitchen", "office", "work");
  const gates: (() => void)[] = [];
  await page.route(/\/v1\/projects\//, async (route) => {
    await new Promise<void>((open) => {
      gates.push(open);
    });
    await route.continue();
  });
  await page.goto("/inbox");
  const links = projects(page).getByRole("link");
  await links.filter({ hasText: "garden" }).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(links).toHaveText([/kitchen/, /office/, /garden/, /work/]);
  await expect.poll(() => gates.length).toBe(1);
  const refreshed = page.waitForResponse(/\/v1\/tasks\?/);
  gates[0]?.();
  // What the feed says of the first move refreshes the lists while the second is on its way.
  await expect.poll(() => gates.length).toBe(2);
  await refreshed;
  await page.evaluate(() => fetch("/v1/overview"));
  await page.keyboard.press("Alt+ArrowDown");
  await expect(links).toHaveText([/kitchen/, /office/, /work/, /garden/]);
  gates[1]?.();
  await expect.poll(() => gates.length).toBe(3);
  gates[2]?.();
  await expect.poll(() => names(api)).toEqual(["kitchen", "office", "work", "garden"]);
  await expect(links).toHaveText([/kitchen/, /office/, /work/, /garden/]);
});

test("a project is put away, found among the archived, and brought back", async ({
  signedIn: page,
  api,
}) => {
  await make(api, "garden", "kitchen");
  await page.goto("/");
  await projects(page).getByRole("button", { name: "More for the project garden" }).click();
  await page.getByRole("menuitem", { name: "Archive" }).click();
  await expect(projects(page).getByRole("link", { name: "garden" })).toHaveCount(0);
  await projects(page).getByRole("button", { name: "Archived 1" }).click();
  await projects(page).getByRole("link", { name: "garden" }).click();
  await expect(page.getByRole("main")).toContainText("This project is archived");
  await page.getByRole("main").getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByRole("main")).not.toContainText("This project is archived");
  await expect(projects(page).getByRole("button", { name: /Archived/ })).toHaveCount(0);
  await expect(projects(page).getByRole("link")).toHaveCount(2);
});

test("a project is renamed from the sidebar", async ({ signedIn: page, api }) => {
  await make(api, "garden");
  await page.goto("/");
  await projects(page).getByRole("button", { name: "More for the project garden" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("allotment");
  await page.keyboard.press("Enter");
  await expect(projects(page).getByRole("link", { name: "allotment" })).toBeVisible();
});

test("sections are added and put in order", async ({ signedIn: page, api }) => {
  const [garden = ""] = await make(api, "garden");
  await page.goto(`/project/${garden}`);
  for (const name of ["Spring", "Summer"]) {
    await page.getByRole("main").getByRole("button", { name: "More for garden" }).click();
    await page.getByRole("menuitem", { name: "Add a section" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name })).toBeVisible();
  }
  await page.getByRole("button", { name: "More for Summer" }).click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  const headings = page.getByRole("main").getByRole("heading", { level: 2 });
  await expect(headings).toHaveText(["Summer", "Spring"]);
  await page.reload();
  await expect(headings).toHaveText(["Summer", "Spring"]);
});

test("a page whose place could not be deleted stays open", async ({ signedIn: page, api }) => {
  const [garden = ""] = await make(api, "garden");
  const { view } = await api.call<{ view: { id: string } }>("POST", "/views", {
    name: "late",
    filter: "overdue",
  });
  await page.route(/\/v1\/(projects|views)\//, (route) => route.abort());
  const told = page.getByRole("region", { name: "Messages" });
  for (const [address, name] of [
    [`/project/${garden}`, "garden"],
    [`/view/${view.id}`, "late"],
  ] as const) {
    await page.goto(address);
    await page
      .getByRole("main")
      .getByRole("button", { name: `More for ${name}` })
      .click();
    await page.getByRole("menuitem", { name: /^Delete/ }).click();
    const question = page.getByRole("dialog").getByRole("button", { name: "Delete" });
    if (name === "garden") await question.click();
    await expect(told).toContainText("cannot be reached");
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  }
});
