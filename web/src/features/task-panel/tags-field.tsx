// The tags of the task; typing one adds it.

import { t } from "@lingui/core/macro";
import { type KeyboardEvent, useId, useState } from "react";
import type { Task } from "@/lib/api/contract";
import { update } from "@/lib/commands/task-commands";
import { useOverview } from "@/lib/query/use-overview";
import { Chip } from "@/ui/chip";

export function TagsField({ task }: { task: Task }) {
  const [draft, setDraft] = useState("");
  const listId = useId();
  const known = useOverview().data?.tags ?? [];
  const save = (next: (now: string[]) => string[]) =>
    void update(task, (now) => ({ tags: next(now.tags) }));
  const without = (tag: string | undefined) => save((now) => now.filter((one) => one !== tag));
  const add = () => {
    const name = draft.trim().replace(/^#/, "");
    setDraft("");
    if (name && !task.tags.includes(name)) save((now) => [...now, name]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape" && draft !== "") {
      event.stopPropagation();
      setDraft("");
    }
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add();
    }
    if (event.key === "Backspace" && draft === "" && task.tags.length > 0) {
      without(task.tags.at(-1));
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-1 px-2 py-1">
      {task.tags.map((tag) => (
        <Chip key={tag} removeLabel={t`Remove tag ${tag}`} onRemove={() => without(tag)}>
          #{tag}
        </Chip>
      ))}
      <input
        aria-label={t`Add a tag`}
        list={listId}
        value={draft}
        placeholder={task.tags.length === 0 ? t`Add a tag` : ""}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={add}
        className="bare h-6 min-w-20 flex-1"
      />
      <datalist id={listId}>
        {known.map((tag) => (
          <option key={tag.id} value={tag.name} />
        ))}
      </datalist>
    </div>
  );
}
