// The line above the page on narrow screens: the way to the sidebar, and what else must be at hand.

import { t } from "@lingui/core/macro";
import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "@/ui/icon-button";

interface Props {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  sidebar: ReactNode;
  children: ReactNode;
}

export function TopBar({ isOpen, onOpenChange, sidebar, children }: Props) {
  return (
    <div className="sticky top-0 z-10 flex h-12 items-center justify-between bg-surface-1 px-2 min-[900px]:hidden">
      <IconButton
        icon={Menu}
        label={t`Menu`}
        onPress={() => onOpenChange(true)}
        className="size-10"
      />
      <ModalOverlay
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        isDismissable
        className="reveal fixed inset-0 z-40 bg-black/30"
      >
        <Modal className="h-full w-70 border-e border-line bg-surface-2">
          <Dialog aria-label={t`Menu`} className="h-full outline-none">
            {sidebar}
          </Dialog>
        </Modal>
      </ModalOverlay>
      {children}
    </div>
  );
}
