// Whether this browser shows reminders outside of its tabs, and asking it to.

import { useEffect } from "react";
import { prefs, setPrefs, usePrefs } from "../prefs/prefs";
import { createStore, useStore } from "../store";

/** `on`: shown while a tab is open. `off`: not asked for. `blocked`: the browser refuses. `missing`: it cannot. */
export type Notices = "on" | "off" | "blocked" | "missing";

type Permission = NotificationPermission | "missing";

const permissionNow = (): Permission =>
  typeof Notification === "undefined" ? "missing" : Notification.permission;

const permission = createStore<Permission>(permissionNow());

export function noticesOf(allowed: Permission, isWanted: boolean): Notices {
  if (allowed === "missing") return "missing";
  if (allowed === "denied") return "blocked";
  return allowed === "granted" && isWanted ? "on" : "off";
}

export const noticesNow = () => noticesOf(permissionNow(), prefs.get().browserNotifications);

export function useNotices(): Notices {
  const { browserNotifications } = usePrefs();
  const allowed = useStore(permission);
  useEffect(() => {
    const look = () => permission.set(permissionNow());
    look();
    // What is allowed changes in the browser's own settings, often in another window.
    window.addEventListener("focus", look);
    const isGone = new AbortController();
    navigator.permissions
      ?.query({ name: "notifications" })
      .then((status) => status.addEventListener("change", look, { signal: isGone.signal }))
      .catch(() => {});
    return () => {
      window.removeEventListener("focus", look);
      isGone.abort();
    };
  }, []);
  return noticesOf(allowed, browserNotifications);
}

/** Asks the browser where that is needed; answers what has become of it. */
export async function turnOnNotices(): Promise<Notices> {
  if (permissionNow() === "default") await Notification.requestPermission();
  permission.set(permissionNow());
  if (permissionNow() === "granted") setPrefs({ browserNotifications: true });
  return noticesNow();
}

export const turnOffNotices = () => setPrefs({ browserNotifications: false });
