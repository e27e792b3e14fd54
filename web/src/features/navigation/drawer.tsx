// The sidebar over the page, on narrow screens.

import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

interface Props {
  onClose: () => void;
  children: ReactNode;
}

export function Drawer({ onClose, children }: Props) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
      className="reveal fixed inset-0 z-40 bg-black/30"
    >
      <Modal className="h-full w-70 border-e border-line bg-surface-2">
        <Dialog aria-label={t`Menu`} className="h-full outline-none">
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
