// A conversation with saydo: messages and the place to write.

import { useEffect } from "react";
import { getConversation } from "@/lib/api/chat";
import { conversation, openConversation } from "@/lib/chat/conversation";
import { prefs } from "@/lib/prefs/prefs";
import { useStore } from "@/lib/store";
import { ChatLog } from "./chat-log";
import { Composer } from "./composer";

/** Brings back the conversation that was open when the page was left. */
function useLastConversation(): void {
  useEffect(() => {
    const { id, messages, busy } = conversation.get();
    const last = prefs.get().conversation;
    if (id || messages.length > 0 || busy || !last) return;
    getConversation(last).then(
      (found) => openConversation({ id: found.id, title: found.title, messages: found.messages }),
      () => openConversation({}),
    );
  }, []);
}

export function Chat() {
  useLastConversation();
  const open = useStore(conversation);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <ChatLog open={open} />
      <Composer isBusy={open.busy} />
    </div>
  );
}
