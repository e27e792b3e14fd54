// The frame of the app: sidebar, page, panel; and what lies over them.

import { t } from "@lingui/core/macro";
import { type FocusEvent, lazy, Suspense, useEffect, useState } from "react";
import { useLocation, useSearch } from "wouter";
import { BottomBar } from "@/features/navigation/bottom-bar";
import { Sidebar } from "@/features/navigation/sidebar";
import { TopBar } from "@/features/navigation/top-bar";
import { ReminderBell } from "@/features/reminders/reminder-bell";
import { useReminderTelling } from "@/features/reminders/use-notifications";
import { useShortcuts } from "@/lib/actions/use-shortcuts";
import { setPrefs, usePrefs } from "@/lib/prefs/prefs";
import { closeTask, taskIn } from "@/lib/routes/routes";
import { clearSelection, focusedTask } from "@/lib/selection/selection";
import { late, loadLatePartsSoon } from "@/ui/late";
import { SkeletonRows } from "@/ui/skeleton-rows";
import { ToastRegion } from "@/ui/toast-region";
import { ConnectionNote } from "./connection-note";
import { FocusActions } from "./focus-actions";
import { BulkBar } from "./late/bulk-bar";
import { Overlays, useOverlays } from "./overlays";
import { Routes } from "./routes";
import { SidePanel } from "./side-panel";
import { SidebarHead } from "./sidebar-head";

import { useAppActions } from "./use-app-actions";

const TaskPanel = lazy(() =>
  import("./task-side").then((module) => ({ default: module.TaskSide })),
);
const ChatPanel = lazy(() =>
  import("@/features/chat/chat-panel").then((module) => ({ default: module.ChatPanel })),
);

const FocusKeeper = late(() => import("./focus-keeper").then((module) => module.FocusKeeper));

const closeChat = () => setPrefs({ chatOpen: false });

/** Keys pressed among the places apply to no task. */
function leaveTasks({ target }: FocusEvent<HTMLElement>): void {
  if (target.closest("nav")) focusedTask.set(null);
}

export function Shell() {
  const [path] = useLocation();
  const task = taskIn(useSearch());
  const { chatOpen } = usePrefs();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const overlays = useOverlays();
  useShortcuts();
  useReminderTelling();
  useAppActions(overlays.openers);
  useEffect(loadLatePartsSoon, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins anew.
  useEffect(() => {
    clearSelection();
    focusedTask.set(null);
    setMenuOpen(false);
    document.querySelector("main")?.scrollTo(0, 0);
    const here = document.activeElement;
    if (here?.closest("nav, main input")) return;
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [path]);
  const sidebar = (
    <Sidebar
      head={<SidebarHead />}
      onAddProject={overlays.openers.addProject}
      onAddView={overlays.openers.addView}
    />
  );
  const showsChat = chatOpen && path !== "/chat";
  return (
    <div className="flex h-dvh overflow-hidden" onFocusCapture={leaveTasks}>
      <a
        href="#main"
        className="overlay sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:px-3 focus:py-2"
      >{t`Skip to the tasks`}</a>
      <div className="hidden w-60 shrink-0 border-e border-line bg-surface-2 min-[900px]:block">
        {sidebar}
      </div>
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col overflow-y-auto">
        <TopBar isOpen={isMenuOpen} onOpenChange={setMenuOpen} sidebar={sidebar}>
          <ReminderBell />
        </TopBar>
        <ConnectionNote />
        <Suspense
          fallback={
            <div className="mx-auto max-w-[760px] px-8 pt-12">
              <SkeletonRows />
            </div>
          }
        >
          <Routes />
        </Suspense>
      </main>
      {(task || showsChat) && (
        <SidePanel
          label={task ? t`Task` : t`Chat`}
          subject={task}
          onClose={task ? closeTask : closeChat}
        >
          <Suspense
            fallback={
              <div className="p-4">
                <SkeletonRows />
              </div>
            }
          >
            {task ? <TaskPanel number={task} /> : <ChatPanel />}
          </Suspense>
        </SidePanel>
      )}
      <FocusKeeper />
      <FocusActions />
      <BulkBar />
      <BottomBar />
      <Overlays state={overlays} />
      <ToastRegion />
    </div>
  );
}
