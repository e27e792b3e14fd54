// The one way in which the interface changes tasks: shown at once, sent, confirmed or taken back.

import { t } from "@lingui/core/macro";
import { newRequestId } from "../api/client";
import type { Outcome, Task } from "../api/contract";
import { isRefusal, sentenceOf } from "../api/problem";
import { queryClient } from "../query/client";
import { keys } from "../query/keys";
import { patchTasks, storeTasks } from "../query/patch";
import { holdLists, refreshLists } from "../query/refresh";
import { clearDone, showToast } from "../toasts/toasts";
import { undo } from "./undo";

export interface Performance {
  /** Sends it under a name, so that trying again never does it twice. */
  request: (requestId: string) => Promise<Outcome>;
  /** What the user sees until the server has answered. */
  show?: { tasks: readonly Task[]; change: (task: Task) => Task };
  /** How long rows stay as shown, even when the answer is there. */
  holdMs?: number;
  /** It cannot be taken back, so that Undo is not offered. */
  isFinal?: boolean;
  /** No message when it worked; what changed is visible where the user looks. */
  quiet?: boolean;
  /** Told what came of each try; answers whether a refusal is said where it was written, so that no message need say it. */
  ended?: ((end: End) => boolean) | undefined;
}

/** A refusal that may have been carried out without an answer says under which name it was sent. */
export type End = { outcome: Outcome } | { error: unknown; requestId: string | undefined };

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Performs a command; answers `null` when it was refused, which the user has then been told. */
export async function perform(
  performance: Performance,
  requestId = newRequestId(),
): Promise<Outcome | null> {
  const { request, show, holdMs = 0, isFinal = false, quiet = false, ended } = performance;
  const before = new Map((show?.tasks ?? []).map((task) => [task.id, task]));
  if (show) patchTasks(queryClient, (task) => (before.has(task.id) ? show.change(task) : task));
  if (holdMs > 0) holdLists(holdMs);
  clearDone();
  try {
    const held = wait(holdMs);
    const outcome = await request(requestId);
    if (!quiet || outcome.notes.length > 0) {
      announce(isFinal ? { ...outcome, change_id: null } : outcome);
    }
    if (holdMs > 0) await held;
    ended?.({ outcome });
    storeTasks(queryClient, outcome.tasks);
    refreshLists(queryClient);
    return outcome;
  } catch (error) {
    storeTasks(queryClient, [...before.values()]);
    refreshLists(queryClient);
    void queryClient.invalidateQueries({ queryKey: keys.allTask });
    const again = isRefusal(error) ? undefined : requestId;
    if (ended?.({ error, requestId: again })) return null;
    showToast({
      kind: "problem",
      words: sentenceOf(error),
      action: {
        label: t`Try again`,
        run: () => void perform(performance, again),
      },
    });
    return null;
  }
}

/** Says what happened and offers to take it back. */
export function announce(outcome: Pick<Outcome, "change_id" | "words" | "notes">): void {
  const words = [outcome.words, ...(outcome.notes ?? [])].filter(Boolean).join(" · ");
  const changeId = outcome.change_id;
  showToast({
    kind: "done",
    words: words || t`Done.`,
    action: changeId ? { label: t`Undo`, run: () => void undo(changeId) } : undefined,
  });
}
