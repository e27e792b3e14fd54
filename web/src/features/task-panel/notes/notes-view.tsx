// The notes as they are read, with boxes that can be ticked.

import { t } from "@lingui/core/macro";
import { Tick } from "../tick";
import { draw } from "./markdown";
import { tick } from "./ticks";

interface Props {
  notes: string;
  onChange: (change: (notes: string) => string) => void;
}

export function NotesView({ notes, onChange }: Props) {
  return (
    <div className="flex flex-col gap-2 wrap-anywhere">
      {draw(notes, (index, isDone, text) => (
        <Tick
          label={text.split("\n")[0] || t`Step`}
          isDone={isDone}
          onChange={(done) => onChange((now) => tick(now, index, text, done))}
        />
      ))}
    </div>
  );
}
