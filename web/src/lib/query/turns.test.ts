import { expect, test } from "vitest";
import { inTurn, isUnderWay } from "./turns";

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("what is about the same thing is sent when what came before is answered", async () => {
  const sent: string[] = [];
  let answer = (_: string) => {};
  const first = inTurn("a", () => {
    sent.push("first");
    return new Promise<string>((resolve) => {
      answer = resolve;
    });
  });
  const second = inTurn<string>("a", async (before) => {
    sent.push(`second after ${before}`);
    return "two";
  });
  const other = inTurn("b", async () => sent.push("other"));
  await other;
  expect(sent).toEqual(["first", "other"]);
  expect([isUnderWay("a"), isUnderWay("b")]).toEqual([true, false]);
  answer("one");
  expect(await first).toBe("one");
  expect(isUnderWay("a")).toBe(true);
  expect(await second).toBe("two");
  expect(isUnderWay("a")).toBe(false);
  expect(sent).toEqual(["first", "other", "second after one"]);
});

test("a refusal is the sender's own: the next one is sent all the same", async () => {
  const refused = inTurn("a", () => Promise.reject(new Error("no")));
  const next = inTurn<string>("a", async (before) => `after ${before}`);
  await expect(refused).rejects.toThrow("no");
  expect(await next).toBe("after undefined");
  await settled();
  expect(isUnderWay("a")).toBe(false);
});
