// A field that is written: what was written stays until the server has it or it is given up, and never
// takes the place of what was written there elsewhere meanwhile.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { Task, TaskPatch } from "@/lib/api/contract";
import { Problem, sentenceOf } from "@/lib/api/problem";
import type { End } from "@/lib/commands/perform";
import { write } from "@/lib/commands/task-commands";
import { type Draft, draftAt, setDraft, useDraft } from "@/lib/drafts/drafts";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { openTask, taskIn } from "@/lib/routes/routes";
import { showToast } from "@/lib/toasts/toasts";

export interface Field {
  task: Task;
  /** Which one of the task's, for itself. */
  name: string;
  /** What it says now. */
  value: string;
  /** What of a task it shows, so that a change of it elsewhere is noticed. */
  holds: (task: Task) => unknown;
  /** What a text changes, or why it can change nothing. */
  fields: (text: string) => TaskPatch | ((task: Task) => TaskPatch) | string;
  /** Whether blanks at the ends belong to it. */
  isLong?: boolean;
  isRequired?: boolean;
  quiet?: boolean;
}

export type Trouble =
  | { kind: "conflict"; theirs: string }
  | { kind: "refused"; words: string }
  | { kind: "unsaved" };

export interface Written {
  text: string;
  trouble: Trouble | null;
  enter: () => void;
  change: (text: string) => void;
  leave: () => void;
  /** Saves what was written, unless there is trouble that somebody has to decide. */
  save: () => void;
  giveUp: () => boolean;
  /** Saves what was written, whatever stands there now. */
  keep: () => void;
}

const isConflict = (error: unknown) =>
  error instanceof Problem && (error.code === "conflict" || error.code === "stale");

const isOpen = (task: Task) => taskIn(location.search) === String(task.number);

export const draftKey = (task: Task, name: string) => `${task.id} ${name}`;

export function useWritten(field: Field): Written {
  const { task, name, value, holds, fields } = field;
  const key = draftKey(task, name);
  const draft = useDraft(key);
  const [isFocused, setFocused] = useState(false);
  const basisOf = (one: Task) => JSON.stringify(holds(one) ?? null);
  const basis = basisOf(task);
  const textOf = (one: Draft) => (field.isLong ? one.text : one.text.trim());
  const differs = (one: Draft) => one.basis !== basis && textOf(one) !== value;

  const fail = (sent: Draft, error: unknown) => {
    const settle = (problem: string | null) => {
      if (draftAt(key) === sent) setDraft(key, { ...sent, isSending: false, problem });
    };
    const words = sentenceOf(error);
    if (isConflict(error)) {
      const queryKey = keys.task(String(task.number));
      void queryClient.refetchQueries({ queryKey }).then(() => settle(null));
    } else settle(words);
    if (isOpen(task)) return;
    const action = { label: t`Show the task`, run: () => openTask(task.number) };
    showToast({ kind: "problem", words, action });
  };
  const succeed = (sent: Draft, outcome: Task | undefined) => {
    const now = draftAt(key);
    if (now?.text === sent.text) setDraft(key, null);
    // More was written while this was on its way.
    else if (now && outcome) setDraft(key, { ...now, basis: basisOf(outcome) });
  };
  const send = (written: Draft, from: string) => {
    const change = fields(textOf(written));
    if (typeof change === "string") return setDraft(key, { ...written, problem: change });
    const sent: Draft = { ...written, basis: from, problem: null, isSending: true };
    setDraft(key, sent);
    const ended = (end: End) => {
      if ("error" in end) fail(sent, end.error);
      else
        succeed(
          sent,
          end.outcome.tasks.find((one) => one.id === task.id),
        );
      return true;
    };
    const isFresh = (now: Task) => basisOf(now) === from;
    void write(task, change, { isFresh, ended, quiet: field.quiet ?? true });
  };

  const troubleOf = (one: Draft): Trouble | null => {
    if (one.isSending || textOf(one) === value) return null;
    if (differs(one)) return { kind: "conflict", theirs: value };
    if (one.problem) return { kind: "refused", words: one.problem };
    return isFocused ? null : { kind: "unsaved" };
  };
  const save = () => {
    const written = draftAt(key);
    if (!written || written.isSending) return;
    const text = textOf(written);
    if (text === value || (field.isRequired && text === "")) setDraft(key, null);
    else if (!differs(written) && !written.problem) send(written, written.basis);
  };
  return {
    text: draft?.text ?? value,
    trouble: draft && troubleOf(draft),
    enter: () => setFocused(true),
    change: (text) => {
      const from = draftAt(key)?.basis ?? basis;
      setDraft(key, { text, basis: from, problem: null, isSending: false });
    },
    leave: () => {
      setFocused(false);
      save();
    },
    save,
    giveUp: () => {
      const isWritten = draftAt(key) !== null;
      setDraft(key, null);
      return isWritten;
    },
    keep: () => {
      const written = draftAt(key);
      if (written) send(written, basis);
    },
  };
}
