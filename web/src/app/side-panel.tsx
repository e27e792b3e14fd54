// The panel at the end of the page: beside it where there is room, over it where there is not.

import type { ReactNode } from "react";

interface Props {
  label: string;
  children: ReactNode;
}

export function SidePanel({ label, children }: Props) {
  return (
    <aside
      aria-label={label}
      className="reveal z-30 border-line bg-surface-1 max-[1099px]:fixed max-[1099px]:inset-y-0 max-[1099px]:end-0 max-[1099px]:shadow-(--shadow-overlay) max-[719px]:inset-x-0 max-[719px]:top-10 max-[719px]:bottom-0 max-[719px]:rounded-t-panel max-[719px]:border-t min-[720px]:w-95 min-[720px]:border-s min-[1100px]:shrink-0"
    >
      {children}
    </aside>
  );
}
