// Leaving a field of the panel by key. What was written is saved as it is left.

import type { KeyboardEvent } from "react";
import type { Written } from "./use-written";

type Press = KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>;

const panelOf = (field: Element) => field.closest<HTMLElement>("section[tabindex]");

/** Moves the focus to the panel around the field, whose own keys work then. */
export function leaveField({ currentTarget: field }: Press): void {
  field.blur();
  panelOf(field)?.focus({ preventScroll: true });
}

/**
 * Goes on to the next field, so that one after the other is filled in, or to the question that has to be
 * answered before this one is saved.
 */
export function confirmField(event: Press, { trouble, keep }: Written): void {
  const { currentTarget: field } = event;
  if (trouble?.kind === "conflict") {
    field.parentElement?.querySelector<HTMLElement>("[data-draft-note] button")?.focus();
    return;
  }
  if (trouble?.kind === "refused") keep();
  const panel = panelOf(field);
  const fields = [...(panel?.querySelectorAll<HTMLElement>("[data-field]") ?? [])];
  const next = fields[fields.indexOf(field) + 1];
  if (next) next.focus();
  else leaveField(event);
}

/** Whether a key is the field's: while a word is being composed, keys belong to what composes it. */
export const isKey = (event: Press, key: string): boolean =>
  event.key === key && !event.nativeEvent.isComposing;
