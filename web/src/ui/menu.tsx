// A menu of actions behind a button.

import type { LucideIcon } from "lucide-react";
import { lateOverlay } from "./late";
import { MenuButton } from "./menu-button";
import type { MenuEntry } from "./menu-popover";

const MenuPopover = lateOverlay(() =>
  import("./menu-popover").then((module) => module.MenuPopover),
);

interface Props {
  label: string;
  entries: readonly MenuEntry[];
  icon?: LucideIcon;
  className?: string;
}

export function Menu({ entries, ...button }: Props) {
  return (
    <MenuButton {...button}>{(place) => <MenuPopover {...place} entries={entries} />}</MenuButton>
  );
}
