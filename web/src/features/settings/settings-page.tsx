// Everything that a person can settle.

import { t } from "@lingui/core/macro";
import { useMe } from "@/lib/query/use-me";
import { ErrorNote } from "@/ui/error-note";
import { Page } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton-rows";
import { AccountSettings } from "./account-settings";
import { AssistantSettings } from "./assistant-settings";
import { DeviceSettings } from "./device-settings";
import { ProfileSettings } from "./profile-settings";
import { SessionSettings } from "./session-settings";
import { TimeSettings } from "./time-settings";
import { TokenSettings } from "./token-settings";

export function SettingsPage() {
  const { data: user, error, refetch } = useMe();
  return (
    <Page title={t`Settings`}>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!user && !error && <SkeletonRows />}
      {user && (
        <div className="flex flex-col gap-8">
          <ProfileSettings user={user} />
          <TimeSettings user={user} />
          <DeviceSettings />
          <AssistantSettings />
          <TokenSettings />
          <SessionSettings />
          <AccountSettings user={user} />
        </div>
      )}
    </Page>
  );
}
