// Keys pressed for something that is still on its way: held, and given to it once it has the focus.

type Press = Pick<KeyboardEvent, "key" | "code" | "shiftKey">;

const overlay = "[role=dialog],[role=alertdialog],[role=menu]";

/** What people press on its own; the browser's own keys and combinations go where they always go. */
function isForOverlay(event: KeyboardEvent): boolean {
  const isCombination = (event.ctrlKey || event.metaKey || event.altKey) && !isAltGraph(event);
  if (isCombination) return false;
  return event.key.length === 1 || /^(Enter|Tab|Backspace|Arrow\w+)$/.test(event.key);
}

/** With any modifier: on the page they delete the task that has the focus, which nobody means now. */
const isDeletion = ({ key }: KeyboardEvent) => /^(Delete|Backspace)$/.test(key);

/** A key that opens or confirms does so once, however long it is down. */
const isStillDown = ({ key, repeat }: KeyboardEvent) => repeat && /^(Enter| )$/.test(key);

const isAltGraph = (event: KeyboardEvent) => event.getModifierState("AltGraph");

/** Does what the browser would have done with a key in a field. */
function edit(field: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  if (key === "Enter") {
    field.form?.requestSubmit();
    return;
  }
  const isDeletion = key === "Backspace";
  if (key.length !== 1 && !isDeletion) return;
  const end = field.selectionEnd ?? field.value.length;
  let start = field.selectionStart ?? end;
  if (isDeletion && start === end) start = Math.max(0, start - 1);
  const data = isDeletion ? null : key;
  const inputType = isDeletion ? "deleteContentBackward" : "insertText";
  const init = { inputType, data, bubbles: true };
  if (!field.dispatchEvent(new InputEvent("beforeinput", { ...init, cancelable: true }))) return;
  field.setRangeText(data ?? "", start, end, "end");
  field.dispatchEvent(new InputEvent("input", init));
}

function give(press: Press): void {
  const init = { ...press, bubbles: true, cancelable: true };
  const target = document.activeElement ?? document.body;
  const isFree = target.dispatchEvent(new KeyboardEvent("keydown", init));
  if (isFree && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) {
    edit(target, press.key);
  }
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keyup", init));
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Holds key presses until the focus moves into a dialog or a menu, then gives them to it in order.
 * Escape drops them and calls `onEscape`. Answers with a function that ends the hold before that.
 */
export function holdKeys(onEscape: () => void): () => void {
  const held: Press[] = [];
  let isGiving = false;
  const stop = () => {
    held.length = 0;
    window.removeEventListener("keydown", hold, true);
    document.removeEventListener("focusin", noteFocus);
  };
  const hold = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing) return;
    const isEscape = event.key === "Escape";
    const isKept = isForOverlay(event);
    if (!isEscape && !isKept && !isDeletion(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isEscape) {
      stop();
      onEscape();
    } else if (isKept && !isStillDown(event))
      held.push({ key: event.key, code: event.code, shiftKey: event.shiftKey });
  };
  const noteFocus = async (event: FocusEvent) => {
    if (isGiving || !(event.target instanceof Element) || !event.target.closest(overlay)) return;
    isGiving = true;
    // The focus may still move on within the frame, from the menu to its first entry.
    await nextFrame();
    for (let press = held.shift(); press; press = held.shift()) {
      give(press);
      await nextFrame();
    }
    stop();
  };
  window.addEventListener("keydown", hold, true);
  document.addEventListener("focusin", noteFocus);
  return stop;
}
