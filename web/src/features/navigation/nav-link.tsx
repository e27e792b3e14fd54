// One line of the sidebar; tasks may be dropped on some of them.

import type { LucideIcon } from "lucide-react";
import { useRef } from "react";
import { useDrop } from "react-aria-components/useDrop";
import { Link, useLocation } from "wouter";
import type { Task } from "@/lib/api/contract";
import { classes } from "@/ui/classes";
import { taskDragType, tasksOf } from "@/ui/task/use-task-drag";

interface Props {
  href: string;
  label: string;
  icon?: LucideIcon;
  mark?: string;
  tint?: string | null;
  count?: number;
  countLabel?: string;
  isWarning?: boolean;
  onDropTasks?: (tasks: Task[]) => void;
}

export function NavLink({
  href,
  label,
  icon: Icon,
  mark,
  tint,
  count,
  countLabel,
  isWarning,
  onDropTasks,
}: Props) {
  const [location] = useLocation();
  const ref = useRef<HTMLAnchorElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    isDisabled: !onDropTasks,
    getDropOperation: (types) => (types.has(taskDragType) ? "move" : "cancel"),
    onDrop: async (event) => onDropTasks?.(await tasksOf(event.items)),
  });
  const isHere = location === href;
  return (
    <Link
      {...(onDropTasks ? dropProps : {})}
      ref={ref}
      href={href}
      aria-current={isHere ? "page" : undefined}
      className={classes(
        "flex min-h-8 items-center gap-2.5 rounded-row px-2.5 text-body",
        isHere
          ? "bg-surface-3 font-medium text-text-1"
          : "text-text-2 hover:bg-surface-3 hover:text-text-1",
        isDropTarget && "bg-accent-soft outline-1 outline-accent",
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
          className={classes("figures text-small", isWarning ? "text-danger" : "text-text-3")}
          title={countLabel}
        >
          {count}
          {countLabel && <span className="sr-only"> {countLabel}</span>}
        </span>
      ) : null}
    </Link>
  );
}
