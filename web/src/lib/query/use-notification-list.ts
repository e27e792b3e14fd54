// The reminders that were shown, newest first.

import { useQuery } from "@tanstack/react-query";
import { listNotifications } from "../api/account";
import { keys } from "./keys";

export function useNotificationList() {
  return useQuery({
    queryKey: keys.notifications,
    queryFn: ({ signal }) => listNotifications(signal),
    refetchInterval: 60_000,
  });
}
