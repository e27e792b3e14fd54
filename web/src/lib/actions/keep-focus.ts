// Keeps the focus in the page: when what has it goes, what stands beside it takes it.

import { focusHeading } from "./focus-add";

/** What comes and goes over the page. When it goes, the focus returns to where it was before. */
const passing = "[data-passing],[data-trigger],[role=dialog],[role=alertdialog]";
const stops = "a[href],button,input,textarea,select,[tabindex]";

/** Where something stood that is gone, or stands that cannot have the focus any more. */
interface Place {
  parent: Element;
  next: Node | null;
}

function placeOf(gone: Node, records: readonly MutationRecord[]): Place | null {
  if (gone instanceof Element && gone.isConnected) return { parent: gone, next: null };
  const index = records.findIndex((record) =>
    [...record.removedNodes].some((node) => node.contains(gone)),
  );
  const record = records[index];
  if (!(record?.target instanceof Element)) return null;
  if (!record.target.isConnected) return placeOf(record.target, records.slice(index + 1));
  return { parent: record.target, next: record.nextSibling };
}

function canTake(element: HTMLElement): boolean {
  return element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility();
}

const follows = (node: Node, other: Node) =>
  (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The first stop after a place, or the last one before it. */
function stopBeside({ parent, next }: Place, within: Element): HTMLElement | undefined {
  const all = [...within.querySelectorAll<HTMLElement>(stops)].filter(canTake);
  const after = next?.isConnected
    ? all.find((stop) => next === stop || follows(next, stop))
    : all.find((stop) => follows(parent, stop) && !parent.contains(stop));
  return after ?? all.findLast((stop) => !follows(parent, stop) || parent.contains(stop));
}

/** Tab leaves a list by way of its last button, in whatever row that is: nobody stays there. */
function isOnTheWay(target: Element, home: Element | null): boolean {
  const row = target.closest("[role=row]");
  if (!row || row === target || !home || row.contains(home)) return false;
  return row.closest("[role=grid]") === home.closest("[role=grid]");
}

const isLost = () => document.activeElement === document.body;

function focus(element: HTMLElement | null | undefined): boolean {
  if (!element?.isConnected) return false;
  // A row stands for what is in it.
  (element.closest<HTMLElement>("[role=row]") ?? element).focus();
  return !isLost();
}

/**
 * Watches the page; answers with what ends that. Whoever uses a pointer gets back what had the focus
 * before, but nothing new, and no text: a phone's keyboard would come up.
 */
export function keepFocus(): () => void {
  let last: HTMLElement | null = null;
  /** The last one that does not pass. */
  let home: HTMLElement | null = null;
  let isByPointer = false;
  let seen: MutationRecord[] = [];
  let frame = 0;

  const note = (target: EventTarget | null) => {
    if (!(target instanceof HTMLElement) || target === document.body) return;
    last = target;
    if (!target.closest(passing) && !isOnTheWay(target, home)) home = target;
  };
  const noteFocus = ({ target }: FocusEvent) => note(target);
  const noteHand = ({ type }: Event) => {
    isByPointer = type === "pointerdown";
  };
  const rescue = () => {
    const records = seen;
    seen = [];
    if (!isLost() || !last) return;
    const place = placeOf(last, records);
    const over = place?.parent.closest(passing);
    if (place && over && !isByPointer && focus(stopBeside(place, over))) return;
    const isTyped = home?.matches("input,textarea") === true;
    if (last !== home && !(isByPointer && isTyped) && focus(home)) return;
    if (isByPointer) return;
    const left = home && placeOf(home, records);
    const around = left?.parent.closest("main,nav") ?? document.body;
    if (!(left && focus(stopBeside(left, around)))) focusHeading();
  };
  const observer = new MutationObserver((records) => {
    if (!isLost() || !last || (last.isConnected && !last.matches(":disabled"))) return;
    seen.push(...records);
    cancelAnimationFrame(frame);
    // Whoever takes something away may yet say where the focus goes; dialogs do so a frame later.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(rescue);
    });
  });
  note(document.activeElement);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["disabled"],
  });
  document.addEventListener("focusin", noteFocus);
  document.addEventListener("pointerdown", noteHand, true);
  document.addEventListener("keydown", noteHand, true);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
    document.removeEventListener("focusin", noteFocus);
    document.removeEventListener("pointerdown", noteHand, true);
    document.removeEventListener("keydown", noteHand, true);
  };
}
