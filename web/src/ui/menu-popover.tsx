// The entries of a menu, beside the button that opened it.

import type { LucideIcon } from "lucide-react";
import { Menu, MenuItem } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { classes } from "./classes";
import { Keys } from "./keys";
import type { MenuPlace } from "./menu-button";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: LucideIcon;
  keys?: string;
  isDanger?: boolean;
  run: () => void;
}

interface Props extends MenuPlace {
  entries: readonly MenuEntry[];
}

export function MenuPopover({ id, label, triggerRef, autoFocus, onClose, entries }: Props) {
  return (
    <Popover
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      triggerRef={triggerRef}
      trigger="MenuTrigger"
      aria-label={label}
      placement="bottom end"
      offset={4}
      className="overlay appear min-w-48 p-1"
    >
      <Menu
        id={id}
        aria-label={label}
        autoFocus={autoFocus}
        onClose={onClose}
        items={entries}
        className="outline-none"
      >
        {(entry) => (
          <MenuItem
            id={entry.id}
            textValue={entry.label}
            // What it opens takes the focus: the menu, which holds it, must be gone.
            onAction={() => requestAnimationFrame(entry.run)}
            className={classes(
              "flex min-h-8 items-center gap-2.5 rounded-row px-2 outline-none data-focused:bg-surface-3",
              entry.isDanger && "text-danger",
            )}
          >
            {entry.icon && (
              <entry.icon
                size={16}
                strokeWidth={1.75}
                aria-hidden
                className={entry.isDanger ? "" : "text-text-2"}
              />
            )}
            <span className="flex-1 truncate">{entry.label}</span>
            {entry.keys && <Keys keys={entry.keys} />}
          </MenuItem>
        )}
      </Menu>
    </Popover>
  );
}
