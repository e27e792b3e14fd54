// When: due, repetition, start, deadline, duration.

import { t } from "@lingui/core/macro";
import type { Due, Task } from "@/lib/api/contract";
import { reschedule, update } from "@/lib/commands/task-commands";
import { exactWords } from "@/lib/dates/due";
import { durationWords, minutesOf } from "@/lib/dates/duration";
import { slotWords } from "@/lib/dates/format";
import { DatePicker } from "./date-picker";
import { DayField } from "./day-field";
import { FieldRow } from "./field-row";
import { WordsField } from "./words-field";

/** The same time of day on another day. */
function onDay(due: Due | null, date: string): Due {
  return due?.time ? { ...due, date } : { kind: "day", date, time: null, zone: null };
}

export function DateFields({ task }: { task: Task }) {
  const dueWords = task.due ? (task.due_words ?? exactWords(task.due)) : "";
  return (
    <div className="flex flex-col">
      <FieldRow label={t`Due`}>
        <div className="flex items-center">
          <WordsField
            label={t`Due`}
            value={dueWords}
            placeholder={t`tomorrow 5pm`}
            title={task.due ? exactWords(task.due) : undefined}
            onSave={(words) =>
              void (words ? reschedule(task, words) : update(task, { due: null }, false))
            }
          />
          <DatePicker
            label={t`Pick the due day`}
            value={task.due?.date ?? null}
            onPick={(day) => void update(task, { due: onDay(task.due, day) }, false)}
          />
        </div>
      </FieldRow>
      <FieldRow label={t`Repeats`}>
        <WordsField
          label={t`Repeats`}
          value={task.rule?.words ?? ""}
          placeholder={t`every friday`}
          title={task.rule?.rrule}
          onSave={(rule) => void update(task, { rule }, false)}
        />
      </FieldRow>
      {task.rule && task.next.length > 0 && (
        <p className="figures ms-[100px] px-2 pb-1 text-small text-text-3">
          {t`then ${task.next.map(slotWords).join(", ")}`}
        </p>
      )}
      <FieldRow label={t`Deadline`}>
        <DayField
          label={t`Deadline`}
          pickLabel={t`Pick the deadline`}
          value={task.deadline}
          onChange={(deadline) => void update(task, { deadline }, false)}
        />
      </FieldRow>
      <FieldRow label={t`Hidden until`}>
        <div className="flex items-center">
          <WordsField
            label={t`Hidden until`}
            value={task.start ? exactWords(task.start) : ""}
            placeholder={t`next monday`}
            onSave={(start) => void update(task, { start }, false)}
          />
          <DatePicker
            label={t`Pick the day it appears`}
            value={task.start?.date ?? null}
            onPick={(day) => void update(task, { start: onDay(task.start, day) }, false)}
          />
        </div>
      </FieldRow>
      <FieldRow label={t`Takes`}>
        <WordsField
          label={t`Takes`}
          value={durationWords(task.duration_minutes)}
          placeholder={t`30 min`}
          onSave={(words) => {
            const minutes = words === null ? null : minutesOf(words);
            if (minutes !== undefined) void update(task, { duration_minutes: minutes });
          }}
        />
      </FieldRow>
    </div>
  );
}
