// The button of a row that opens everything that can be done with its task.

import { t } from "@lingui/core/macro";
import type { Task } from "@/lib/api/contract";
import { lateOverlay } from "../late";
import { MenuButton } from "../menu-button";

const TaskMenuPopover = lateOverlay(() =>
  import("./task-menu-popover").then((module) => module.TaskMenuPopover),
);

export function TaskMenu({ task }: { task: Task }) {
  return (
    <MenuButton
      label={t`More for ${task.title}`}
      className="min-[720px]:absolute min-[720px]:-end-8 opacity-0 group-hover/row:opacity-100 group-data-focus-visible-within/row:opacity-100 data-focus-visible:opacity-100 aria-expanded:opacity-100 [@media(hover:none)]:opacity-100"
    >
      {(place) => <TaskMenuPopover {...place} task={task} />}
    </MenuButton>
  );
}
