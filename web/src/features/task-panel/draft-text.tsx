// A text of the task that is saved when it is left or confirmed.

import { type KeyboardEvent, useEffect, useRef } from "react";
import { classes } from "@/ui/classes";
import { DraftNote } from "./draft-note";
import { confirmField, isKey, leaveField } from "./leave-field";
import { type Field, useWritten } from "./use-written";

interface Props {
  label: string;
  field: Field;
  placeholder?: string;
  onEnter?: () => void;
  /** Called when the text is left, after it was saved. */
  onLeave?: () => void;
  /** Takes the focus when it appears, behind the last word. */
  isFocused?: boolean;
  className?: string;
}

export function DraftText({
  label,
  field,
  placeholder,
  onEnter,
  onLeave,
  isFocused,
  className,
}: Props) {
  const written = useWritten(field);
  const area = useRef<HTMLTextAreaElement>(null);
  const { text } = written;
  // Enter makes a new line instead of saving.
  const { isLong } = field;

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
    area.current?.setSelectionRange(text.length, text.length);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape" && event.nativeEvent.isComposing) event.stopPropagation();
    if (isKey(event, "Escape")) {
      const isGivenUp = written.giveUp();
      if (isGivenUp || isLong) event.stopPropagation();
      if (isLong) leaveField(event);
    }
    if (isKey(event, "Enter") && (!isLong || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (isLong) leaveField(event);
      else confirmField(event, written);
    }
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <textarea
        ref={area}
        aria-label={label}
        data-field
        rows={1}
        value={text}
        placeholder={placeholder}
        onChange={(event) => written.change(event.target.value)}
        onFocus={() => {
          written.enter();
          onEnter?.();
        }}
        onBlur={() => {
          written.leave();
          onLeave?.();
        }}
        onKeyDown={onKeyDown}
        className={classes(
          "bare resize-none overflow-hidden rounded px-1 focus:bg-surface-2",
          className,
        )}
      />
      <DraftNote label={label} written={written} />
    </div>
  );
}
