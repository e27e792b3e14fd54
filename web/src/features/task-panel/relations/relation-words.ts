// How one task relates to another, as people say it.

import { t } from "@lingui/core/macro";
import type { RelationKind } from "@/lib/api/contract";

export const relationKinds: readonly RelationKind[] = [
  "blocked_by",
  "blocks",
  "relates_to",
  "duplicates",
  "duplicated_by",
];

export function relationName(kind: RelationKind): string {
  switch (kind) {
    case "blocked_by":
      return t`Blocked by`;
    case "blocks":
      return t`Blocks`;
    case "duplicates":
      return t`Duplicates`;
    case "duplicated_by":
      return t`Duplicated by`;
    default:
      return t`Relates to`;
  }
}
