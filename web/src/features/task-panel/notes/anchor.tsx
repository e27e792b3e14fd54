// A link of a text that somebody wrote: to the web, to mail or to a phone, and to nothing else.

import type { ReactNode } from "react";

const welcome = new Set(["http:", "https:", "mailto:", "tel:"]);

function safeAddress(href: string): string | null {
  try {
    const address = new URL(href);
    return welcome.has(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}

interface Props {
  href: string;
  title?: string | null | undefined;
  children: ReactNode;
}

export function Anchor({ href, title, children }: Props) {
  const address = safeAddress(href);
  if (address === null) return children;
  return (
    <a
      href={address}
      title={title || address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="wrap-anywhere text-accent underline decoration-1 underline-offset-3"
    >
      {children}
    </a>
  );
}
