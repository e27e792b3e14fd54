// Following whether this browser shows reminders outside of its tabs, and asking it to.

import { useEffect } from "react";
import { setPrefs, usePrefs } from "../prefs/prefs";
import { createStore, useStore } from "../store";
import {
  type Notices,
  noticesNow,
  noticesOf,
  type Permission,
  permissionNow,
} from "./browser-notices";

const permission = createStore<Permission>(permissionNow());

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
