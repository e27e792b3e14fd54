// What can be done from everywhere.

import { t } from "@lingui/core/macro";
import { focusAdd, focusChat } from "@/lib/actions/focus-add";
import { type Action, useActions } from "@/lib/actions/registry";
import { undo } from "@/lib/commands/undo";
import { prefs, setPrefs } from "@/lib/prefs/prefs";
import { go } from "@/lib/routes/routes";

interface Openers {
  openPalette: () => void;
  openKeys: () => void;
  addProject: () => void;
  addView: () => void;
}

function toggleChat(): void {
  if (location.pathname === "/chat") {
    focusChat();
    return;
  }
  const isOpen = !prefs.get().chatOpen;
  setPrefs({ chatOpen: isOpen });
  if (isOpen) focusChat();
}

function add(): void {
  if (focusAdd()) return;
  go("/");
  setTimeout(focusAdd, 50);
}

export function useAppActions({ openPalette, openKeys, addProject, addView }: Openers): void {
  const places: [string, string, string, string][] = [
    ["today", t`Go to Today`, "g t", "/"],
    ["inbox", t`Go to Inbox`, "g i", "/inbox"],
    ["upcoming", t`Go to Upcoming`, "g u", "/upcoming"],
    ["completed", t`Go to Completed`, "g c", "/completed"],
    ["history", t`Go to History`, "g h", "/history"],
    ["trash", t`Go to Trash`, "g d", "/trash"],
    ["settings", t`Go to Settings`, "g s", "/settings"],
    ["chat-page", t`Go to Chat`, "g m", "/chat"],
  ];
  const actions: Action[] = [
    { id: "add", label: t`Add a task`, group: t`Everywhere`, keys: "q", run: add },
    { id: "palette", label: t`Do anything`, group: t`Everywhere`, keys: "mod+k", run: openPalette },
    { id: "search", label: t`Search`, group: t`Everywhere`, keys: "/", run: () => go("/search") },
    { id: "chat", label: t`Chat`, group: t`Everywhere`, keys: "c", run: toggleChat },
    {
      id: "undo",
      label: t`Undo the latest change`,
      group: t`Everywhere`,
      keys: "z, mod+z",
      run: () => void undo(),
    },
    { id: "keys", label: t`Show all keys`, group: t`Everywhere`, keys: "?", run: openKeys },
    { id: "add-project", label: t`Add a project`, group: t`Everywhere`, run: addProject },
    { id: "add-view", label: t`Save a filter`, group: t`Everywhere`, run: addView },
    {
      id: "theme",
      label: t`Light or dark`,
      group: t`Everywhere`,
      run: () =>
        setPrefs({
          theme:
            matchMedia("(prefers-color-scheme: dark)").matches !== (prefs.get().theme === "system")
              ? "light"
              : "dark",
        }),
    },
    ...places.map(([id, label, keys, to]) => ({
      id,
      label,
      keys,
      group: t`Places`,
      run: () => go(to),
    })),
  ];
  useActions(actions);
}
