// When to remind, in words.

import { plural, t } from "@lingui/core/macro";
import type { Reminder, Task } from "@/lib/api/contract";
import { update } from "@/lib/commands/task-commands";
import { momentWords } from "@/lib/dates/format";
import { Chip } from "@/ui/chip";
import { durationWords } from "./duration";
import { FieldRow } from "./field-row";
import { WordsField } from "./words-field";

function reminderWords(reminder: Reminder): string {
  if (reminder.snoozed_until) return t`snoozed until ${momentWords(reminder.snoozed_until)}`;
  if (reminder.kind === "absolute") return reminder.at ? momentWords(reminder.at) : "";
  const minutes = reminder.minutes_before ?? 0;
  if (minutes === 0) return reminder.anchor === "start" ? t`when it appears` : t`when it is due`;
  const span =
    minutes % 1440 === 0
      ? plural(Math.abs(minutes) / 1440, { one: "# day", other: "# days" })
      : durationWords(Math.abs(minutes));
  return minutes > 0 ? t`${span} before` : t`${span} after`;
}

export function ReminderFields({ task }: { task: Task }) {
  return (
    <FieldRow label={t`Reminders`}>
      <div className="flex flex-wrap items-center gap-1 px-2 py-1">
        {task.reminders.map((reminder) => (
          <Chip
            key={reminder.id}
            title={reminder.next_at ? momentWords(reminder.next_at) : undefined}
            removeLabel={t`Remove the reminder ${reminderWords(reminder)}`}
            onRemove={() => void update(task, { remove_reminders: [reminder.id] }, false)}
          >
            {reminderWords(reminder)}
          </Chip>
        ))}
        <div className="-mx-2 min-w-28 flex-1">
          <WordsField
            label={t`Add a reminder`}
            value=""
            placeholder={t`10 min before`}
            onSave={(words) => words && void update(task, { add_reminders: [words] }, false)}
          />
        </div>
      </div>
    </FieldRow>
  );
}
