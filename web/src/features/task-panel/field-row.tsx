// One line of the panel: what it is, and its value.

import type { ReactNode } from "react";

interface Props {
  label: string;
  children: ReactNode;
}

export function FieldRow({ label, children }: Props) {
  return (
    <div className="grid min-h-8 grid-cols-[92px_1fr] gap-2">
      <span className="py-1.75 text-small text-text-3">{label}</span>
      <div className="min-w-0">{children}</div>
    </div>
  );
}
