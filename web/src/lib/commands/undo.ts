// Takes changes back.

import { t } from "@lingui/core/macro";
import type { Undone } from "../api/contract";
import { undoChange, undoTurn } from "../api/directory";
import { sentenceOf } from "../api/problem";
import { queryClient } from "../query/client";
import { keys } from "../query/keys";
import { storeTasks } from "../query/patch";
import { refreshLists } from "../query/refresh";
import { showToast } from "../toasts/toasts";

/** Takes back what a request does, and says so. */
export async function takeBack(request: () => Promise<Undone>): Promise<boolean> {
  try {
    const undone = await request();
    storeTasks(queryClient, undone.tasks);
    refreshLists(queryClient);
    void queryClient.invalidateQueries({ queryKey: keys.allTask });
    const conflicts = (undone.conflicts ?? []).map((conflict) => conflict.words);
    showToast({ kind: "done", words: [undone.words || t`Undone.`, ...conflicts].join(" · ") });
    return true;
  } catch (error) {
    showToast({ kind: "problem", words: sentenceOf(error) });
    return false;
  }
}

/** Takes one change back, or the user's latest. */
export const undo = (changeId?: string) => takeBack(() => undoChange(changeId));

/** Takes back all that one chat turn did. */
export const undoWholeTurn = (turnId: string) => takeBack(() => undoTurn(turnId));
