// Where one writes to saydo.

import { t } from "@lingui/core/macro";
import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { takeChatWish } from "@/lib/actions/focus-add";
import { say, stopAnswer } from "@/lib/chat/conversation";
import { IconButton } from "@/ui/icon-button";

export function Composer({ isBusy }: { isBusy: boolean }) {
  const [text, setText] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takeChatWish()) area.current?.focus();
  }, []);
  const submit = () => {
    const message = text.trim();
    if (message === "" || isBusy) return;
    setText("");
    say(message);
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // What is being written is not thrown away with the panel.
    if (event.key === "Escape" && text !== "") event.preventDefault();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <div className="flex items-end gap-1 rounded-panel border border-line bg-surface-1 p-1.5 ps-3 focus-within:border-edge">
      <textarea
        ref={area}
        aria-label={t`Message`}
        data-chat-input
        rows={Math.min(6, text.split("\n").length)}
        value={text}
        placeholder={t`Move the dentist to Friday`}
        maxLength={2000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="bare resize-none py-1.5"
      />
      {isBusy ? (
        <IconButton icon={Square} label={t`Stop`} onPress={stopAnswer} className="size-9" />
      ) : (
        <IconButton
          icon={ArrowUp}
          label={t`Send`}
          keys="Enter"
          isDisabled={text.trim() === ""}
          onPress={submit}
          className="size-9 bg-accent text-on-accent! hover:bg-accent data-disabled:bg-surface-3 data-disabled:text-text-3! data-disabled:opacity-100"
        />
      )}
    </div>
  );
}
