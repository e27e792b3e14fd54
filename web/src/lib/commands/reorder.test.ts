import { expect, test } from "vitest";
import { moved } from "./reorder";

const all = ["a", "b", "c", "d"].map((id) => ({ id }));
const ids = (...args: Parameters<typeof moved>) =>
  moved(...args)
    .map((one) => one.id)
    .join("");

test("an entry is put before or after another one, wherever it was", () => {
  expect(ids(all, "a", "c", "after")).toBe("bcad");
  expect(ids(all, "a", "c", "before")).toBe("bacd");
  expect(ids(all, "d", "a", "before")).toBe("dabc");
  expect(ids(all, "d", "a", "after")).toBe("adbc");
});

test("beside itself, or beside what is not there, it stays", () => {
  expect(ids(all, "b", "b", "after")).toBe("abcd");
  expect(ids(all, "b", "x", "after")).toBe("abcd");
  expect(ids(all, "x", "b", "after")).toBe("abcd");
});
