// A button with an icon, a name for screen readers, and its name and key on hover.

import type { LucideIcon } from "lucide-react";
import { type RefObject, useId, useRef, useState } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";
import { classes } from "./classes";
import { late } from "./late";

const Tooltip = late(() => import("./tooltip").then((module) => module.Tooltip));

interface Props extends Omit<ButtonProps, "className" | "children"> {
  icon: LucideIcon;
  label: string;
  keys?: string | undefined;
  className?: string | undefined;
  isPressedIn?: boolean;
  ref?: RefObject<HTMLButtonElement | null>;
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  className,
  isPressedIn,
  ref,
  ...props
}: Props) {
  const own = useRef<HTMLButtonElement>(null);
  const trigger = ref ?? own;
  const tooltipId = useId();
  const [near, setNear] = useState<"pointer" | "focus" | null>(null);
  const [isNamed, setNamed] = useState(false);
  const leave = () => {
    setNear(null);
    setNamed(false);
  };
  return (
    <>
      <AriaButton
        {...props}
        ref={trigger}
        aria-label={label}
        aria-pressed={isPressedIn}
        aria-describedby={isNamed ? tooltipId : undefined}
        onHoverStart={() => setNear("pointer")}
        onHoverEnd={leave}
        onFocus={(event) => event.target.matches(":focus-visible") && setNear("focus")}
        onBlur={leave}
        onPressStart={(event) => {
          leave();
          props.onPressStart?.(event);
        }}
        className={classes(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-row text-text-2 hover:bg-surface-3 hover:text-text-1",
          "data-disabled:opacity-40",
          isPressedIn && "bg-surface-3 text-text-1",
          className,
        )}
      >
        <Icon size={17} strokeWidth={1.75} aria-hidden />
      </AriaButton>
      {near && (
        <Tooltip
          id={tooltipId}
          triggerRef={trigger}
          label={label}
          keys={keys}
          isInstant={near === "focus"}
          onOpenChange={setNamed}
          onClose={leave}
        />
      )}
    </>
  );
}
