// The panel at the end of the page: beside it where there is room, over it where there is not.

import { type ReactNode, useLayoutEffect, useRef } from "react";

interface Props {
  label: string;
  /** What takes the focus when it comes, before its content has loaded. */
  subject: string | null;
  onClose: () => void;
  children: ReactNode;
}

export function SidePanel({ label, subject, onClose, children }: Props) {
  const panel = useRef<HTMLElement>(null);
  // Before the effects of the content, which moves the focus on into itself.
  useLayoutEffect(() => {
    if (subject !== null) panel.current?.focus({ preventScroll: true });
  }, [subject]);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={label}
      data-passing
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
      className="reveal z-30 border-line bg-surface-1 outline-none max-[1099px]:fixed max-[1099px]:inset-y-0 max-[1099px]:end-0 max-[1099px]:shadow-(--shadow-overlay) max-[719px]:inset-x-0 max-[719px]:top-10 max-[719px]:bottom-0 max-[719px]:rounded-t-panel max-[719px]:border-t min-[720px]:w-95 min-[720px]:border-s min-[1100px]:shrink-0"
    >
      {children}
    </aside>
  );
}
