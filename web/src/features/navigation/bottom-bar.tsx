// The bar at the bottom of a phone.

import { t } from "@lingui/core/macro";
import { Inbox, MessageCircle, Plus, Search, Sun } from "lucide-react";
import { Link, useLocation } from "wouter";
import { runAction } from "@/lib/actions/registry";
import { classes } from "@/ui/classes";

const item = "flex flex-1 flex-col items-center justify-center gap-0.5 py-1.5 text-xs";

export function BottomBar() {
  const [location] = useLocation();
  const places = [
    { href: "/", label: t`Today`, icon: Sun },
    { href: "/inbox", label: t`Inbox`, icon: Inbox },
    null,
    { href: "/chat", label: t`Chat`, icon: MessageCircle },
    { href: "/search", label: t`Search`, icon: Search },
  ];
  return (
    <nav
      aria-label={t`Bottom bar`}
      className="fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface-1 pb-[env(safe-area-inset-bottom)] min-[720px]:hidden"
    >
      {places.map((place) =>
        place ? (
          <Link
            key={place.href}
            href={place.href}
            aria-current={location === place.href ? "page" : undefined}
            className={classes(item, location === place.href ? "text-accent" : "text-text-2")}
          >
            <place.icon size={20} strokeWidth={1.75} aria-hidden />
            {place.label}
          </Link>
        ) : (
          <button
            key="add"
            type="button"
            className={classes(item, "text-text-2")}
            onClick={() => runAction("add")}
          >
            <span className="flex size-8 items-center justify-center rounded-full bg-accent text-on-accent">
              <Plus size={20} aria-hidden />
            </span>
            <span className="sr-only">{t`Add a task`}</span>
          </button>
        ),
      )}
    </nav>
  );
}
