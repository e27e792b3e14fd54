// Saves a filter under a name, or changes one that is saved.

import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Form } from "react-aria-components/Form";
import type { View } from "@/lib/api/contract";
import { Problem, sentenceOf } from "@/lib/api/problem";
import { listTasks } from "@/lib/api/tasks";
import { addTo, change } from "@/lib/commands/directory-commands";
import { go, viewPath } from "@/lib/routes/routes";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { FilterMistake } from "@/ui/filter-problem";
import { TextField } from "@/ui/text-field";

interface Props {
  view: View | null;
  filter?: string;
  onClose: () => void;
}

/** What the server thinks of a filter that is being written. */
function useFilterProblem(filter: string): { written: string; problem: Problem | null } {
  const written = useDeferredValue(filter.trim());
  const { error } = useQuery({
    queryKey: ["filter-check", written],
    queryFn: ({ signal }) => listTasks({ filter: written }, null, signal),
    enabled: written.length > 0,
    retry: false,
  });
  return { written, problem: error instanceof Problem ? error : null };
}

export function ViewDialog({ view, filter: initial = "", onClose }: Props) {
  const [name, setName] = useState(view?.name ?? "");
  const [filter, setFilter] = useState(view?.filter ?? initial);
  const { written, problem } = useFilterProblem(filter);
  const isReady = name.trim() !== "" && filter.trim() !== "" && problem === null;
  const save = async () => {
    onClose();
    const fields = { name: name.trim(), filter: filter.trim() };
    if (view) return void change("views", view.id, fields);
    const added = await addTo("views", fields);
    if (added?.view) go(viewPath(added.view));
  };
  return (
    <Dialog title={view ? t`Change the filter` : t`Save a filter`} isOpen onClose={onClose}>
      <Form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void save();
        }}
      >
        <TextField
          label={t`Name`}
          value={name}
          onChange={setName}
          autoFocus
          maxLength={120}
          autoComplete="off"
        />
        <TextField
          label={t`Filter`}
          value={filter}
          onChange={setFilter}
          error={problem && sentenceOf(problem)}
          hint={t`Such as (today | overdue) & p1 & #errands, or +garden & no due`}
          placeholder="(today | overdue) & #errands"
          autoComplete="off"
          spellCheck="false"
        />
        {problem && (
          <div className="-mt-2 flex flex-col items-start gap-2">
            <FilterMistake problem={problem} filter={written} onTake={setFilter} />
          </div>
        )}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onPress={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" isDisabled={!isReady}>{t`Save`}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
