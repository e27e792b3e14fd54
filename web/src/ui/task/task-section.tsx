// A titled part of a page, with its list.

import type { ReactNode } from "react";

interface Props {
  title: string;
  hint?: string;
  tools?: ReactNode;
  isWarning?: boolean;
  children: ReactNode;
}

export function TaskSection({ title, hint, tools, isWarning, children }: Props) {
  return (
    <section aria-label={title} className="group/section flex flex-col">
      <header className="flex min-h-9 items-center gap-2 border-b border-line px-2">
        <h2 className={isWarning ? "font-medium text-danger" : "font-medium"}>{title}</h2>
        {hint && <span className="figures text-small text-text-3">{hint}</span>}
        <span className="flex-1" />
        {/* Their words end where the rows do. */}
        {tools && <span className="-me-2 flex items-center">{tools}</span>}
      </header>
      <div className="pt-1">{children}</div>
    </section>
  );
}
