// One choice out of a few.

import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { classes } from "./classes";

interface Choice<T extends string> {
  id: T;
  label: string;
  mark?: ReactNode;
}

interface Props<T extends string> {
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
  hideLabel?: boolean;
  look?: "field" | "bare";
}

export function Select<T extends string>({
  label,
  value,
  choices,
  onChange,
  hideLabel,
  look = "field",
}: Props<T>) {
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.id === key);
        if (chosen) onChange(chosen.id);
      }}
      aria-label={hideLabel ? label : undefined}
      className="flex min-w-0 flex-col gap-1"
    >
      {!hideLabel && <Label className="text-small font-medium text-text-2">{label}</Label>}
      <Button
        className={classes(
          "flex w-full items-center justify-between gap-2 text-start",
          look === "field" ? "field" : "min-h-8 rounded-row px-2 hover:bg-surface-3",
        )}
      >
        <SelectValue className="flex min-w-0 items-center gap-2 truncate" />
        <ChevronDown size={15} aria-hidden className="shrink-0 text-text-3" />
      </Button>
      <Popover
        offset={4}
        className="overlay appear max-h-80 min-w-(--trigger-width) overflow-auto p-1"
      >
        <ListBox items={choices} className="outline-none">
          {(choice) => (
            <ListBoxItem
              id={choice.id}
              textValue={choice.label}
              className="group flex min-h-8 items-center gap-2 rounded-row px-2 outline-none data-focused:bg-surface-3"
            >
              {choice.mark}
              <span className="flex-1 truncate">{choice.label}</span>
              <Check
                size={15}
                aria-hidden
                className="text-accent opacity-0 group-data-selected:opacity-100"
              />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
