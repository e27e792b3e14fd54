// The name and the keys of a button, beside it while the pointer or the focus is on it.

import { type RefObject, useEffect, useEffectEvent } from "react";
import { Tooltip as AriaTooltip, TooltipTriggerStateContext } from "react-aria-components/Tooltip";
import { useTooltipTriggerState } from "react-stately/useTooltipTriggerState";
import { Keys } from "./keys";

interface Props {
  id: string;
  triggerRef: RefObject<HTMLButtonElement | null>;
  label: string;
  keys?: string | undefined;
  isInstant: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onClose: () => void;
}

/** Shown while it is there: at once, or after the pointer has rested for half a second. */
export function Tooltip({ id, triggerRef, label, keys, isInstant, onOpenChange, onClose }: Props) {
  // React Aria passes an id on, but only its own trigger may give one as far as the types know.
  const named = { id };
  const state = useTooltipTriggerState({ delay: 500, closeDelay: 0, onOpenChange });
  const open = useEffectEvent(() => state.open(isInstant));
  const close = useEffectEvent(() => state.close(true));
  const dismiss = useEffectEvent(onClose);
  useEffect(() => open(), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      dismiss();
    };
    if (state.isOpen) document.addEventListener("keydown", listen, true);
    return () => document.removeEventListener("keydown", listen, true);
  }, [state.isOpen]);
  useEffect(() => () => close(), []);
  return (
    <TooltipTriggerStateContext value={state}>
      <AriaTooltip
        {...named}
        triggerRef={triggerRef}
        offset={6}
        className="overlay reveal flex items-center gap-2 rounded-row px-2 py-1 text-small"
      >
        {label}
        {keys && <Keys keys={keys} />}
      </AriaTooltip>
    </TooltipTriggerStateContext>
  );
}
