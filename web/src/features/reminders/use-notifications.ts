// Reminders that have fired: kept as a list, told as they come.

import { t } from "@lingui/core/macro";
import { useEffect, useRef } from "react";
import { acknowledgeNotification } from "@/lib/api/account";
import type { Notification as Reminded } from "@/lib/api/contract";
import { leadership } from "@/lib/feed/leader";
import { noticesNow } from "@/lib/notices/browser-notices";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import { useNotificationList } from "@/lib/query/use-notification-list";
import { openTask } from "@/lib/routes/routes";
import { showToast } from "@/lib/toasts/toasts";

export async function acknowledge(id: string): Promise<void> {
  await acknowledgeNotification(id).catch(() => {});
  await queryClient.invalidateQueries({ queryKey: keys.notifications });
  await queryClient.invalidateQueries({ queryKey: keys.overview });
}

function tell(one: Reminded): void {
  showToast({
    kind: "reminder",
    words: one.words || one.task.title,
    subject: one.id,
    action: { label: t`Open`, run: () => openTask(one.task.number) },
  });
  if (noticesNow() !== "on" || !leadership.get()) return;
  try {
    const shown = new Notification(one.task.title, {
      body: one.words,
      tag: one.id,
      icon: "/icon.svg",
    });
    shown.onclick = () => {
      window.focus();
      openTask(one.task.number);
    };
  } catch {
    // Chrome on Android has notifications, and lets no page make one. The message in the page is there.
  }
}

const none: Reminded[] = [];

/** Reminders that have fired, and those of them that nobody has seen. */
export function useNotifications() {
  const { data } = useNotificationList();
  const all = data?.notifications ?? none;
  return { all, unread: all.filter((one) => !one.read_at), isLoaded: data !== undefined };
}

/** Tells each reminder that arrives while the page is open, once; for one place of the app. */
export function useReminderTelling(): void {
  const { all, isLoaded } = useNotifications();
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    if (!isLoaded) return;
    const before = known.current;
    known.current = new Set(all.map((one) => one.id));
    if (before === null) return;
    for (const one of all) if (!before.has(one.id) && !one.read_at) tell(one);
  }, [all, isLoaded]);
}
