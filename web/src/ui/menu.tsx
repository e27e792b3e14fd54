// A menu of actions behind a button.

import { type LucideIcon, MoreHorizontal } from "lucide-react";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { classes } from "./classes";
import { IconButton } from "./icon-button";
import { Keys } from "./keys";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: LucideIcon;
  keys?: string;
  isDanger?: boolean;
  run: () => void;
}

interface Props {
  label: string;
  entries: readonly MenuEntry[];
  icon?: LucideIcon;
  className?: string;
}

export function Menu({ label, entries, icon = MoreHorizontal, className }: Props) {
  return (
    <MenuTrigger>
      <IconButton icon={icon} label={label} className={className} />
      <Popover placement="bottom end" offset={4} className="overlay appear min-w-48 p-1">
        <AriaMenu items={entries} className="outline-none">
          {(entry) => (
            <MenuItem
              id={entry.id}
              textValue={entry.label}
              onAction={entry.run}
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
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
