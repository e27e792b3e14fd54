// A button with words.

import { Button as AriaButton, type ButtonProps } from "react-aria-components/Button";
import { classes } from "./classes";

interface Props extends Omit<ButtonProps, "className"> {
  look?: "primary" | "plain" | "quiet" | "danger";
  size?: "normal" | "small";
  className?: string;
}

const looks = {
  primary: "bg-accent text-on-accent hover:opacity-90 border border-transparent",
  plain: "border border-line bg-surface-1 text-text-1 hover:bg-surface-3",
  quiet: "border border-transparent text-text-2 hover:bg-surface-3 hover:text-text-1",
  danger: "border border-line text-danger hover:bg-surface-3",
};

export function Button({ look = "plain", size = "normal", className, ...props }: Props) {
  return (
    <AriaButton
      {...props}
      className={classes(
        "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-row font-medium whitespace-nowrap select-none",
        size === "normal" ? "min-h-9 px-3 text-body" : "min-h-7 px-2 text-small",
        "data-disabled:opacity-50 data-pending:opacity-60",
        looks[look],
        className,
      )}
    />
  );
}
