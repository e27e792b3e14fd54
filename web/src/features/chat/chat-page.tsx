// The chat as a page of its own, with all conversations beside it.

import { t } from "@lingui/core/macro";
import { History, SquarePen } from "lucide-react";
import { useEffect, useState } from "react";
import { conversation, openConversation } from "@/lib/chat/conversation";
import { useStore } from "@/lib/store";
import { IconButton } from "@/ui/icon-button";
import { Chat } from "./chat";
import { ConversationList } from "./conversation-list";

export function ChatPage() {
  const { title } = useStore(conversation);
  const [showsList, setShowsList] = useState(false);
  useEffect(() => {
    document.title = `${title || t`Chat`} · saydo`;
  }, [title]);
  return (
    <div className="flex min-h-0 flex-1">
      <aside
        aria-label={t`Conversations`}
        className="hidden w-64 shrink-0 flex-col border-e border-line p-3 min-[1100px]:flex"
      >
        <ConversationList />
      </aside>
      <div className="mx-auto flex min-h-0 w-full max-w-[760px] flex-1 flex-col px-4 pb-20 min-[720px]:px-8 min-[720px]:pb-6 min-[900px]:pt-4">
        <header className="flex items-center gap-2">
          <h1 className="min-w-0 flex-1 truncate text-title font-semibold tracking-tight">
            {title || t`Chat`}
          </h1>
          <IconButton
            icon={History}
            label={t`Conversations`}
            isPressedIn={showsList}
            onPress={() => setShowsList(!showsList)}
            className="min-[1100px]:hidden!"
          />
          <IconButton
            icon={SquarePen}
            label={t`New conversation`}
            onPress={() => {
              setShowsList(false);
              openConversation({});
            }}
          />
        </header>
        {showsList ? <ConversationList onOpen={() => setShowsList(false)} /> : <Chat />}
      </div>
    </div>
  );
}
