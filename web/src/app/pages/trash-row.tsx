// A deleted task: what it was, when it went, and the way back.

import { t } from "@lingui/core/macro";
import { RotateCcw } from "lucide-react";
import { GridListItem } from "react-aria-components/GridList";
import type { Task } from "@/lib/api/contract";
import { restore } from "@/lib/commands/task-commands";
import { daysBetween, readerToday } from "@/lib/dates/due";
import { dayWords, isoDay, plusDays } from "@/lib/dates/format";
import { agoWords, inDaysWords, momentWords } from "@/lib/dates/when";
import { openTask } from "@/lib/routes/routes";
import { Button } from "@/ui/button";

interface Props {
  task: Task;
  /** How many days it stays, where that is known. */
  days: number | undefined;
}

/** From so few days left on, how long it stays is said as a warning. */
const fewDays = 3;

export function TrashRow({ task, days }: Props) {
  const deletedOn = task.deleted_at && isoDay(new Date(task.deleted_at));
  const goesOn = deletedOn && days !== undefined ? plusDays(deletedOn, days) : null;
  const left = goesOn ? daysBetween(readerToday(), goesOn) : null;
  const from = task.project === "Inbox" ? "" : ` · ${task.project}`;
  return (
    <GridListItem
      id={task.id}
      value={task}
      textValue={task.title}
      onAction={() => openTask(task.number)}
      className="flex min-h-(--row) items-center gap-3 rounded-row px-2 py-1 -outline-offset-2 hover:bg-surface-2 data-selected:bg-accent-soft max-[719px]:py-2"
    >
      <span className="flex min-w-0 flex-1 flex-col gap-x-3 min-[720px]:flex-row min-[720px]:items-center min-[720px]:justify-between">
        <span className="min-w-0 wrap-anywhere text-text-1 min-[720px]:truncate">{task.title}</span>
        {task.deleted_at && (
          <span className="figures min-w-0 text-small text-text-2 min-[720px]:max-w-3/5 min-[720px]:shrink-0 min-[720px]:truncate">
            <time dateTime={task.deleted_at} title={momentWords(task.deleted_at)}>
              {t`deleted ${agoWords(task.deleted_at)}`}
            </time>
            {goesOn && left !== null && (
              <>
                {" · "}
                <time
                  dateTime={goesOn}
                  title={dayWords(goesOn)}
                  className={left <= fewDays ? "text-warn" : ""}
                >
                  {t`gone for good ${inDaysWords(left)}`}
                </time>
              </>
            )}
            {from}
          </span>
        )}
      </span>
      <Button
        size="small"
        aria-label={t`Restore ${task.title}`}
        onPress={() => void restore(task)}
        className="max-[719px]:min-h-9"
      >
        <RotateCcw size={14} aria-hidden />
        {t`Restore`}
      </Button>
    </GridListItem>
  );
}
