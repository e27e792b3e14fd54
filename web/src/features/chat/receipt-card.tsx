// What an answer did: the words, the tasks as they are now, what changed in them, and Undo.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { Receipt, ReceiptDiff } from "@/lib/api/contract";
import { undo } from "@/lib/commands/undo";
import { Button } from "@/ui/button";
import { LiveTasks } from "./live-tasks";

const most = 5;

/** Changes that the row itself shows. */
const seenInRow = new Set(["status", "trash"]);

/** `due: Fri 27 Nov → Mon 30 Nov`, with the title where several tasks changed. */
function diffLines(diffs: readonly ReceiptDiff[]): string[] {
  const isAboutMany = new Set(diffs.map((diff) => diff.task)).size > 1;
  return diffs
    .filter((diff) => !seenInRow.has(diff.field))
    .map((diff) => {
      const field = diff.field.replaceAll("_", " ");
      const change = [diff.before_words, diff.after_words]
        .map((words) => words || t`none`)
        .join(" → ");
      return isAboutMany ? `${diff.title}, ${field}: ${change}` : `${field}: ${change}`;
    });
}

export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const [isUndone, setUndone] = useState(false);
  const { change_id, tasks, words } = receipt;
  const more = tasks.length - most;
  const take = async () => {
    if (change_id && (await undo(change_id))) setUndone(true);
  };
  return (
    <section aria-label={words} className="flex flex-col gap-1">
      <LiveTasks label={words} tasks={tasks.slice(0, most)} />
      {more > 0 && <p className="text-small text-text-3">{t`and ${more} more`}</p>}
      {diffLines(receipt.diffs ?? []).map((line) => (
        <p key={line} className="figures ps-2 text-small text-text-2">
          {line}
        </p>
      ))}
      {change_id && (
        <div>
          <Button
            size="small"
            look="quiet"
            isDisabled={isUndone}
            onPress={() => void take()}
            aria-label={t`Undo: ${words}`}
          >
            {isUndone ? t`Undone` : t`Undo`}
          </Button>
        </div>
      )}
    </section>
  );
}
