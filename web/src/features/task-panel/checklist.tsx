// Small steps that are no tasks of their own.

import { t } from "@lingui/core/macro";
import { X } from "lucide-react";
import type { ChecklistItem, Task } from "@/lib/api/contract";
import { update } from "@/lib/commands/task-commands";
import { classes } from "@/ui/classes";
import { IconButton } from "@/ui/icon-button";
import { AddLine } from "./add-line";
import { DraftText } from "./draft-text";
import { Tick } from "./tick";

const changed = ({ checklist }: Task, id: string, part: Partial<ChecklistItem>) =>
  checklist.map((line) => (line.id === id ? { ...line, ...part } : line));

const without = ({ checklist }: Task, id: string) => checklist.filter((line) => line.id !== id);

export function Checklist({ task }: { task: Task }) {
  const save = (next: (now: Task) => (ChecklistItem | string)[]) =>
    update(task, (now) => ({ checklist: next(now) }));
  return (
    <section aria-label={t`Checklist`} className="flex flex-col">
      <h2 className="pb-1 text-small font-medium text-text-3">{t`Checklist`}</h2>
      {task.checklist.map((line) => (
        <div key={line.id} className="group/line flex items-start gap-2">
          <span className="mt-1">
            <Tick
              label={line.title}
              isDone={line.done}
              onChange={(done) => save((now) => changed(now, line.id, { done }))}
            />
          </span>
          <DraftText
            label={t`Step`}
            field={{
              task,
              name: `step ${line.id}`,
              value: line.title,
              holds: (now) => now.checklist.find((one) => one.id === line.id)?.title,
              fields: (title) => (now) => ({
                checklist: title ? changed(now, line.id, { title }) : without(now, line.id),
              }),
            }}
            className={classes("min-h-8 py-1", line.done && "text-text-3 line-through")}
          />
          <IconButton
            icon={X}
            label={t`Remove step ${line.title}`}
            className="size-7 opacity-0 group-hover/line:opacity-100 data-focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
            onPress={() => save((now) => without(now, line.id))}
          />
        </div>
      ))}
      <AddLine
        label={t`Add a step`}
        onAdd={async (titles) => {
          const saved = await save((now) => [...now.checklist, ...titles]);
          return saved ? [] : titles;
        }}
      />
    </section>
  );
}
