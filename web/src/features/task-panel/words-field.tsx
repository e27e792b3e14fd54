// A field that is filled in words: type "every friday" or "tomorrow 5pm" and leave it.

import { t } from "@lingui/core/macro";
import { type KeyboardEvent, useState } from "react";
import { isKey, leaveField } from "./leave-field";

interface Props {
  label: string;
  /** What the field says now. */
  value: string;
  placeholder: string;
  /** What stands there while nothing is said and nobody writes. */
  rest?: string;
  title?: string;
  onSave: (words: string | null) => void;
}

export function WordsField({ label, value, placeholder, rest, title, onSave }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isFocused, setFocused] = useState(false);
  const save = () => {
    const words = draft?.trim();
    setDraft(null);
    if (words === undefined || words === value) return;
    onSave(words === "" ? null : words);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isKey(event, "Enter")) leaveField(event);
    if (event.key !== "Escape" || draft === null) return;
    event.stopPropagation();
    if (isKey(event, "Escape")) setDraft(null);
  };
  return (
    <input
      aria-label={label}
      value={draft ?? value}
      placeholder={isFocused ? placeholder : (rest ?? t`none`)}
      title={title}
      autoComplete="off"
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => {
        setFocused(true);
        event.currentTarget.select();
      }}
      onBlur={() => {
        setFocused(false);
        save();
      }}
      onKeyDown={onKeyDown}
      className="bare figures min-h-8 rounded-row px-2 hover:bg-surface-3 focus:bg-surface-2"
    />
  );
}
