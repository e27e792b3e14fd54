// When: due, repetition, start, deadline, duration.

import { t } from "@lingui/core/macro";
import type { Due, Task } from "@/lib/api/contract";
import { update } from "@/lib/commands/task-commands";
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
  const aloud = { task, quiet: false };
  const dueWords = task.due ? (task.due_words ?? exactWords(task.due)) : "";
  return (
    <div className="flex flex-col">
      <FieldRow label={t`Due`}>
        <div className="flex items-center">
          <WordsField
            label={t`Due`}
            field={{
              ...aloud,
              name: "due",
              value: dueWords,
              holds: (now) => now.due,
              fields: (words) => ({ due: words || null }),
            }}
            placeholder={t`tomorrow 5pm`}
            title={task.due ? exactWords(task.due) : undefined}
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
          field={{
            ...aloud,
            name: "rule",
            value: task.rule?.words ?? "",
            holds: (now) => now.rule?.rrule,
            fields: (words) => ({ rule: words || null }),
          }}
          placeholder={t`every friday`}
          title={task.rule?.rrule}
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
            field={{
              ...aloud,
              name: "start",
              value: task.start ? exactWords(task.start) : "",
              holds: (now) => now.start,
              fields: (words) => ({ start: words || null }),
            }}
            placeholder={t`next monday`}
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
          field={{
            task,
            name: "duration",
            value: durationWords(task.duration_minutes),
            holds: (now) => now.duration_minutes,
            fields: (words) => {
              const minutes = words === "" ? null : minutesOf(words);
              return minutes === undefined
                ? t`Say how long, such as “30 min” or “1 h 15 min”.`
                : { duration_minutes: minutes };
            },
          }}
          placeholder={t`30 min`}
        />
      </FieldRow>
    </div>
  );
}
