// A button with an icon, a name for screen readers, and its name and key on hover.

import type { LucideIcon } from "lucide-react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import { classes } from "./classes";
import { Keys } from "./keys";

interface Props extends Omit<ButtonProps, "className" | "children"> {
  icon: LucideIcon;
  label: string;
  keys?: string;
  className?: string;
  isPressedIn?: boolean;
}

export function IconButton({ icon: Icon, label, keys, className, isPressedIn, ...props }: Props) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton
        {...props}
        aria-label={label}
        aria-pressed={isPressedIn}
        className={classes(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-row text-text-2 hover:bg-surface-3 hover:text-text-1",
          "data-disabled:opacity-40",
          isPressedIn && "bg-surface-3 text-text-1",
          className,
        )}
      >
        <Icon size={17} strokeWidth={1.75} aria-hidden />
      </AriaButton>
      <Tooltip
        offset={6}
        className="overlay reveal flex items-center gap-2 rounded-row px-2 py-1 text-small"
      >
        {label}
        {keys && <Keys keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
