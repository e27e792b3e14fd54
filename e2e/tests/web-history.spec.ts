// The history in the browser: every change in words, none in the language of the machine.
import { only } from "../fixtures/api.ts";
import { expect, test } from "../fixtures/story.ts";

interface Named {
  project?: { id: string };
  section?: { id: string };
}

test("the history says what changed as people say it", async ({ signedIn: page, api }) => {
  const rent = await api.add("pay rent on the 1st of every month p3 #home");
  const key = await api.add("find the key");
  const { project } = await api.call<Named>("POST", "/projects", { name: "Flat" });
  const place = { name: "Money", project_id: project?.id };
  const { section } = await api.call<Named>("POST", "/sections", place);
  const changes = [
    { priority: "urgent", notes: "by standing order", add_reminders: ["10 minutes before"] },
    { project_id: project?.id, section_id: section?.id },
    { rule: "every 2 weeks", duration_minutes: 75, deadline: "2031-12-02" },
    { checklist: ["look at the bill"], blocked_by: [key.id] },
    { title: "pay the rent", status: "waiting" },
  ];
  for (const change of changes) await api.call("PATCH", `/tasks/${rent.id}`, change);
  await api.call("DELETE", `/tasks/${rent.id}`);
  await api.call("POST", "/undo", {});
  const { tags } = await api.call<{ tags: { id: string }[] }>("GET", "/overview");
  await api.call("DELETE", `/tags/${only(tags).id}`);
  await api.call("DELETE", `/sections/${section?.id}`);

  await page.goto("/history");
  const today = page.getByRole("region", { name: "Today" });
  for (const words of [
    "Deleted the section Money",
    "Deleted the tag home",
    "Undid a change of pay the rent",
    "Now back from the trash",
    "Status Open → Waiting",
    "Checklist “look at the bill” added",
    "Blocked by find the key",
    "Repeats every month on the 1st → every other week",
    "Takes 1 h 15 min",
    "Deadline Tue 2 Dec 2031",
    "Project Inbox → Flat",
    "Section Money",
    "Priority Medium → Urgent",
    "Notes by standing order",
    "Tags #home → none",
    "Added pay the rent",
  ]) {
    await expect(today).toContainText(words);
  }
  await expect(today).toContainText(/Reminders .*10 minutes before/);
  const text = (await today.textContent()) ?? "";
  expect(text).not.toMatch(/[{}[\]_]|[0-9a-f]{8}-[0-9a-f]{4}-|FREQ|undefined|null/);

  await page.goto("/inbox?task=1");
  const panel = page.getByRole("complementary", { name: "Task" });
  await panel.getByRole("button", { name: "Show history" }).click();
  await expect(panel.getByRole("list", { name: "Changes" })).toContainText(
    "Blocked by find the key",
  );
});
