// Assistants that the person has connected: what each may do, disconnecting it, undoing what it did.

import { t } from "@lingui/core/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listAssistants, revokeAssistant, undoAssistant } from "@/lib/api/assistants";
import type { Assistant } from "@/lib/api/contract";
import { sentenceOf } from "@/lib/api/problem";
import { takeBack } from "@/lib/commands/undo";
import { agoWords } from "@/lib/dates/when";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { showToast } from "@/lib/toasts/toasts";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { Section } from "./section";

function scopeWords(scope: string): string {
  if (scope === "tasks:read") return t`reads tasks`;
  return scope === "tasks:write" ? t`reads and changes tasks` : t`does everything`;
}

function facts({ host, scope, created_at, last_used_at }: Assistant): string {
  const used = last_used_at ? t`used ${agoWords(last_used_at)}` : t`never used`;
  const since = t`connected ${agoWords(created_at)}`;
  return [host ?? t`has named itself`, scopeWords(scope), since, used].join(" · ");
}

export function AssistantSettings() {
  const [undoing, setUndoing] = useState<Assistant | null>(null);
  const { data } = useQuery({ queryKey: keys.assistants, queryFn: listAssistants });
  const revoke = useMutation({
    mutationFn: revokeAssistant,
    onError: (error) => showToast({ kind: "problem", words: sentenceOf(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.assistants }),
  });
  const name = undoing?.name ?? "";
  return (
    <Section
      title={t`Assistants`}
      hint={t`Give an assistant this address, and it asks you what it may do: ${`${location.origin}/mcp`}`}
    >
      <ul aria-label={t`Assistants`} className="flex flex-col">
        {data?.assistants.map((assistant) => (
          <li
            key={assistant.id}
            className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-2 last:border-0"
          >
            <span className="min-w-40 flex-1">
              <span className="block truncate">{assistant.name}</span>
              <span className="block text-small text-text-2">{facts(assistant)}</span>
            </span>
            <Button
              size="small"
              aria-label={t`Undo everything that ${assistant.name} did`}
              onPress={() => setUndoing(assistant)}
            >
              {t`Undo all`}
            </Button>
            <Button
              size="small"
              look="danger"
              aria-label={t`Disconnect ${assistant.name}`}
              onPress={() => revoke.mutate(assistant.id)}
            >
              {t`Disconnect`}
            </Button>
          </li>
        ))}
      </ul>
      {data?.assistants.length === 0 && (
        <p className="text-small text-text-2">{t`None is connected.`}</p>
      )}
      <ConfirmDialog
        title={t`Undo everything that ${name} did?`}
        isOpen={undoing !== null}
        verb={t`Undo all`}
        onConfirm={() => undoing && void takeBack(() => undoAssistant(undoing.id))}
        onClose={() => setUndoing(null)}
      >
        {t`What was changed again since then stays as it is.`}
      </ConfirmDialog>
    </Section>
  );
}
