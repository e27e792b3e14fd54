// When to remind, in words.

import { t } from "@lingui/core/macro";
import type { Reminder, Task } from "@/lib/api/contract";
import { update } from "@/lib/commands/task-commands";
import { momentWords } from "@/lib/dates/when";
import { Chip } from "@/ui/chip";
import { FieldRow } from "./field-row";
import { WordsField } from "./words-field";

function reminderWords(reminder: Reminder): string {
  return reminder.snoozed_until
    ? t`snoozed until ${momentWords(reminder.snoozed_until)}`
    : reminder.words;
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
            field={{
              task,
              name: "reminder",
              value: "",
              holds: () => null,
              fields: (words) => ({ add_reminders: [words] }),
              quiet: false,
            }}
            placeholder={t`10 min before`}
            rest={task.reminders.length > 0 ? t`Add another` : undefined}
            isAdder
          />
        </div>
      </div>
    </FieldRow>
  );
}
