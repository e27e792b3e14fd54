// Asks before something big: what it is, how many, a few of them, yes or no.

import { plural, t } from "@lingui/core/macro";
import type { Task } from "@/lib/api/contract";
import { answer } from "@/lib/chat/conversation";
import { Button } from "@/ui/button";

interface Props {
  data: { token: string; words: string; count: number; sample: Task[] };
  answered: boolean | undefined;
}

export function ConfirmCard({ data, answered }: Props) {
  const more = data.count - data.sample.length;
  return (
    <section
      aria-label={data.words}
      className="flex flex-col gap-2 rounded-row border border-line bg-surface-1 p-3"
    >
      <p className="font-medium">{data.words}</p>
      <ul className="flex flex-col gap-0.5 text-small text-text-2">
        {data.sample.map((task) => (
          <li key={task.id} className="truncate">
            {task.title}
          </li>
        ))}
        {more > 0 && (
          <li className="text-text-3">
            {plural(more, { one: "and # more", other: "and # more" })}
          </li>
        )}
      </ul>
      {answered === undefined ? (
        <div className="flex gap-2">
          <Button
            size="small"
            look="primary"
            onPress={() => answer(data.token, true)}
          >{t`Yes, do it`}</Button>
          <Button size="small" onPress={() => answer(data.token, false)}>{t`No`}</Button>
        </div>
      ) : (
        <p className="text-small text-text-3">{answered ? t`You said yes.` : t`You said no.`}</p>
      )}
    </section>
  );
}
