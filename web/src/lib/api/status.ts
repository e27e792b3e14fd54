// What follows from where a task stands.

import type { Status } from "./contract";

/** Whether nothing is left to do: it was done, or given up. */
export const isClosed = ({ status }: { status: Status }): boolean =>
  status === "done" || status === "cancelled";
