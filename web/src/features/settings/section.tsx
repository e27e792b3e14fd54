// A part of the settings.

import type { ReactNode } from "react";

interface Props {
  title: string;
  hint?: string;
  children: ReactNode;
}

export function Section({ title, hint, children }: Props) {
  return (
    <section
      aria-label={title}
      className="flex flex-col gap-4 border-b border-line px-2 pb-8 last:border-0"
    >
      <header>
        <h2 className="font-semibold">{title}</h2>
        {hint && <p className="text-small text-text-2">{hint}</p>}
      </header>
      {children}
    </section>
  );
}
