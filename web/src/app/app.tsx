// The app: signed in or not, live while it is.

import { t } from "@lingui/core/macro";
import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { Problem } from "@/lib/api/problem";
import { goLive } from "@/lib/feed/live";
import { locale } from "@/lib/i18n/i18n";
import { queryClient } from "@/lib/query/client";
import { useOverview } from "@/lib/query/use-overview";
import { ErrorNote } from "@/ui/error-note";
import { FailureScreen } from "./failure-screen";
import { Shell } from "./shell";

const SignInPage = lazy(() =>
  import("@/features/auth/sign-in-page").then((module) => ({ default: module.SignInPage })),
);

/** Where the sign-in page will be: a page without its landmark is lost on a screen reader. */
function DoorStep() {
  return (
    <main aria-busy className="min-h-dvh bg-surface-2">
      <h1 className="sr-only">{t`Sign in`}</h1>
    </main>
  );
}

function Door() {
  const { data, error, refetch } = useOverview();
  const space = data?.space.id;
  const revision = data?.rev ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stream begins once per space; the revision then moves on.
  useEffect(() => (space ? goLive(queryClient, revision) : undefined), [space]);
  if (error instanceof Problem && error.status === 401) {
    return (
      <Suspense fallback={<DoorStep />}>
        <SignInPage
          onSignedIn={() => {
            queryClient.clear();
            void refetch();
          }}
        />
      </Suspense>
    );
  }
  if (error && !data) {
    return (
      <main className="mx-auto max-w-120 px-4 pt-[20vh]">
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return <Shell />;
}

export function App() {
  return (
    <I18nProvider locale={locale}>
      <QueryClientProvider client={queryClient}>
        <FailureScreen>
          <Door />
        </FailureScreen>
      </QueryClientProvider>
    </I18nProvider>
  );
}
