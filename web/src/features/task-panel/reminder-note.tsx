// Says when a reminder will sound, and where; and what stands in its way.

import { t } from "@lingui/core/macro";
import { BellOff } from "lucide-react";
import type { Task } from "@/lib/api/contract";
import { update } from "@/lib/commands/task-commands";
import { momentWords, whenWords } from "@/lib/dates/when";
import { turnOnNotices, useNotices } from "@/lib/notices/use-notices";
import { useNotificationList } from "@/lib/query/use-notification-list";
import { Button } from "@/ui/button";
import { latestTold, type Proof, proofOf } from "./reminder-proof";

function wordsOf(proof: Proof, isShownOutside: boolean): string | null {
  switch (proof.kind) {
    case "next":
      return isShownOutside
        ? t`Sounds ${whenWords(proof.at)}, in saydo and as a notification of this browser.`
        : t`Sounds ${whenWords(proof.at)}, in saydo.`;
    case "silent":
      return t`${proof.time} comes without a reminder.`;
    case "undated":
      return t`Sounds once the task has the date that it counts from.`;
    case "over":
      return t`Their time is past.`;
    default:
      return null;
  }
}

function Notices() {
  const notices = useNotices();
  if (notices === "blocked") {
    return (
      <p className="flex items-start gap-1.5 text-warn">
        <BellOff size={14} aria-hidden className="mt-0.5 shrink-0" />
        {t`This browser blocks notifications of saydo. Allow them in its settings for this site, or keep a tab in sight.`}
      </p>
    );
  }
  if (notices !== "off") return null;
  return (
    <Button size="small" look="quiet" className="-ms-2" onPress={() => void turnOnNotices()}>
      {t`Notify me from this browser too`}
    </Button>
  );
}

export function ReminderNote({ task }: { task: Task }) {
  const isShownOutside = useNotices() === "on";
  const told = latestTold(task, useNotificationList().data?.notifications);
  const proof = proofOf(task);
  const words = wordsOf(proof, isShownOutside);
  if (!words && !told) return null;
  return (
    <div className="figures ms-[100px] flex flex-col items-start gap-1 px-2 pb-1 text-small text-text-3">
      {words && <p title={proof.kind === "next" ? momentWords(proof.at) : undefined}>{words}</p>}
      {proof.kind === "silent" && (
        <Button
          size="small"
          look="quiet"
          className="-ms-2"
          onPress={() => void update(task, { add_reminders: [{ minutes_before: 0 }] }, false)}
        >
          {t`Remind me at ${proof.time}`}
        </Button>
      )}
      {proof.kind === "next" && <Notices />}
      {told?.sent_at && (
        <p>
          {told.read_at
            ? t`Told ${whenWords(told.sent_at)}, seen ${whenWords(told.read_at)}.`
            : t`Told ${whenWords(told.sent_at)}, not seen yet.`}
        </p>
      )}
    </div>
  );
}
