// Asks what several pasted lines are meant to be.

import { plural, t } from "@lingui/core/macro";
import type { Question } from "@/lib/selection/ask";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

const shown = 8;

interface Props {
  asked: Extract<Question, { kind: "lines" }>;
  onClose: () => void;
}

export function LinesDialog({ asked: { lines, add }, onClose }: Props) {
  const take = (chosen: string[]) => {
    onClose();
    add(chosen);
  };
  const more = lines.length - shown;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={plural(lines.length, {
        one: "Add # line as a task?",
        other: "Add # lines as # tasks?",
      })}
    >
      <ol className="flex list-inside list-decimal flex-col gap-1 text-text-2">
        {lines.slice(0, shown).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pasted lines never move.
          <li key={index} className="truncate">
            {line}
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="text-small text-text-3">
          {plural(more, { one: "and # more", other: "and # more" })}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t`Cancel`}</Button>
        <Button onPress={() => take([lines.join(" ")])}>{t`One task`}</Button>
        <Button look="primary" autoFocus onPress={() => take(lines)}>
          {plural(lines.length, { one: "# task", other: "# tasks" })}
        </Button>
      </div>
    </Dialog>
  );
}
