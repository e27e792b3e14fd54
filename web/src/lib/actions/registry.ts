// Everything that can be done, with its words and keys. Buttons, shortcuts, palette and the sheet of keys read it.

import { useEffect, useRef } from "react";
import { createStore, useStore } from "../store";

export interface Action {
  id: string;
  label: string;
  group: string;
  /** Keys such as `q`, `g t`, `mod+k`; several ways are separated by commas. */
  keys?: string;
  /** Nothing to do it to just now: listed among the keys, not offered. */
  isIdle?: boolean;
  run: () => void;
}

const scopes = createStore<readonly (readonly Action[])[]>([]);

/** Offers actions while the calling component is there. Later ones win where ids are the same. */
export function useActions(actions: readonly Action[]): void {
  const latest = useRef(actions);
  latest.current = actions;
  const shape = actions
    .map((action) => `${action.id}:${action.label}:${action.keys}:${action.isIdle}`)
    .join("|");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the actions; `run` is read late.
  useEffect(() => {
    const offered = latest.current.map((action) => ({
      ...action,
      run: () => latest.current.find((one) => one.id === action.id)?.run(),
    }));
    scopes.set((all) => [...all, offered]);
    return () => scopes.set((all) => all.filter((one) => one !== offered));
  }, [shape]);
}

/** All actions that are offered now, without repeats. */
export function allActions(): Action[] {
  const byId = new Map<string, Action>();
  for (const scope of scopes.get()) for (const action of scope) byId.set(action.id, action);
  return [...byId.values()];
}

export function useAllActions(): Action[] {
  useStore(scopes);
  return allActions();
}

export function runAction(id: string): void {
  allActions()
    .find((action) => action.id === id)
    ?.run();
}
