// Whether this browser shows reminders outside of its tabs.

import { prefs } from "../prefs/prefs";

/** `on`: shown while a tab is open. `off`: not asked for. `blocked`: the browser refuses. `missing`: it cannot. */
export type Notices = "on" | "off" | "blocked" | "missing";

export type Permission = NotificationPermission | "missing";

export const permissionNow = (): Permission =>
  typeof Notification === "undefined" ? "missing" : Notification.permission;

export function noticesOf(allowed: Permission, isWanted: boolean): Notices {
  if (allowed === "missing") return "missing";
  if (allowed === "denied") return "blocked";
  return allowed === "granted" && isWanted ? "on" : "off";
}

export const noticesNow = () => noticesOf(permissionNow(), prefs.get().browserNotifications);
