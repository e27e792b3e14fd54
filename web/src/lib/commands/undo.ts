// Takes changes back.

import { plural, t } from "@lingui/core/macro";
import type { Undone } from "../api/contract";
import { undoChange, undoTurn } from "../api/directory";
import { sentenceOf } from "../api/problem";
import { queryClient } from "../query/client";
import { keys } from "../query/keys";
import { storeTasks } from "../query/patch";
import { refreshLists } from "../query/refresh";
import { showToast } from "../toasts/toasts";

async function takeBack(request: () => Promise<Undone>): Promise<boolean> {
  try {
    const undone = await request();
    storeTasks(queryClient, undone.tasks);
    refreshLists(queryClient);
    void queryClient.invalidateQueries({ queryKey: keys.allTask });
    const left = undone.conflicts?.length ?? 0;
    showToast({
      kind: "done",
      words:
        left === 0
          ? t`Undone.`
          : plural(left, {
              one: "Undone, except for # field that has changed since.",
              other: "Undone, except for # fields that have changed since.",
            }),
    });
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
