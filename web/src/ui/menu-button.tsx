// The button that opens a menu; the menu itself is loaded when it is first opened.

import { type LucideIcon, MoreHorizontal } from "lucide-react";
import { type ReactNode, type RefObject, useId, useRef, useState } from "react";
import type { ButtonProps, PressEvent } from "react-aria-components/Button";
import { IconButton } from "./icon-button";

/** What a menu must know of the button that opened it. */
export interface MenuPlace {
  id: string;
  label: string;
  triggerRef: RefObject<HTMLButtonElement | null>;
  /** Which entry gets the focus; the pointer's user has none yet. */
  autoFocus: "first" | "last" | true;
  onClose: () => void;
}

interface Props {
  label: string;
  icon?: LucideIcon;
  className?: string | undefined;
  children: (place: MenuPlace) => ReactNode;
}

const byKey: Record<string, "first" | "last"> = {
  Enter: "first",
  " ": "first",
  ArrowDown: "first",
  ArrowUp: "last",
};

export function MenuButton({ label, icon = MoreHorizontal, className, children }: Props) {
  const id = useId();
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [autoFocus, setAutoFocus] = useState<MenuPlace["autoFocus"] | null>(null);
  const isOpen = autoFocus !== null;
  const onKeyDown: ButtonProps["onKeyDown"] = (event) => {
    const way = byKey[event.key];
    if (way && !event.isDefaultPrevented()) {
      event.preventDefault();
      setAutoFocus(way);
    } else event.continuePropagation();
  };
  // As menus of the system do: a mouse opens when it goes down, a finger when it goes up.
  const openFor = (event: PressEvent) => {
    triggerRef.current?.focus({ preventScroll: true });
    setAutoFocus(event.pointerType === "virtual" ? "first" : true);
  };
  return (
    <>
      <IconButton
        ref={triggerRef}
        icon={icon}
        label={label}
        className={className}
        preventFocusOnPress
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onKeyDown={onKeyDown}
        onPressStart={(event) => /mouse|pen|virtual/.test(event.pointerType) && openFor(event)}
        onPress={(event) => event.pointerType === "touch" && openFor(event)}
      />
      {isOpen && children({ id, label, triggerRef, autoFocus, onClose: () => setAutoFocus(null) })}
    </>
  );
}
