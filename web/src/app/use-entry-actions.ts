// What can be done with the line of the sidebar that has the focus.

import { t } from "@lingui/core/macro";
import { focusedEntry, move } from "@/features/navigation/order";
import { useActions } from "@/lib/actions/registry";
import { useStore } from "@/lib/store";

export function useEntryActions(): void {
  const entry = useStore(focusedEntry);
  const shared = { group: t`Places`, isIdle: entry === null };
  useActions([
    {
      ...shared,
      id: "entry-up",
      label: t`Move the project or filter up`,
      keys: "alt+ArrowUp",
      run: () => entry && move(entry, "before"),
    },
    {
      ...shared,
      id: "entry-down",
      label: t`Move the project or filter down`,
      keys: "alt+ArrowDown",
      run: () => entry && move(entry, "after"),
    },
  ]);
}
