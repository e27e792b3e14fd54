// The frame of a page: its heading takes the focus when one arrives, and names the tab.

import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  title: string;
  subtitle?: ReactNode;
  /** Buttons at the end of the heading's line. */
  tools?: ReactNode;
  children: ReactNode;
}

export function Page({ title, subtitle, tools, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · saydo`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="mx-auto flex w-full max-w-[760px] flex-col shrink-0 gap-4 px-4 pt-1 pb-28 min-[720px]:px-8 min-[900px]:pt-10">
      <header className="flex min-h-9 items-center gap-2 px-2">
        <h1
          ref={heading}
          tabIndex={-1}
          className="min-w-0 truncate text-title font-semibold tracking-tight"
        >
          {title}
        </h1>
        {subtitle && <span className="figures truncate text-small text-text-3">{subtitle}</span>}
        <span className="flex-1" />
        {tools && <span className="-me-2 flex items-center gap-2">{tools}</span>}
      </header>
      {children}
    </div>
  );
}
