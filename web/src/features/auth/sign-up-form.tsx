// A new account.

import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "react-aria-components/Form";
import { signUp } from "@/lib/api/account";
import { Problem } from "@/lib/api/problem";
import { Button } from "@/ui/button";
import { ErrorNote } from "@/ui/error-note";
import { TextField } from "@/ui/text-field";

interface Props {
  needsInvite: boolean;
  onSignedIn: () => void;
}

export function SignUpForm({ needsInvite, onSignedIn }: Props) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [invite, setInvite] = useState(
    () => new URLSearchParams(location.search).get("invite") ?? "",
  );
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      signUp({
        name: name.trim(),
        email: email.trim(),
        password,
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        ...(invite ? { invite } : {}),
      }),
    onSuccess: onSignedIn,
  });
  const at = (pointer: string) =>
    error instanceof Problem
      ? error.fields.find((field) => field.pointer === pointer)?.detail
      : undefined;
  const isElsewhere = error !== null && !["/name", "/email", "/password", "/invite"].some(at);
  return (
    <Form
      validationBehavior="aria"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      {isElsewhere && <ErrorNote error={error} />}
      <TextField
        label={t`Name`}
        autoComplete="name"
        isRequired
        value={name}
        onChange={setName}
        error={at("/name")}
        autoFocus
      />
      <TextField
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        isRequired
        value={email}
        onChange={setEmail}
        error={at("/email")}
      />
      <TextField
        label={t`Password`}
        type="password"
        autoComplete="new-password"
        isRequired
        value={password}
        onChange={setPassword}
        error={at("/password")}
        hint={t`A few words that nobody would guess.`}
      />
      {needsInvite && (
        <TextField
          label={t`Invite`}
          isRequired
          value={invite}
          onChange={setInvite}
          error={at("/invite")}
        />
      )}
      <Button look="primary" type="submit" isPending={isPending}>{t`Make an account`}</Button>
    </Form>
  );
}
