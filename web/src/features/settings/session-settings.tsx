// Where one is signed in.

import { t } from "@lingui/core/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { listSessions, revokeSession, signOut } from "@/lib/api/account";
import { agoWords } from "@/lib/dates/when";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { Button } from "@/ui/button";
import { Section } from "./section";

/** `Firefox on Linux` out of a user agent. */
function browserWords(agent: string): string {
  if (!agent) return t`Unknown browser`;
  const browser = /Edg\//.test(agent)
    ? "Edge"
    : /Firefox\//.test(agent)
      ? "Firefox"
      : /Chrome\//.test(agent)
        ? "Chrome"
        : /Safari\//.test(agent)
          ? "Safari"
          : agent.split(/[/ ]/)[0];
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0];
  return system ? t`${browser ?? ""} on ${system}` : (browser ?? agent);
}

export function SessionSettings() {
  const { data } = useQuery({ queryKey: keys.sessions, queryFn: listSessions });
  const revoke = useMutation({
    mutationFn: revokeSession,
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  });
  const leave = useMutation({ mutationFn: signOut, onSettled: () => location.assign("/") });
  return (
    <Section title={t`Signed in`}>
      <ul aria-label={t`Sessions`} className="flex flex-col">
        {data?.sessions.map((session) => (
          <li
            key={session.id}
            className="flex min-h-11 items-center gap-3 border-b border-line last:border-0"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate">{browserWords(session.user_agent)}</span>
              <span className="block text-small text-text-2">
                {session.current ? t`this browser` : agoWords(session.last_used_at)}
              </span>
            </span>
            {!session.current && (
              <Button
                size="small"
                look="danger"
                onPress={() => revoke.mutate(session.id)}
              >{t`Sign out`}</Button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => leave.mutate()}>{t`Sign out here`}</Button>
        {(data?.sessions.length ?? 0) > 1 && (
          <Button
            look="danger"
            onPress={() => revoke.mutate(null)}
          >{t`Sign out everywhere else`}</Button>
        )}
      </div>
    </Section>
  );
}
