// One reminder: what and when, done or later.

import { t } from "@lingui/core/macro";
import { Check } from "lucide-react";
import type { Notification } from "@/lib/api/contract";
import { complete, snooze } from "@/lib/commands/task-commands";
import { momentWords, whenWords } from "@/lib/dates/when";
import { openTask } from "@/lib/routes/routes";
import { Button } from "@/ui/button";
import { classes } from "@/ui/classes";
import { IconButton } from "@/ui/icon-button";
import { acknowledge } from "./use-notifications";

interface Props {
  reminder: Notification;
  onFollow: () => void;
}

export function ReminderRow({ reminder, onFollow }: Props) {
  const { task, fire_at, read_at, late } = reminder;
  const isRead = read_at !== null;
  const answer = async (work: () => Promise<unknown>) => {
    if (await work()) await acknowledge(reminder.id);
  };
  const follow = () => {
    onFollow();
    openTask(task.number);
    if (!isRead) void acknowledge(reminder.id);
  };
  const laters = [
    { label: t`10 min`, name: t`Again in 10 minutes`, until: "in 10 minutes" },
    { label: t`1 hour`, name: t`Again in 1 hour`, until: "in 1 hour" },
    { label: t`Tomorrow`, name: t`Again tomorrow morning`, until: "tomorrow morning" },
  ];
  return (
    <li className="flex flex-col gap-1 border-b border-line px-2 py-2 last:border-0 max-[719px]:px-3">
      <button
        type="button"
        className="rounded-row px-2 py-1 text-start hover:bg-surface-3"
        onClick={follow}
      >
        <span
          className={classes(
            "block wrap-anywhere",
            isRead ? "text-text-2" : "font-medium text-text-1",
          )}
        >
          {task.title}
        </span>
        <time
          dateTime={fire_at}
          title={momentWords(fire_at)}
          className="block text-small text-text-2"
        >
          {whenWords(fire_at)}
          {late && <span className="text-warn"> {t`(late: saydo was not running)`}</span>}
        </time>
      </button>
      {!isRead && (
        <div className="flex items-center gap-1 ps-1">
          <Button
            size="small"
            onPress={() => void answer(() => complete(task))}
            className="me-1 max-[719px]:min-h-9"
          >{t`Done`}</Button>
          {laters.map(({ label, name, until }) => (
            <Button
              key={until}
              size="small"
              look="quiet"
              aria-label={name}
              onPress={() => void answer(() => snooze(task, until))}
              className="max-[719px]:min-h-9"
            >
              {label}
            </Button>
          ))}
          <span className="flex-1" />
          <IconButton
            icon={Check}
            label={t`Seen`}
            onPress={() => void acknowledge(reminder.id)}
            className="max-[719px]:size-9"
          />
        </div>
      )}
    </li>
  );
}
