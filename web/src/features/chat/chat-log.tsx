// The messages of the open conversation; the newest stays in sight.

import { t } from "@lingui/core/macro";
import { useEffect, useRef } from "react";
import type { OpenConversation } from "@/lib/chat/conversation";
import { say } from "@/lib/chat/conversation";
import { Button } from "@/ui/button";
import { Message } from "./message";

const examples = () => [
  t`Remind me to pay rent on the 1st of every month`,
  t`What is due this week?`,
  t`Move everything overdue to today`,
];

export function ChatLog({ open }: { open: OpenConversation }) {
  const end = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls whenever something was said.
  useEffect(() => {
    end.current?.scrollIntoView({ block: "end" });
  }, [open.messages]);
  return (
    <div
      role="log"
      aria-label={t`Conversation`}
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-1 py-2"
    >
      {open.messages.length === 0 && (
        <div className="flex flex-1 flex-col items-start justify-end gap-2 pb-2">
          <p className="text-text-2">{t`Say what you want done. For example:`}</p>
          {examples().map((sentence) => (
            <Button key={sentence} look="plain" size="small" onPress={() => say(sentence)}>
              {sentence}
            </Button>
          ))}
        </div>
      )}
      {open.messages.map((message, index) => (
        <Message
          key={message.id}
          message={message}
          isLast={index === open.messages.length - 1}
          answered={open.answered}
        />
      ))}
      {open.busy && open.messages.at(-1)?.parts.length === 0 && (
        <p className="skeleton h-3.5 w-2/5" role="status" aria-label={t`Thinking`} />
      )}
      {open.problem && (
        <p role="alert" className="text-danger">
          {open.problem}
        </p>
      )}
      <div ref={end} />
    </div>
  );
}
