// Short messages about what has just happened, each with at most one way on.

import { createStore } from "../store";

export interface Toast {
  id: number;
  kind: "done" | "problem" | "reminder";
  words: string;
  action?: { label: string; run: () => void };
  /** Which reminder it is about, so that answering it elsewhere takes it away. */
  subject?: string;
}

const lifeMs = { done: 7_000, problem: 10_000, reminder: 60_000 };
const most = 3;
let nextId = 1;

export const toasts = createStore<readonly Toast[]>([]);

export function dismissToast(id: number): void {
  toasts.set((all) => all.filter((toast) => toast.id !== id));
}

/** Takes away reminders that were told, for they stand in the list that is open now. */
export function clearReminders(): void {
  toasts.set((all) => all.filter((toast) => toast.kind !== "reminder"));
}

/** Takes away what was said about earlier changes: Undo always means the latest one. */
export function clearDone(): void {
  toasts.set((all) => all.filter((toast) => toast.kind !== "done"));
}

export function showToast(toast: Omit<Toast, "id">): number {
  const id = nextId++;
  if (toast.kind === "done") clearDone();
  toasts.set((all) => [...all, { ...toast, id }].slice(-most));
  setTimeout(() => dismissToast(id), lifeMs[toast.kind]);
  return id;
}
