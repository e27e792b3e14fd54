// Tokens for the terminal, scripts and assistants: made, shown once, revoked.

import { t } from "@lingui/core/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { createToken, listTokens, revokeToken } from "@/lib/api/account";
import { sentenceOf } from "@/lib/api/problem";
import { agoWords } from "@/lib/dates/when";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { showToast } from "@/lib/toasts/toasts";
import { Button } from "@/ui/button";
import { Select } from "@/ui/select";
import { TextField } from "@/ui/text-field";
import { SecretNote } from "./secret-note";
import { Section } from "./section";

type Scope = "tasks:read" | "tasks:write" | "tasks:admin";

const refresh = () => queryClient.invalidateQueries({ queryKey: keys.tokens });

export function TokenSettings() {
  const [name, setName] = useState("");
  const [scope, setScope] = useState<Scope>("tasks:write");
  const { data } = useQuery({ queryKey: keys.tokens, queryFn: listTokens });
  const create = useMutation({
    mutationFn: () => createToken({ name: name.trim(), scope }),
    onSuccess: () => {
      setName("");
      void refresh();
    },
    onError: (error) => showToast({ kind: "problem", words: sentenceOf(error) }),
  });
  const revoke = useMutation({ mutationFn: revokeToken, onSettled: refresh });
  return (
    <Section title={t`Tokens`} hint={t`For the terminal, scripts and assistants that act for you.`}>
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-40 flex-1">
          <TextField
            label={t`Name`}
            value={name}
            onChange={setName}
            placeholder={t`laptop`}
            autoComplete="off"
          />
        </div>
        <Select
          label={t`May`}
          value={scope}
          choices={[
            { id: "tasks:read", label: t`read tasks` },
            { id: "tasks:write", label: t`read and change tasks` },
            { id: "tasks:admin", label: t`do everything` },
          ]}
          onChange={setScope}
        />
        <Button
          look="primary"
          isDisabled={name.trim() === ""}
          isPending={create.isPending}
          onPress={() => create.mutate()}
        >
          {t`Make a token`}
        </Button>
      </div>
      {create.data && <SecretNote secret={create.data.token} onClose={() => create.reset()} />}
      <ul aria-label={t`Tokens`} className="flex flex-col">
        {data?.tokens.map((token) => (
          <li
            key={token.id}
            className="flex min-h-11 items-center gap-3 border-b border-line last:border-0"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate">{token.name}</span>
              <span className="block text-small text-text-2">
                {token.scope}
                {" · "}
                {token.last_used_at ? t`used ${agoWords(token.last_used_at)}` : t`never used`}
              </span>
            </span>
            <Button
              size="small"
              look="danger"
              aria-label={t`Revoke ${token.name}`}
              onPress={() => revoke.mutate(token.id)}
            >
              {t`Revoke`}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
