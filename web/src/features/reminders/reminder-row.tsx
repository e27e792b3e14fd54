// One reminder: what and when, done or later.

import { t } from "@lingui/core/macro";
import type { Notification } from "@/lib/api/contract";
import { complete, snooze } from "@/lib/commands/task-commands";
import { momentWords } from "@/lib/dates/format";
import { openTask } from "@/lib/routes/routes";
import { Button } from "@/ui/button";
import { classes } from "@/ui/classes";
import { acknowledge } from "./use-notifications";

export function ReminderRow({ reminder }: { reminder: Notification }) {
  const { task } = reminder;
  const isRead = reminder.read_at !== null;
  const answer = async (work: () => Promise<unknown>) => {
    await work();
    await acknowledge(reminder.id);
  };
  return (
    <li className="flex flex-col gap-1 border-b border-line px-3 py-2 last:border-0">
      <button type="button" className="text-start" onClick={() => openTask(task.number)}>
        <span className={classes("block wrap-anywhere", isRead ? "text-text-2" : "font-medium")}>
          {task.title}
        </span>
        <span className="block text-small text-text-2">
          {momentWords(reminder.fire_at)}
          {reminder.late && <span className="text-warn"> {t`(late: saydo was not running)`}</span>}
        </span>
      </button>
      {!isRead && (
        <div className="-ms-2 flex gap-1">
          <Button
            size="small"
            look="quiet"
            onPress={() => void answer(() => complete(task))}
          >{t`Done`}</Button>
          <Button
            size="small"
            look="quiet"
            onPress={() => void answer(() => snooze(task, "in 10 minutes"))}
          >{t`In 10 min`}</Button>
          <Button
            size="small"
            look="quiet"
            onPress={() => void answer(() => snooze(task, "in 1 hour"))}
          >{t`In 1 h`}</Button>
          <Button
            size="small"
            look="quiet"
            onPress={() => void acknowledge(reminder.id)}
          >{t`Seen`}</Button>
        </div>
      )}
    </li>
  );
}
