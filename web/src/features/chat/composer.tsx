// Where one writes to saydo.

import { t } from "@lingui/core/macro";
import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { takeChatWish } from "@/lib/actions/focus-add";
import { messageDraft, say, stopAnswer } from "@/lib/chat/conversation";
import { setDraft, useDraft } from "@/lib/drafts/drafts";
import { IconButton } from "@/ui/icon-button";

export function Composer({ isBusy }: { isBusy: boolean }) {
  const draft = useDraft(messageDraft);
  const text = draft?.text ?? "";
  const problemId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takeChatWish()) area.current?.focus();
  }, []);
  const submit = () => {
    const message = text.trim();
    if (message === "" || isBusy) return;
    setDraft(messageDraft, null);
    say(message, draft?.requestId);
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
    <div>
      {draft?.problem && (
        <p id={problemId} role="alert" className="px-1 pb-1.5 text-small text-danger">
          {t`Not sent. ${draft.problem}`}
        </p>
      )}
      <div className="flex items-end gap-1 rounded-panel border border-line bg-surface-1 p-1.5 ps-3 focus-within:border-edge">
        <textarea
          ref={area}
          aria-label={t`Message`}
          data-chat-input
          rows={Math.min(6, text.split("\n").length)}
          value={text}
          placeholder={t`Move the dentist to Friday`}
          maxLength={2000}
          onChange={(event) => {
            const { value } = event.target;
            const written = { text: value, basis: "", problem: null, isSending: false };
            setDraft(messageDraft, value === "" ? null : written);
          }}
          aria-describedby={draft?.problem ? problemId : undefined}
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
    </div>
  );
}
