// All conversations: searched, opened, renamed, deleted.

import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  deleteConversation,
  getConversation,
  listConversations,
  renameConversation,
} from "@/lib/api/chat";
import type { Conversation } from "@/lib/api/contract";
import { sentenceOf } from "@/lib/api/problem";
import { conversation, openConversation } from "@/lib/chat/conversation";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { useStore } from "@/lib/store";
import { showToast } from "@/lib/toasts/toasts";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { ErrorNote } from "@/ui/error-note";
import { ConversationRow } from "./conversation-row";

async function doing(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
    await queryClient.invalidateQueries({ queryKey: keys.conversations });
  } catch (error) {
    showToast({ kind: "problem", words: sentenceOf(error) });
  }
}

export function ConversationList({ onOpen }: { onOpen?: () => void }) {
  const open = useStore(conversation);
  const [search, setSearch] = useState("");
  const [doomed, setDoomed] = useState<Conversation | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keys.conversations,
    queryFn: ({ signal }) => listConversations(signal),
  });
  const needle = search.trim().toLowerCase();
  const shown = (data?.conversations ?? []).filter((one) =>
    one.title.toLowerCase().includes(needle),
  );
  const show = (id: string) =>
    doing(async () => {
      const found = await getConversation(id);
      openConversation({ id: found.id, title: found.title, messages: found.messages });
      onOpen?.();
    });
  return (
    <div className="flex min-h-0 flex-col gap-2">
      <input
        type="search"
        aria-label={t`Search conversations`}
        placeholder={t`Search conversations`}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        className="field"
      />
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      <ul aria-label={t`Conversations`} className="flex min-h-0 flex-col gap-px overflow-y-auto">
        {shown.map((one) => (
          <ConversationRow
            key={one.id}
            conversation={one}
            isOpen={open.id === one.id}
            onOpen={() => void show(one.id)}
            onRename={(title) => void doing(() => renameConversation(one.id, title))}
            onDelete={() => setDoomed(one)}
          />
        ))}
      </ul>
      {data && shown.length === 0 && (
        <p className="px-2 text-small text-text-3">{t`No conversations here yet.`}</p>
      )}
      <ConfirmDialog
        title={t`Delete this conversation?`}
        isOpen={doomed !== null}
        verb={t`Delete`}
        isDanger
        onClose={() => setDoomed(null)}
        onConfirm={() => {
          if (!doomed) return;
          if (open.id === doomed.id) openConversation({});
          void doing(() => deleteConversation(doomed.id));
        }}
      >
        {t`“${doomed?.title ?? ""}” cannot be brought back. Tasks stay as they are.`}
      </ConfirmDialog>
    </div>
  );
}
