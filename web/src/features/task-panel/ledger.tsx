// How the past times of a repeating task ended: done, skipped or missed.

import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import type { Occurrence, Task } from "@/lib/api/contract";
import { listOccurrences } from "@/lib/api/tasks";
import { slotWords } from "@/lib/dates/format";
import { momentWords } from "@/lib/dates/when";
import { keys } from "@/lib/query/keys";

const most = 8;

function outcomeWords({ outcome }: Occurrence): string {
  switch (outcome) {
    case "done":
      return t`done`;
    case "skipped":
      return t`skipped`;
    default:
      return t`missed`;
  }
}

export function Ledger({ task }: { task: Task }) {
  const { data } = useQuery({
    queryKey: keys.occurrences(task.id),
    queryFn: ({ signal }) => listOccurrences(task.id, signal),
  });
  const past = data?.occurrences.slice(0, most) ?? [];
  if (past.length === 0) return null;
  return (
    <section aria-label={t`Past times`} className="flex flex-col">
      <h2 className="pb-1 text-small font-medium text-text-3">{t`Past times`}</h2>
      <ul className="figures flex flex-col gap-1 text-small">
        {past.map((one) => (
          <li key={`${one.slot} ${one.at}`} className="flex justify-between gap-3">
            <span className="text-text-1">{slotWords(one.slot)}</span>
            <span
              title={momentWords(one.at)}
              className={one.outcome === "missed" ? "text-danger" : "text-text-2"}
            >
              {outcomeWords(one)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
