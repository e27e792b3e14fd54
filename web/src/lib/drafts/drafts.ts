// What was written and the server does not have yet: kept until it is saved or given up, also over a reload
// of this tab, and never shown to another user.

import { useSyncExternalStore } from "react";
import { createStore } from "../store";

export interface Draft {
  text: string;
  /** What stood there when the writing began. */
  basis: string;
  /** Why the server would not take it. */
  problem: string | null;
  isSending: boolean;
  /** The name under which it may have arrived, though no answer came back: the same again does it once. */
  requestId?: string | undefined;
}

interface Kept {
  owner: string | null;
  all: Readonly<Record<string, Draft>>;
}

const storageKey = "saydo.drafts";

function isDraft(value: unknown): value is Draft {
  return typeof value === "object" && value !== null && "text" in value && "basis" in value;
}

/** What was on its way when the page was left may not have arrived. */
function stored(): Kept {
  try {
    const { owner, all }: Kept = JSON.parse(sessionStorage.getItem(storageKey) ?? "");
    const drafts = Object.entries(all).filter(([, draft]) => isDraft(draft));
    return {
      owner: owner ?? null,
      all: Object.fromEntries(drafts.map(([key, one]) => [key, { ...one, isSending: false }])),
    };
  } catch {
    return { owner: null, all: {} };
  }
}

const drafts = createStore<Kept>(stored());

function keep(kept: Kept): void {
  drafts.set(kept);
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // A browser without storage forgets them when the page is left.
  }
}

export const draftAt = (key: string): Draft | null => drafts.get().all[key] ?? null;

export function setDraft(key: string, draft: Draft | null): void {
  const { owner, all } = drafts.get();
  const { [key]: before, ...rest } = all;
  if (draft) keep({ owner, all: { ...rest, [key]: draft } });
  else if (before) keep({ owner, all: rest });
}

/** Says whose space it is now: what others wrote in this tab is forgotten. */
export function claimDrafts(owner: string): void {
  const kept = drafts.get();
  if (kept.owner === owner) return;
  keep({ owner, all: kept.owner === null ? kept.all : {} });
}

export const useDraft = (key: string): Draft | null =>
  useSyncExternalStore(drafts.subscribe, () => draftAt(key));
