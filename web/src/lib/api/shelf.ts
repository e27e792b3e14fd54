// Which projects stand together.

import type { Project } from "./contract";

/** Where a project stands in the sidebar; the inbox has a place of its own. */
export function shelfOf({
  kind,
  archived,
}: Pick<Project, "kind" | "archived">): "current" | "archived" | null {
  if (kind === "inbox") return null;
  return archived ? "archived" : "current";
}
