// A text of the task that is saved when it is left or confirmed.

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classes } from "@/ui/classes";
import { isKey, leaveField } from "./leave-field";

interface Props {
  label: string;
  value: string;
  placeholder?: string;
  onSave: (value: string) => void;
  onEnter?: () => void;
  /** Called when the text is left, after it was saved. */
  onLeave?: () => void;
  /** Takes the focus when it appears, behind the last word. */
  isFocused?: boolean;
  /** Enter makes a new line instead of saving. */
  isLong?: boolean;
  isRequired?: boolean;
  className?: string;
}

export function DraftText({
  label,
  value,
  placeholder,
  onSave,
  onEnter,
  onLeave,
  isFocused,
  isLong,
  isRequired,
  className,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const text = draft ?? value;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text.
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only where it appears.
  useEffect(() => {
    if (!isFocused) return;
    area.current?.focus();
    area.current?.setSelectionRange(value.length, value.length);
  }, []);

  const isGivenUp = useRef(false);
  const save = () => {
    if (draft === null) return;
    if (isGivenUp.current) {
      isGivenUp.current = false;
      return setDraft(null);
    }
    const next = isLong ? draft : draft.trim();
    setDraft(null);
    if (next !== value && !(isRequired && next === "")) onSave(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") event.stopPropagation();
    if (isKey(event, "Escape")) {
      isGivenUp.current = draft !== null;
      leaveField(event);
    }
    if (isKey(event, "Enter") && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      leaveField(event);
    }
  };
  return (
    <textarea
      ref={area}
      aria-label={label}
      rows={1}
      value={text}
      placeholder={placeholder}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={onEnter}
      onBlur={() => {
        save();
        onLeave?.();
      }}
      onKeyDown={onKeyDown}
      className={classes(
        "bare resize-none overflow-hidden rounded px-1 focus:bg-surface-2",
        className,
      )}
    />
  );
}
