// One message: the user's words, or an answer with its cards.

import { t } from "@lingui/core/macro";
import type { ChatMessage, ChatPart } from "@/lib/api/contract";
import { undoWholeTurn } from "@/lib/commands/undo";
import { Button } from "@/ui/button";
import { ChoicesCard } from "./choices-card";
import { ConfirmCard } from "./confirm-card";
import { LiveTasks } from "./live-tasks";
import { ReceiptCard } from "./receipt-card";

interface Props {
  message: ChatMessage;
  isLast: boolean;
  answered: Record<string, boolean>;
}

export function Message({ message, isLast, answered }: Props) {
  if (message.role === "user") {
    const text = message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
    return (
      <div className="max-w-[85%] self-end rounded-panel bg-accent-soft px-3 py-1.5 whitespace-pre-wrap wrap-anywhere">
        <span className="sr-only">{t`You:`} </span>
        {text}
      </div>
    );
  }
  const show = (part: ChatPart) => {
    switch (part.type) {
      case "text":
        return <p className="whitespace-pre-wrap wrap-anywhere">{part.text.trimStart()}</p>;
      case "data-receipt":
        return <ReceiptCard receipt={part.data} />;
      case "data-tasks":
        return <LiveTasks label={part.data.title} tasks={part.data.tasks} />;
      case "data-confirm":
        return (
          <ConfirmCard
            data={part.data}
            answered={answered[part.data.token] ?? (isLast ? undefined : false)}
          />
        );
      case "data-choices":
        return <ChoicesCard data={part.data} isOpen={isLast} />;
      default:
        return null;
    }
  };
  const { turn_id } = message;
  const receipts = message.parts.filter(
    (part) => part.type === "data-receipt" && part.data.change_id,
  );
  return (
    <div className="flex flex-col gap-2">
      <span className="sr-only">{t`saydo:`}</span>
      {message.parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a message never move.
        <div key={index} className="empty:hidden">
          {show(part)}
        </div>
      ))}
      {turn_id && receipts.length > 1 && (
        <div>
          <Button size="small" look="quiet" onPress={() => void undoWholeTurn(turn_id)}>
            {t`Undo all of this`}
          </Button>
        </div>
      )}
    </div>
  );
}
