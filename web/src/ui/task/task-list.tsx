// A list of tasks: keyboard, selection, dragging, more on demand.

import { t } from "@lingui/core/macro";
import { type FocusEvent, lazy, type ReactNode, Suspense } from "react";
import { GridList, GridListLoadMoreItem } from "react-aria-components/GridList";
import type { Task } from "@/lib/api/contract";
import { focusedTask, selectAmong, useSelection } from "@/lib/selection/selection";
import { TaskRow } from "./task-row";
import { useModifiedPress } from "./use-modified-press";
import { type ListHome, useTaskDrag } from "./use-task-drag";

const LongList = lazy(() => import("./long-list").then((module) => ({ default: module.LongList })));

/** From so many rows on only those in sight are in the page. */
const longFrom = 60;

interface Props {
  label: string;
  tasks: readonly Task[];
  /** Given where the order is the user's own: dropping here puts a task there. */
  home?: ListHome;
  showProject?: boolean;
  leavesWhenDone?: boolean;
  /** The day that the heading above says, so that rows need not repeat it. */
  day?: string | undefined;
  hasMore?: boolean;
  isLoadingMore?: boolean;
  onLoadMore?: () => void;
  empty?: ReactNode;
  /** Another row than that of a task to be done. */
  row?: (task: Task) => ReactNode;
}

export function TaskList({
  label,
  tasks,
  home,
  showProject = true,
  leavesWhenDone = true,
  day,
  hasMore = false,
  isLoadingMore = false,
  onLoadMore,
  empty,
  row = (task) => (
    <TaskRow
      key={task.id}
      task={task}
      showProject={showProject}
      leavesWhenDone={leavesWhenDone}
      canDrag
      day={day}
    />
  ),
}: Props) {
  const selected = useSelection();
  const modifiedPress = useModifiedPress(tasks);
  const { dragAndDropHooks } = useTaskDrag(tasks, home);
  const chosen = tasks.filter((task) => selected.has(task.id)).map((task) => task.id);
  const noteFocus = (event: FocusEvent<HTMLDivElement>) => {
    const key = event.target.closest("[data-key]")?.getAttribute("data-key");
    focusedTask.set(tasks.find((task) => task.id === key) ?? null);
  };
  const grid = (
    <GridList
      aria-label={label}
      selectionMode="multiple"
      selectionBehavior="toggle"
      disallowTypeAhead
      selectedKeys={chosen}
      onSelectionChange={(keys) =>
        selectAmong(
          tasks,
          keys === "all" ? new Set(tasks.map((task) => task.id)) : new Set([...keys].map(String)),
        )
      }
      dragAndDropHooks={dragAndDropHooks}
      renderEmptyState={() =>
        empty ?? <p className="px-2 py-2 text-small text-text-3">{t`Nothing here.`}</p>
      }
      className="flex flex-col rounded-row data-drop-target:bg-accent-soft [&_.react-aria-DropIndicator]:h-0 [&_.react-aria-DropIndicator[data-drop-target]]:outline-1 [&_.react-aria-DropIndicator[data-drop-target]]:outline-accent"
    >
      {tasks.map(row)}
      {hasMore && (
        <GridListLoadMoreItem
          isLoading={isLoadingMore}
          onLoadMore={onLoadMore}
          className="h-8 px-2 text-small text-text-3"
        >
          {t`Loading more`}
        </GridListLoadMoreItem>
      )}
    </GridList>
  );
  return (
    <div onFocusCapture={noteFocus} {...modifiedPress}>
      {tasks.length > longFrom ? (
        <Suspense fallback={grid}>
          <LongList>{grid}</LongList>
        </Suspense>
      ) : (
        grid
      )}
    </div>
  );
}
