// Listens to the keyboard for the whole app.

import { useEffect } from "react";
import { prefs } from "../prefs/prefs";
import { isSingleKey, matchKeys, strokeOf } from "./keys";
import { allActions } from "./registry";

const sequenceMs = 1_200;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function inOverlay(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("[role=dialog],[role=menu],[role=listbox]") !== null
  );
}

export function useShortcuts(): void {
  useEffect(() => {
    let pending: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        /^(Shift|Control|Alt|Meta)$/.test(event.key)
      )
        return;
      const stroke = strokeOf(event);
      if (isSingleKey(stroke)) {
        if (isTyping(event.target) || inOverlay(event.target) || !prefs.get().singleKeys) return;
      } else if (isTyping(event.target) && stroke === "mod+z") return;
      const match = matchKeys(allActions(), pending, stroke);
      clearTimeout(timer);
      pending = null;
      if (match === null || ("action" in match && match.action.isIdle)) return;
      event.preventDefault();
      if ("action" in match) match.action.run();
      else {
        pending = match.pending;
        timer = setTimeout(() => {
          pending = null;
        }, sequenceMs);
      }
    };
    document.addEventListener("keydown", listen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", listen);
    };
  }, []);
}
