// One line of the sidebar; tasks may be dropped on some of them, and some have an order and a menu.

import type { LucideIcon } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Link, useLocation } from "wouter";
import type { Task } from "@/lib/api/contract";
import { classes } from "@/ui/classes";
import { MenuButton, type MenuPlace } from "@/ui/menu-button";
import type { Order } from "./order";
import { useEntryOrder } from "./use-entry-order";

interface Props {
  href: string;
  label: string;
  icon?: LucideIcon;
  mark?: string;
  tint?: string | null;
  count?: number;
  countLabel?: string;
  onDropTasks?: (tasks: Task[]) => void;
  order?: Order;
  menuLabel?: string;
  menu?: (place: MenuPlace) => ReactNode;
}

const overs = {
  tasks: "bg-accent-soft outline-1 outline-accent",
  before: "shadow-[0_-2px_0_var(--accent)]",
  after: "shadow-[0_2px_0_var(--accent)]",
};

export function NavLink({
  href,
  label,
  icon: Icon,
  mark,
  tint,
  count,
  countLabel,
  onDropTasks,
  order,
  menuLabel = label,
  menu,
}: Props) {
  const [location] = useLocation();
  const ref = useRef<HTMLAnchorElement>(null);
  const { over, isDragging, linkProps } = useEntryOrder(ref, label, order, onDropTasks);
  const isHere = location === href;
  return (
    <div className="group/entry relative">
      <Link
        {...linkProps}
        ref={ref}
        href={href}
        aria-current={isHere ? "page" : undefined}
        className={classes(
          "flex min-h-8 items-center gap-2.5 rounded-row ps-2.5 text-body",
          menu ? "pe-2.5 [@media(hover:none)]:pe-9" : "pe-2.5",
          isHere
            ? "bg-surface-3 font-medium text-text-1"
            : "text-text-2 group-hover/entry:bg-surface-3 group-hover/entry:text-text-1",
          over && overs[over],
          isDragging && "opacity-40",
        )}
      >
        {Icon && <Icon size={17} strokeWidth={1.75} aria-hidden className="shrink-0" />}
        {mark !== undefined && (
          <span
            aria-hidden
            className="w-4 shrink-0 text-center text-text-3"
            style={tint ? { color: tint } : undefined}
          >
            {mark}
          </span>
        )}
        <span className="min-w-0 flex-1 truncate">{label}</span>
        {count ? (
          <span
            className={classes(
              "figures text-small text-text-3",
              menu &&
                "group-has-focus-visible/entry:opacity-0 group-hover/entry:opacity-0 [@media(hover:none)]:opacity-100!",
            )}
            title={countLabel}
          >
            {count}
            {countLabel && <span className="sr-only"> {countLabel}</span>}
          </span>
        ) : null}
      </Link>
      {menu && (
        <MenuButton
          label={menuLabel}
          className="absolute! end-0.5 top-0.5 size-7! opacity-0 group-has-focus-visible/entry:opacity-100 group-hover/entry:opacity-100 aria-expanded:opacity-100 [@media(hover:none)]:opacity-100"
        >
          {menu}
        </MenuButton>
      )}
    </div>
  );
}
