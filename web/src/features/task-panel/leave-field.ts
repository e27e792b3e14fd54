// Leaving a field of the panel by key: the panel itself has the focus then, so that its own keys work.

import type { KeyboardEvent } from "react";

type Press = KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>;

/** Moves the focus from the field to the panel around it; what was written is saved as it is left. */
export function leaveField({ currentTarget: field }: Press): void {
  field.blur();
  field.closest<HTMLElement>("section[tabindex]")?.focus({ preventScroll: true });
}

/** Whether a key is the field's: while a word is being composed, keys belong to what composes it. */
export const isKey = (event: Press, key: string): boolean =>
  event.key === key && !event.nativeEvent.isComposing;
