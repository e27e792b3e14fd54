// The bell: how many reminders wait, and which.

import { plural, t } from "@lingui/core/macro";
import { Bell } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { acknowledgeAll } from "@/lib/api/account";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { Button as WordsButton } from "@/ui/button";
import { ReminderRow } from "./reminder-row";
import { useNotifications } from "./use-notifications";

export function ReminderBell() {
  const { all, unread } = useNotifications();
  const label = unread.length
    ? plural(unread.length, { one: "Reminders, # unread", other: "Reminders, # unread" })
    : t`Reminders`;
  const readAll = async () => {
    await acknowledgeAll().catch(() => {});
    await queryClient.invalidateQueries({ queryKey: keys.notifications });
  };
  return (
    <DialogTrigger>
      <Button
        aria-label={label}
        className="relative inline-flex size-8 items-center justify-center rounded-row text-text-2 hover:bg-surface-3 hover:text-text-1 max-[899px]:size-10"
      >
        <Bell size={17} strokeWidth={1.75} aria-hidden />
        {unread.length > 0 && (
          <span
            aria-hidden
            className="figures absolute end-0 top-0 max-[899px]:end-1 max-[899px]:top-1 min-w-4 rounded-full bg-accent px-1 text-center text-[11px] leading-4 text-on-accent"
          >
            {unread.length}
          </span>
        )}
      </Button>
      <Popover
        aria-label={t`Reminders`}
        placement="bottom start"
        offset={4}
        className="overlay appear max-h-[70vh] w-84 max-w-[calc(100vw-16px)] overflow-y-auto"
      >
        <div>
          <header className="flex min-h-11 items-center justify-between border-b border-line ps-3 pe-1.5">
            <h2 className="font-medium">{t`Reminders`}</h2>
            {unread.length > 0 && (
              <WordsButton
                size="small"
                look="quiet"
                onPress={() => void readAll()}
              >{t`All seen`}</WordsButton>
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
        </div>
      </Popover>
    </DialogTrigger>
  );
}
