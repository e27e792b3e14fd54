// A small page that comes up from the bottom, where a phone's thumb is.

import { t } from "@lingui/core/macro";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { IconButton } from "./icon-button";

interface Props {
  title: string;
  tools?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

export function Sheet({ title, tools, onClose, children }: Props) {
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
      className="reveal fixed inset-0 z-40 flex items-end bg-black/30"
    >
      <Modal
        data-sheet
        className="overlay rise max-h-[85dvh] w-full overflow-y-auto rounded-b-none border-x-0 border-b-0 pb-[env(safe-area-inset-bottom)]"
      >
        <Dialog className="outline-none">
          <header className="sticky top-0 z-10 flex min-h-13 items-center gap-1 border-b border-line bg-raised ps-4 pe-2">
            <Heading slot="title" className="flex-1 font-semibold">
              {title}
            </Heading>
            {tools}
            <IconButton icon={X} label={t`Close`} onPress={onClose} className="size-10" />
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
