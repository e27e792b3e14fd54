import { expect, test } from "vitest";
import type { Span } from "../api/contract";
import { linesOf, quoted, segmentsOf, standing } from "./segments";

const span = (text: string, piece: string, kind = "due"): Span => {
  const start = text.indexOf(piece);
  return { start, end: start + piece.length, kind, text: piece, words: piece, confidence: 1 };
};

test("a line is cut at its recognised pieces and nothing is lost", () => {
  const text = "call 👩‍👧 tomorrow #family";
  const segments = segmentsOf(
    text,
    standing(text, [span(text, "#family"), span(text, "tomorrow")]),
  );
  expect(segments.map((segment) => segment.text)).toEqual([
    "call 👩‍👧 ",
    "tomorrow",
    " ",
    "#family",
  ]);
  expect(segments.map((segment) => segment.text).join("")).toBe(text);
});

test("a piece that has been typed over is no longer tinted", () => {
  const before = "call tomorrow";
  expect(standing("call tomorow", [span(before, "tomorrow")])).toEqual([]);
});

test("of two overlapping pieces the first one stands", () => {
  const text = "every friday at 5";
  const kept = standing(text, [span(text, "every friday"), span(text, "friday at 5")]);
  expect(kept.map((one) => one.text)).toEqual(["every friday"]);
});

test("a dismissed piece is put in quotes", () => {
  const text = "read 1984 tomorrow night";
  expect(quoted(text, span(text, "tomorrow night"))).toBe('read 1984 "tomorrow night"');
});

test("pasted lines lose their list marks and empty lines", () => {
  expect(linesOf("- milk\n\n * bread\r\n3. eggs\n[ ] tea\n")).toEqual([
    "milk",
    "bread",
    "eggs",
    "tea",
  ]);
});
