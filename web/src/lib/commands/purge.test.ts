import { afterEach, expect, test, vi } from "vitest";
import { loadCatalogue } from "../i18n/i18n";
import { emptyTrash } from "./purge";

loadCatalogue();
afterEach(() => vi.unstubAllGlobals());

/** A server whose trash holds these pages of ids, one after the other, whatever is asked of it. */
function serve(...pages: string[][]): string[] {
  const purged: string[] = [];
  vi.stubGlobal("location", new URL("http://saydo.test/"));
  vi.stubGlobal("fetch", async (_: unknown, init: RequestInit) => {
    if (init.method === "GET") {
      const tasks = (pages.length > 1 ? pages.shift() : pages[0])?.map((id) => ({ id }));
      return Response.json({ tasks, next_cursor: null });
    }
    const { ids } = JSON.parse(String(init.body));
    purged.push(ids.join());
    return Response.json({ tasks: [], notes: [], words: "", change_id: null });
  });
  return purged;
}

test("the trash is emptied page by page", async () => {
  const purged = serve(["a", "b"], ["c"], []);
  expect(await emptyTrash()).toBe(true);
  expect(purged).toEqual(["a,b", "c"]);
});

test("tasks that stay in the trash are not removed for ever", async () => {
  const purged = serve(["a", "b"], ["b"]);
  await expect(emptyTrash()).rejects.toThrow("some tasks stay in the trash");
  expect(purged).toEqual(["a,b"]);
});
