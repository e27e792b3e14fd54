// The corner where short messages appear. Always in the page, so that screen readers hear what is added.

import { t } from "@lingui/core/macro";
import { Bell, Check, CircleAlert, X } from "lucide-react";
import { useStore } from "@/lib/store";
import { dismissToast, toasts } from "@/lib/toasts/toasts";
import { Button } from "./button";
import { IconButton } from "./icon-button";

const icons = { done: Check, problem: CircleAlert, reminder: Bell };
const tints = { done: "text-ok", problem: "text-danger", reminder: "text-accent" };

export function ToastRegion() {
  const all = useStore(toasts);
  return (
    <section
      aria-label={t`Messages`}
      aria-live="polite"
      data-react-aria-top-layer="true"
      data-passing
      className="toasts pointer-events-none fixed inset-x-0 bottom-20 z-50 flex flex-col items-center gap-2 px-3 min-[720px]:bottom-6 min-[900px]:start-60"
    >
      {all.map((toast) => {
        const Icon = icons[toast.kind];
        return (
          <div
            key={toast.id}
            role={toast.kind === "problem" ? "alert" : undefined}
            className="overlay appear pointer-events-auto flex max-w-140 items-center gap-2 py-1.5 ps-3 pe-1.5"
          >
            <Icon size={17} aria-hidden className={`shrink-0 ${tints[toast.kind]}`} />
            <span className="min-w-0 flex-1 py-1 wrap-anywhere">{toast.words}</span>
            {toast.action && (
              <Button
                look="quiet"
                size="small"
                className="text-accent!"
                onPress={() => {
                  dismissToast(toast.id);
                  toast.action?.run();
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <IconButton
              icon={X}
              label={t`Dismiss`}
              className="size-7"
              onPress={() => dismissToast(toast.id)}
            />
          </div>
        );
      })}
    </section>
  );
}
