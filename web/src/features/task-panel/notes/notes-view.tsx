// The notes as they are read, with boxes that can be ticked.

import { t } from "@lingui/core/macro";
import { Tick } from "../tick";
import { Markdown } from "./markdown";
import { countBoxes, tick } from "./ticks";

interface Props {
  notes: string;
  onChange: (notes: string) => void;
}

export function NotesView({ notes, onChange }: Props) {
  const boxes = countBoxes(notes);
  return (
    <div className="flex flex-col gap-2 wrap-anywhere">
      <Markdown
        text={notes}
        drawBox={(index, isDone, text) => (
          <Tick
            label={text.split("\n")[0] || t`Step`}
            isDone={isDone}
            // A box that the text hides from counting, in a form that is not foreseen, is only shown.
            isDisabled={index >= boxes}
            onChange={(done) => onChange(tick(notes, index, done))}
          />
        )}
      />
    </div>
  );
}
