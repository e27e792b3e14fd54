// A field that is filled in words: type "every friday" or "tomorrow 5pm" and leave it.

import { t } from "@lingui/core/macro";
import { type KeyboardEvent, useState } from "react";
import { DraftNote } from "./draft-note";
import { confirmField, isKey } from "./leave-field";
import { type Field, useWritten } from "./use-written";

interface Props {
  label: string;
  field: Field;
  placeholder: string;
  /** What stands there while nothing is said and nobody writes. */
  rest?: string;
  title?: string;
  /** Enter adds what was written and stays for more. */
  isAdder?: boolean;
}

export function WordsField({ label, field, placeholder, rest, title, isAdder }: Props) {
  const written = useWritten(field);
  const [isFocused, setFocused] = useState(false);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isKey(event, "Enter")) {
      if (!isAdder) confirmField(event, written);
      else if (written.trouble) written.keep();
      else written.save();
    }
    if (event.key !== "Escape") return;
    if (event.nativeEvent.isComposing || written.giveUp()) event.stopPropagation();
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <input
        aria-label={label}
        data-field
        value={written.text}
        placeholder={isFocused ? placeholder : (rest ?? t`none`)}
        title={title}
        autoComplete="off"
        onChange={(event) => written.change(event.target.value)}
        onFocus={(event) => {
          setFocused(true);
          written.enter();
          event.currentTarget.select();
        }}
        onBlur={() => {
          setFocused(false);
          written.leave();
        }}
        onKeyDown={onKeyDown}
        className="bare figures min-h-8 rounded-row px-2 hover:bg-surface-3 focus:bg-surface-2"
      />
      <DraftNote label={label} written={written} />
    </div>
  );
}
