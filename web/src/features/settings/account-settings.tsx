// The password, and the end of the account.

import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { changePassword } from "@/lib/api/account";
import type { Me } from "@/lib/api/contract";
import { sentenceOf } from "@/lib/api/problem";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { showToast } from "@/lib/toasts/toasts";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/text-field";
import { LeaveDialog } from "./leave-dialog";
import { Section } from "./section";

export function AccountSettings({ user }: { user: Me }) {
  const [current, setCurrent] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isLeaving, setLeaving] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      changePassword({
        new_password: password,
        ...(current ? { current_password: current } : {}),
        ...(email ? { email } : {}),
      }),
    onSuccess: () => {
      setCurrent("");
      setPassword("");
      void queryClient.invalidateQueries({ queryKey: keys.me });
      showToast({ kind: "done", words: t`The password is changed.` });
    },
    onError: (error) => showToast({ kind: "problem", words: sentenceOf(error) }),
  });
  return (
    <Section title={t`Password and account`}>
      <Form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <input type="text" autoComplete="username" value={user.email ?? ""} readOnly hidden />
        {user.has_password && (
          <TextField
            label={t`Current password`}
            type="password"
            autoComplete="current-password"
            value={current}
            onChange={setCurrent}
          />
        )}
        {!user.email && (
          <TextField
            label={t`E-mail to sign in with`}
            type="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
          />
        )}
        <TextField
          label={t`New password`}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <div>
          <Button
            type="submit"
            isDisabled={password === ""}
            isPending={change.isPending}
          >{t`Change the password`}</Button>
        </div>
      </Form>
      <div>
        <Button look="danger" onPress={() => setLeaving(true)}>{t`Delete the account…`}</Button>
      </div>
      {isLeaving && (
        <LeaveDialog hasPassword={user.has_password} onClose={() => setLeaving(false)} />
      )}
    </Section>
  );
}
