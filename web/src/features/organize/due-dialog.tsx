// Asks when tasks are due: a few usual answers, or words.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { Task } from "@/lib/api/contract";
import { changeMany } from "@/lib/commands/bulk-commands";
import { reschedule, update } from "@/lib/commands/task-commands";
import { readerToday } from "@/lib/dates/due";
import { dayWords, plusDays } from "@/lib/dates/format";
import { useOverview } from "@/lib/query/use-overview";
import { clearSelection } from "@/lib/selection/selection";
import { PickDialog } from "@/ui/pick-dialog";

interface Props {
  tasks: Task[];
  onClose: () => void;
}

export function DueDialog({ tasks, onClose }: Props) {
  const today = useOverview().data?.today ?? readerToday();
  const [words, setWords] = useState("");
  const to = (when: string | null) => {
    clearSelection();
    const [only] = tasks;
    if (tasks.length > 1) {
      void changeMany(
        tasks,
        when === null
          ? { kind: "update", fields: { due: null } }
          : { kind: "reschedule", to: when },
      );
    } else if (only)
      void (when === null ? update(only, { due: null }, false) : reschedule(only, when));
  };
  const day = (id: string, label: string, days: number) => ({
    id,
    label,
    hint: dayWords(plusDays(today, days)),
    run: () => to(plusDays(today, days)),
  });
  return (
    <PickDialog
      label={t`When? Such as friday 5pm`}
      picks={[
        day("today", t`Today`, 0),
        day("tomorrow", t`Tomorrow`, 1),
        day("in-2", t`In two days`, 2),
        day("week", t`In a week`, 7),
        { id: "none", label: t`No date`, run: () => to(null) },
      ]}
      free={(said) => [{ id: "words", label: said, hint: t`in words`, run: () => to(said) }]}
      words={words}
      onWords={setWords}
      onClose={onClose}
    />
  );
}
