import { expect, test } from "vitest";
import { isSingleKey, keyLabels, matchKeys, type Press, strokeOf } from "./keys";
import type { Action } from "./registry";

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const action = (id: string, keys: string): Action => ({
  id,
  label: id,
  group: "",
  keys,
  run: () => {},
});
const actions = [
  action("palette", "mod+k"),
  action("today", "g t"),
  action("undo", "z, mod+z"),
  action("keys", "?"),
];

test("a press is named as the registry names it", () => {
  expect(strokeOf(press("K", { ctrlKey: true }), false)).toBe("mod+k");
  expect(strokeOf(press("k", { metaKey: true }), true)).toBe("mod+k");
  expect(strokeOf(press("?", { shiftKey: true }), false)).toBe("?");
  expect(strokeOf(press("D", { shiftKey: true }), false)).toBe("shift+d");
});

test("a sequence waits for its second key", () => {
  expect(matchKeys(actions, null, "g")).toEqual({ pending: "g" });
  expect(matchKeys(actions, "g", "t")).toMatchObject({ action: { id: "today" } });
  expect(matchKeys(actions, "g", "x")).toBeNull();
});

test("an action may have several ways", () => {
  expect(matchKeys(actions, null, "z")).toMatchObject({ action: { id: "undo" } });
  expect(matchKeys(actions, null, "mod+z")).toMatchObject({ action: { id: "undo" } });
});

test("keys without a modifier can be told from the others", () => {
  expect(isSingleKey("q")).toBe(true);
  expect(isSingleKey("mod+k")).toBe(false);
});

test("keys are shown as they stand on the keyboard", () => {
  expect(keyLabels("mod+k", true)).toEqual(["⌘", "K"]);
  expect(keyLabels("mod+k", false)).toEqual(["Ctrl", "K"]);
  expect(keyLabels("g t", false)).toEqual(["G", "then", "T"]);
});
