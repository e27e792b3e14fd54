// Ways to put the cursor where something is said.

function setText(input: HTMLInputElement, text: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  setter?.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Puts the cursor into the line that adds tasks; answers whether the page has one. */
export function focusAdd(text?: string): boolean {
  const input = document.querySelector<HTMLInputElement>("main input[data-quick-add]");
  if (!input) return false;
  input.focus();
  input.scrollIntoView({ block: "nearest" });
  if (text !== undefined) setText(input, text);
  return true;
}

export function focusChat(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLTextAreaElement>("textarea[data-chat-input]")?.focus(),
  );
}
