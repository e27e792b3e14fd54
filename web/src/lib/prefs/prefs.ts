// What this browser remembers about how its user likes it: never anything the server knows.

import { createStore, useStore } from "../store";

export interface Prefs {
  theme: "system" | "light" | "dark";
  singleKeys: boolean;
  density: "normal" | "compact";
  chatOpen: boolean;
  conversation: string | null;
  browserNotifications: boolean;
}

const storageKey = "saydo.prefs";
const defaults: Prefs = {
  theme: "system",
  singleKeys: true,
  density: "normal",
  chatOpen: false,
  conversation: null,
  browserNotifications: false,
};

function stored(): Prefs {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    return typeof saved === "object" && saved !== null ? { ...defaults, ...saved } : defaults;
  } catch {
    return defaults;
  }
}

export const prefs = createStore<Prefs>(stored());

export function setPrefs(change: Partial<Prefs>): void {
  prefs.set((current) => ({ ...current, ...change }));
  try {
    localStorage.setItem(storageKey, JSON.stringify(prefs.get()));
  } catch {
    // A browser without storage forgets; nothing else depends on it.
  }
}

export const usePrefs = () => useStore(prefs);
