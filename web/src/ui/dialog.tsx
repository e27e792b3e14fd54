// A question or a small form over the page.

import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classes } from "./classes";

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  size?: "small" | "wide";
}

export function Dialog({ title, isOpen, onClose, children, size = "small" }: Props) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="reveal fixed inset-0 z-40 flex items-start justify-center bg-black/30 px-4 pt-[12vh] pb-4"
    >
      <Modal
        className={classes(
          "overlay appear max-h-full w-full overflow-auto",
          size === "small" ? "max-w-105" : "max-w-150",
        )}
      >
        <AriaDialog className="flex flex-col gap-4 p-5 outline-none">
          <Heading slot="title" className="text-title font-semibold">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
