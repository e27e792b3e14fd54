// Everything about one task.

import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import type { Task } from "@/lib/api/contract";
import { momentWords } from "@/lib/dates/when";
import { ErrorNote } from "@/ui/error-note";
import { SkeletonRows } from "@/ui/skeleton-rows";
import { CompleteCircle } from "@/ui/task/complete-circle";
import { Checklist } from "./checklist";
import { DateFields } from "./date-fields";
import { DraftText } from "./draft-text";
import { Ledger } from "./ledger";
import { NotesField } from "./notes/notes-field";
import { PanelHead } from "./panel-head";
import { PlaceFields } from "./place-fields";
import { Relations } from "./relations/relations";
import { ReminderFields } from "./reminder-fields";
import { ReminderNote } from "./reminder-note";
import { Subtasks } from "./subtasks";
import { useTask } from "./use-task";

interface Props {
  number: string;
  history: (task: Task) => ReactNode;
}

export function TaskPanel({ number, history }: Props) {
  const { data: task, error, refetch } = useTask(number);
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another task takes the focus anew.
  useEffect(() => panel.current?.focus({ preventScroll: true }), [number]);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={task ? t`Task ${task.title}` : t`Task`}
      className="flex h-full flex-col gap-4 overflow-y-auto p-4 outline-none *:shrink-0"
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!task && !error && <SkeletonRows />}
      {task && (
        <>
          <PanelHead task={task} />
          <div className="flex items-start gap-3">
            <span className="pt-1">
              <CompleteCircle task={task} />
            </span>
            <DraftText
              key={task.id}
              label={t`Title`}
              field={{
                task,
                name: "title",
                value: task.title,
                holds: (now) => now.title,
                fields: (title) => ({ title }),
                isRequired: true,
              }}
              className="text-title font-semibold"
            />
          </div>
          <NotesField key={`${task.id} notes`} task={task} />
          <hr className="border-line" />
          <div className="flex flex-col">
            <DateFields task={task} />
            <ReminderFields task={task} />
            <ReminderNote task={task} />
            <PlaceFields task={task} />
          </div>
          <hr className="border-line" />
          <Checklist task={task} />
          <Subtasks task={task} />
          <Relations task={task} />
          {task.rule && <Ledger task={task} />}
          <hr className="border-line" />
          {history(task)}
          <footer className="pb-6 text-small text-text-3">
            {t`Added ${momentWords(task.created_at)}`}
            {task.source_text && task.source_text !== task.title && (
              <>
                {" · "}
                <q>{task.source_text}</q>
              </>
            )}
          </footer>
        </>
      )}
    </section>
  );
}
