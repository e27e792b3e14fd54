// A priority by shape and colour, and in words for those who see neither.

import { t } from "@lingui/core/macro";
import type { Priority } from "@/lib/api/contract";

const bars = { none: 0, low: 1, medium: 2, high: 3, urgent: 4 };
const tints = {
  none: "text-text-3",
  low: "text-text-3",
  medium: "text-accent",
  high: "text-warn",
  urgent: "text-danger",
};

export function priorityName(priority: Priority): string {
  switch (priority) {
    case "urgent":
      return t`Urgent`;
    case "high":
      return t`High`;
    case "medium":
      return t`Medium`;
    case "low":
      return t`Low`;
    default:
      return t`No priority`;
  }
}

export const priorities: readonly Priority[] = ["urgent", "high", "medium", "low", "none"];

interface Props {
  priority: Priority;
  /** The name stands beside it. */
  isNamed?: boolean;
}

export function PriorityMark({ priority, isNamed }: Props) {
  const name = priorityName(priority);
  const filled = bars[priority];
  return (
    <svg
      width="14"
      height="14"
      viewBox="0 0 14 14"
      role={isNamed ? undefined : "img"}
      aria-hidden={isNamed}
      aria-label={isNamed ? undefined : name}
      className={`shrink-0 ${tints[priority]}`}
    >
      {!isNamed && <title>{name}</title>}
      {priority === "urgent" ? (
        <>
          <rect x="0.5" y="0.5" width="13" height="13" rx="3.5" fill="currentColor" />
          <path
            d="M7 3.4v4.4M7 10.3v.2"
            className="stroke-surface-1"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </>
      ) : (
        [1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 5}
            y={12 - bar * 3.6}
            width="3"
            height={bar * 3.6 + 1}
            rx="1"
            fill="currentColor"
            opacity={bar <= filled ? 1 : 0.28}
          />
        ))
      )}
    </svg>
  );
}
