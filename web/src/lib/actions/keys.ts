// Which action a key press means.

import type { Action } from "./registry";

export interface Press {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const isMac = typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.platform);

/** The way a press is written in the registry, such as `mod+k`, `shift+e` or `?`. */
export function strokeOf(press: Press, mac = isMac): string {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const parts: string[] = [];
  if (mac ? press.metaKey : press.ctrlKey) parts.push("mod");
  if (press.altKey) parts.push("alt");
  const named = press.key.length > 1 || /[a-z]/.test(key);
  if (press.shiftKey && named) parts.push("shift");
  return [...parts, key].join("+");
}

/** What a press leads to: an action, the first half of a sequence, or nothing. */
export function matchKeys(
  actions: readonly Action[],
  pending: string | null,
  stroke: string,
): { action: Action } | { pending: string } | null {
  const wanted = pending === null ? stroke : `${pending} ${stroke}`;
  let begins = false;
  for (const action of actions) {
    for (const way of action.keys?.split(",") ?? []) {
      const keys = way.trim();
      if (keys === wanted) return { action };
      if (keys.startsWith(`${wanted} `)) begins = true;
    }
  }
  return begins ? { pending: wanted } : null;
}

/** Whether a stroke works without a modifier, which users may switch off. */
export const isSingleKey = (stroke: string) => !/^(mod|alt)\+/.test(stroke);

const arrows: Record<string, string> = { ArrowUp: "↑", ArrowDown: "↓" };

/** Keys as people read them: `⌘K` or `Ctrl K`. */
export function keyLabels(keys: string, mac = isMac): string[] {
  const first = keys.split(",")[0] ?? "";
  return first
    .trim()
    .split(" ")
    .flatMap((stroke, index) => {
      const labels = stroke.split("+").map((key) => {
        if (key === "mod") return mac ? "⌘" : "Ctrl";
        if (key === "shift") return mac ? "⇧" : "Shift";
        if (key === "alt") return mac ? "⌥" : "Alt";
        return arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key);
      });
      return index > 0 ? ["then", ...labels] : labels;
    });
}
