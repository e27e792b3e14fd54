// The chat at the side of every page.

import { t } from "@lingui/core/macro";
import { History, Maximize2, SquarePen, X } from "lucide-react";
import { useState } from "react";
import { conversation, openConversation } from "@/lib/chat/conversation";
import { setPrefs } from "@/lib/prefs/prefs";
import { go } from "@/lib/routes/routes";
import { useStore } from "@/lib/store";
import { IconButton } from "@/ui/icon-button";
import { Chat } from "./chat";
import { ConversationList } from "./conversation-list";

export function ChatPanel() {
  const { title } = useStore(conversation);
  const [showsList, setShowsList] = useState(false);
  return (
    <section aria-label={t`Chat`} className="flex h-full flex-col gap-2 p-3">
      <header className="flex items-center gap-0.5">
        <h2 className="min-w-0 flex-1 truncate ps-1 font-medium">{title || t`Chat`}</h2>
        <IconButton
          icon={History}
          label={t`Conversations`}
          isPressedIn={showsList}
          onPress={() => setShowsList(!showsList)}
        />
        <IconButton
          icon={SquarePen}
          label={t`New conversation`}
          onPress={() => {
            setShowsList(false);
            openConversation({});
          }}
        />
        <IconButton icon={Maximize2} label={t`Open as a page`} onPress={() => go("/chat")} />
        <IconButton icon={X} label={t`Close`} onPress={() => setPrefs({ chatOpen: false })} />
      </header>
      {showsList ? <ConversationList onOpen={() => setShowsList(false)} /> : <Chat />}
    </section>
  );
}
