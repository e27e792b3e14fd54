// Where a task stands, in words.

import { t } from "@lingui/core/macro";
import type { Status } from "@/lib/api/contract";

export function statusName(status: Status): string {
  switch (status) {
    case "in_progress":
      return t`In progress`;
    case "waiting":
      return t`Waiting`;
    case "done":
      return t`Done`;
    case "cancelled":
      return t`Cancelled`;
    default:
      return t`Open`;
  }
}

export const statuses: readonly Status[] = ["open", "in_progress", "waiting", "done", "cancelled"];
