// What an answer did: the words, the tasks as they are now, what changed in them, and Undo.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { Receipt } from "@/lib/api/contract";
import { undo } from "@/lib/commands/undo";
import { Button } from "@/ui/button";
import { LiveTasks } from "./live-tasks";

const most = 5;

function diffWords(diffs: Receipt["diffs"]): string[] {
  return (diffs ?? [])
    .map((diff) => (typeof diff === "string" ? diff : (diff.words ?? "")))
    .filter(Boolean);
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
      {diffWords(receipt.diffs).map((line) => (
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
