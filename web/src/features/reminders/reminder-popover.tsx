// The reminders that the bell rang for: below it, or on a phone as a sheet.

import { t } from "@lingui/core/macro";
import { type RefObject, useEffect } from "react";
import { Popover } from "react-aria-components/Popover";
import { acknowledgeAll } from "@/lib/api/account";
import { useNarrow } from "@/lib/prefs/use-narrow";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { clearReminders } from "@/lib/toasts/toasts";
import { Button } from "@/ui/button";
import { Sheet } from "@/ui/sheet";
import { ReminderList } from "./reminder-list";
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
  const { unread } = useNotifications();
  const isNarrow = useNarrow();
  useEffect(clearReminders, []);
  const tools = unread.length > 0 && (
    <Button
      size="small"
      look="quiet"
      onPress={() => void readAll()}
      className="max-[719px]:min-h-10"
    >{t`All seen`}</Button>
  );
  if (isNarrow) {
    return (
      <Sheet title={t`Reminders`} tools={tools} onClose={onClose}>
        <ReminderList onFollow={onClose} />
      </Sheet>
    );
  }
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
      className="overlay appear max-h-[70vh] w-88 overflow-y-auto"
    >
      <header className="flex min-h-11 items-center justify-between border-b border-line ps-4 pe-2">
        <h2 className="font-semibold">{t`Reminders`}</h2>
        {tools}
      </header>
      <ReminderList onFollow={onClose} />
    </Popover>
  );
}
