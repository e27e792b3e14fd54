// The reminders that the bell rang for, each with its answers.

import { t } from "@lingui/core/macro";
import type { RefObject } from "react";
import { Popover } from "react-aria-components/Popover";
import { acknowledgeAll } from "@/lib/api/account";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { Button } from "@/ui/button";
import { ReminderRow } from "./reminder-row";
import { useNotifications } from "./use-notifications";

interface Props {
  id: string;
  triggerRef: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

async function readAll(): Promise<void> {
  await acknowledgeAll().catch(() => {});
  await queryClient.invalidateQueries({ queryKey: keys.notifications });
}

export function ReminderPopover({ id, triggerRef, onClose }: Props) {
  const { all, unread } = useNotifications();
  // React Aria passes an id on, but only its own trigger may give one as far as the types know.
  const named = { id };
  return (
    <Popover
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      {...named}
      triggerRef={triggerRef}
      trigger="DialogTrigger"
      aria-label={t`Reminders`}
      placement="bottom start"
      offset={4}
      className="overlay appear max-h-[70vh] w-84 max-w-[calc(100vw-16px)] overflow-y-auto"
    >
      <header className="flex min-h-11 items-center justify-between border-b border-line ps-3 pe-1.5">
        <h2 className="font-medium">{t`Reminders`}</h2>
        {unread.length > 0 && (
          <Button size="small" look="quiet" onPress={() => void readAll()}>{t`All seen`}</Button>
        )}
      </header>
      {all.length === 0 ? (
        <p className="p-3 text-text-2">{t`No reminders yet. Say “remind me to call mum at 6pm”.`}</p>
      ) : (
        <ul>
          {all.map((reminder) => (
            <ReminderRow key={reminder.id} reminder={reminder} />
          ))}
        </ul>
      )}
    </Popover>
  );
}
