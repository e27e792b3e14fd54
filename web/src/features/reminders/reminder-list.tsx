// The reminders that have sounded, newest first, each with its answers.

import { t } from "@lingui/core/macro";
import { BellRing } from "lucide-react";
import { ReminderRow } from "./reminder-row";
import { useNotifications } from "./use-notifications";

/** `onFollow` is called when a task is opened from here. */
export function ReminderList({ onFollow }: { onFollow: () => void }) {
  const { all } = useNotifications();
  if (all.length === 0) {
    return (
      <div className="flex flex-col items-center gap-2 px-4 py-8 text-center">
        <BellRing size={22} strokeWidth={1.5} aria-hidden className="text-text-3" />
        <p className="text-text-1">{t`No reminder has sounded yet.`}</p>
        <p className="text-small text-text-2">{t`Say “remind me to call mum at 6pm”.`}</p>
      </div>
    );
  }
  return (
    <ul>
      {all.map((reminder) => (
        <ReminderRow key={reminder.id} reminder={reminder} onFollow={onFollow} />
      ))}
    </ul>
  );
}
