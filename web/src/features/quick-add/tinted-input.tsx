// A line of text with the recognised pieces tinted behind it.

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useRef } from "react";
import type { Segment } from "@/lib/parse/segments";

interface Props {
  label: string;
  placeholder: string;
  value: string;
  segments: Segment[];
  armed: number | null;
  inputRef: RefObject<HTMLInputElement | null>;
  onChange: (value: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
  describedBy: string;
}

export function TintedInput(props: Props) {
  const { label, placeholder, value, segments, armed, inputRef, describedBy } = props;
  const behind = useRef<HTMLDivElement>(null);
  const follow = () => {
    if (behind.current && inputRef.current) behind.current.scrollLeft = inputRef.current.scrollLeft;
  };
  return (
    <div className="relative min-w-0 flex-1">
      <div
        ref={behind}
        aria-hidden
        className="pointer-events-none absolute inset-0 flex items-center overflow-hidden whitespace-pre text-transparent"
      >
        <span>
          {segments.map(({ text, span }, index) =>
            span ? (
              <mark
                // biome-ignore lint/suspicious/noArrayIndexKey: segments are places in a line.
                key={index}
                className={`rounded-sm text-transparent ${armed === span.start ? "bg-danger/25" : "bg-accent/20"}`}
              >
                {text}
              </mark>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: segments are places in a line.
              <span key={index}>{text}</span>
            ),
          )}
        </span>
      </div>
      <input
        ref={inputRef}
        aria-label={label}
        aria-describedby={describedBy}
        data-quick-add
        placeholder={placeholder}
        value={value}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        maxLength={2000}
        className="bare relative h-11"
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={props.onKeyDown}
        onPaste={props.onPaste}
        onScroll={follow}
        onKeyUp={follow}
      />
    </div>
  );
}
