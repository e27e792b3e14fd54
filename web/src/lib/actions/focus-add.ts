// Ways to put the focus where something is said, and away from there.

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

let isChatWanted = false;

export function focusChat(): void {
  requestAnimationFrame(() => {
    const input = document.querySelector<HTMLTextAreaElement>("textarea[data-chat-input]");
    isChatWanted = !input;
    input?.focus();
  });
}

/** Whether somebody wanted to write to the chat before it was there; asked once. */
export function takeChatWish(): boolean {
  const isWanted = isChatWanted;
  isChatWanted = false;
  return isWanted;
}

/** Puts the focus on the heading of the page, where keys mean actions again. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}
