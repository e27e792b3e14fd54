// The bell: how many reminders wait, and the way to them.

import { plural, t } from "@lingui/core/macro";
import { Bell } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { lateOverlay } from "@/ui/late";
import { useNotifications } from "./use-notifications";

const ReminderPopover = lateOverlay(() =>
  import("./reminder-popover").then((module) => module.ReminderPopover),
);

export function ReminderBell() {
  const { unread } = useNotifications();
  const id = useId();
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const label = unread.length
    ? plural(unread.length, { one: "Reminders, # unread", other: "Reminders, # unread" })
    : t`Reminders`;
  return (
    <>
      <Button
        ref={triggerRef}
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onPress={() => setOpen(true)}
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
      {isOpen && <ReminderPopover id={id} triggerRef={triggerRef} onClose={() => setOpen(false)} />}
    </>
  );
}
