// One line on top of every list: type it, see what was understood, press Enter.

import { t } from "@lingui/core/macro";
import { CornerDownLeft, Plus } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { focusHeading } from "@/lib/actions/focus-add";
import type { Span } from "@/lib/api/contract";
import type { Defaults } from "@/lib/commands/add-words";
import { linesOf, quoted, segmentsOf } from "@/lib/parse/segments";
import { ask } from "@/lib/selection/ask";
import { IconButton } from "@/ui/icon-button";
import { late } from "@/ui/late";
import { EchoLine } from "./echo-line";
import { TintedInput } from "./tinted-input";
import { placeOf, useAdding } from "./use-adding";
import { useRecognition } from "./use-recognition";

const KeptLines = late(() => import("./kept-lines").then((module) => module.KeptLines));

interface Props {
  placeholder: string;
  /** Where a task goes when the words do not say. */
  defaults?: Defaults;
  onAdded?: () => void;
}

export function QuickAdd({ placeholder, defaults = {}, onAdded }: Props) {
  const [text, setText] = useState("");
  const [armed, setArmed] = useState<number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const echoId = useId();
  const { spans, parsed } = useRecognition(text);
  const giveBack = (line: string) => {
    const isFree = input.current?.value === "";
    if (isFree) setText(line);
    return isFree;
  };
  const { add, problem, clearProblem } = useAdding(defaults, giveBack);

  const change = (next: string) => {
    setText(next);
    setArmed(null);
    clearProblem();
  };
  const dismiss = (span: Span) => {
    change(quoted(text, span));
    input.current?.focus();
  };
  const submit = async () => {
    const line = text.trim();
    if (line === "") return;
    change("");
    if ((await add([line])) !== null) onAdded?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      void submit();
    } else if (event.key === "Escape") focusHeading();
    else if (event.key === "Backspace") {
      const caret = event.currentTarget.selectionStart;
      const span =
        caret === event.currentTarget.selectionEnd && spans.find((one) => one.end === caret);
      if (!span) return;
      event.preventDefault();
      if (armed === span.start) dismiss(span);
      else setArmed(span.start);
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const lines = linesOf(event.clipboardData.getData("text/plain"));
    if (lines.length < 2) return;
    event.preventDefault();
    ask({
      kind: "lines",
      lines,
      add: (chosen) => void add(chosen),
    });
  };

  return (
    <div className="rounded-panel border border-line bg-surface-1 focus-within:border-edge">
      <div className="flex items-center gap-2.5 ps-3 pe-1.5">
        <Plus size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-text-3" />
        <TintedInput
          label={t`Add a task`}
          placeholder={placeholder}
          value={text}
          segments={segmentsOf(text, spans)}
          armed={armed}
          inputRef={input}
          onChange={change}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          describedBy={echoId}
        />
        {text && (
          <IconButton
            icon={CornerDownLeft}
            label={t`Add`}
            keys="Enter"
            onPress={() => void submit()}
          />
        )}
      </div>
      {problem && (
        <p role="alert" className="px-3 pb-2.5 text-small text-danger">
          {t`Not added. ${problem}`}
        </p>
      )}
      <EchoLine id={echoId} spans={spans} parsed={parsed} onDismiss={dismiss} />
      <KeptLines place={placeOf(defaults)} onAgain={add} />
    </div>
  );
}
