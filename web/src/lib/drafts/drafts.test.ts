import { beforeEach, expect, test, vi } from "vitest";

const draft = { text: "tent\nstove", basis: '""', problem: "no connection", isSending: false };

/** A page of a tab whose session remembers this. */
async function load(remembered: Map<string, string>) {
  vi.resetModules();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => remembered.get(key) ?? null,
    setItem: (key: string, value: string) => void remembered.set(key, value),
  });
  return import("./drafts");
}

beforeEach(() => vi.unstubAllGlobals());

test("what was written is there again after a reload, and what was being sent counts as not sent", async () => {
  const session = new Map<string, string>();
  const before = await load(session);
  before.claimDrafts("mine");
  before.setDraft("a", { ...draft, isSending: true });
  const after = await load(session);
  after.claimDrafts("mine");
  expect(after.draftAt("a")).toEqual(draft);
});

test("what one user wrote is never shown to the next one in the same tab", async () => {
  const session = new Map<string, string>();
  const before = await load(session);
  before.claimDrafts("mine");
  before.setDraft("a", draft);
  const after = await load(session);
  after.claimDrafts("theirs");
  expect(after.draftAt("a")).toBeNull();
  expect([...session.values()].join()).not.toContain("stove");
});

test("a session that remembers nonsense begins with nothing", async () => {
  const { draftAt } = await load(new Map([["saydo.drafts", '{"all":{"a":"b"}}']]));
  expect(draftAt("a")).toBeNull();
});
