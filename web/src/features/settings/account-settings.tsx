// The password, and the end of the account.

import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { changePassword } from "@/lib/api/account";
import type { User } from "@/lib/api/contract";
import { sentenceOf } from "@/lib/api/problem";
import { showToast } from "@/lib/toasts/toasts";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/text-field";
import { LeaveDialog } from "./leave-dialog";
import { Section } from "./section";

export function AccountSettings({ user }: { user: User }) {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const [isLeaving, setLeaving] = useState(false);
  const change = useMutation({
    mutationFn: () => changePassword({ password, ...(current ? { current } : {}) }),
    onSuccess: () => {
      setCurrent("");
      setPassword("");
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
        <input type="text" autoComplete="username" value={user.email} readOnly hidden />
        <TextField
          label={t`Current password`}
          hint={t`Leave it empty when there is none yet.`}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
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
      {isLeaving && <LeaveDialog onClose={() => setLeaving(false)} />}
    </Section>
  );
}
