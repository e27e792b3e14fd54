// Cuts a line into what was recognised and what was not. Offsets are UTF-16 units, as in the browser.

import type { Span } from "../api/contract";

export interface Segment {
  text: string;
  span: Span | null;
}

/** Pieces that say nothing about the task itself. */
const untinted = new Set(["command", "quote", "task"]);

/** Spans that still stand where they stood, in order and without overlaps. */
export function standing(text: string, spans: readonly Span[]): Span[] {
  let end = 0;
  return [...spans]
    .sort((a, b) => a.start - b.start)
    .filter((span) => {
      const fits =
        span.start >= end &&
        text.slice(span.start, span.end) === span.text &&
        !untinted.has(span.kind);
      if (fits) end = span.end;
      return fits;
    });
}

export function segmentsOf(text: string, spans: readonly Span[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) segments.push({ text: text.slice(at, span.start), span: null });
    segments.push({ text: text.slice(span.start, span.end), span });
    at = span.end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), span: null });
  return segments;
}

/** The line with one piece in quotes, so that it is taken as plain words. */
export function quoted(text: string, span: Span): string {
  return `${text.slice(0, span.start)}"${text.slice(span.start, span.end)}"${text.slice(span.end)}`;
}

/** The lines of a pasted text that are worth a task each, without list marks. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:[-*•·]|\d+[.)]|\[[ x]?\])\s+/i, "").trim())
    .filter((line) => line.length > 0);
}
