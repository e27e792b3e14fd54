// Adds lines, and keeps those that were refused where they were written.

import { useEffect, useRef, useState } from "react";
import { sentenceOf } from "@/lib/api/problem";
import { addLines, type Defaults } from "@/lib/commands/add-words";
import type { End } from "@/lib/commands/perform";
import { draftAt, setDraft } from "@/lib/drafts/drafts";

/** Under which name lines are kept that were written for this place. */
export const placeOf = (defaults: Defaults) => `add ${JSON.stringify(defaults)}`;

function keepLines(place: string, lines: readonly string[], problem: string, requestId?: string) {
  const before = draftAt(place);
  const all = before ? [before.text, ...lines] : lines;
  setDraft(place, {
    text: all.join("\n"),
    basis: "",
    problem,
    isSending: false,
    requestId: before ? undefined : requestId,
  });
}

/** `giveBack` puts a single line back where it was written; answers whether there was room for it. */
export function useAdding(defaults: Defaults, giveBack: (line: string) => boolean) {
  const place = placeOf(defaults);
  const [problem, setProblem] = useState<string | null>(null);
  const isThere = useRef(false);
  /** What may have been added though no answer came: the same line again is the same request. */
  const unsure = useRef<{ line: string; requestId: string | undefined } | null>(null);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const add = (lines: readonly string[], again?: string) => {
    const [line = ""] = lines;
    const known = unsure.current?.line === line ? unsure.current.requestId : undefined;
    const ended = (end: End) => {
      if ("outcome" in end) return false;
      const words = sentenceOf(end.error);
      if (lines.length === 1 && isThere.current && giveBack(line)) {
        unsure.current = { line, requestId: end.requestId };
        setProblem(words);
        return true;
      }
      keepLines(place, lines, words, end.requestId);
      return isThere.current;
    };
    return addLines(lines, defaults, { ended, requestId: again ?? known });
  };
  return { add, problem, clearProblem: () => setProblem(null) };
}
