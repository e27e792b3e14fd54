// The line above the page on narrow screens: the way to the sidebar, and what else must be at hand.

import { t } from "@lingui/core/macro";
import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/ui/icon-button";
import { lateOverlay } from "@/ui/late";

const Drawer = lateOverlay(() => import("./drawer").then((module) => module.Drawer));

interface Props {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  sidebar: ReactNode;
  children: ReactNode;
}

export function TopBar({ isOpen, onOpenChange, sidebar, children }: Props) {
  return (
    <div className="sticky top-0 z-10 flex h-12 shrink-0 items-center justify-between bg-surface-1 px-2 min-[900px]:hidden">
      <IconButton
        icon={Menu}
        label={t`Menu`}
        aria-expanded={isOpen}
        onPress={() => onOpenChange(true)}
        className="size-10"
      />
      {isOpen && <Drawer onClose={() => onOpenChange(false)}>{sidebar}</Drawer>}
      {children}
    </div>
  );
}
