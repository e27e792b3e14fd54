// The door: sign in, or sign up where that is open.

import { t } from "@lingui/core/macro";
import { useEffect, useState } from "react";
import { Button } from "@/ui/button";
import { SignInForm } from "./sign-in-form";
import { SignUpForm } from "./sign-up-form";
import { useSignUpPolicy } from "./use-sign-up-policy";

export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const [isNew, setNew] = useState(() => location.pathname === "/sign-up");
  const policy = useSignUpPolicy();
  const title = isNew ? t`Make an account` : t`Sign in`;
  useEffect(() => {
    document.title = `${title} · saydo`;
  }, [title]);
  return (
    <main className="flex min-h-dvh items-start justify-center bg-surface-2 px-4 pt-[14vh] pb-8">
      <div className="flex w-full max-w-90 flex-col gap-5">
        <header className="flex flex-col gap-1">
          <img src="/icon.svg" alt="" className="mb-2 size-9" />
          <h1 className="text-title font-semibold tracking-tight">{title}</h1>
          <p className="text-text-2">{t`Say it, and it is done.`}</p>
        </header>
        <div className="overlay p-5 shadow-none!">
          {isNew ? (
            <SignUpForm needsInvite={policy === "invite"} onSignedIn={onSignedIn} />
          ) : (
            <SignInForm onSignedIn={onSignedIn} />
          )}
        </div>
        {policy !== "closed" && (
          <Button look="quiet" onPress={() => setNew(!isNew)}>
            {isNew ? t`I have an account` : t`Make an account`}
          </Button>
        )}
        <p className="text-small text-text-3">
          {t`On your own machine, open the link that “saydo serve” prints; it signs you in.`}
        </p>
      </div>
    </main>
  );
}
