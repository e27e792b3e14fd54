// Asks before something that is hard to take back.

import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface Props {
  title: string;
  isOpen: boolean;
  verb: string;
  isDanger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}

export function ConfirmDialog({
  title,
  isOpen,
  verb,
  isDanger,
  onConfirm,
  onClose,
  children,
}: Props) {
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      {children && <div className="text-text-2">{children}</div>}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t`Cancel`}</Button>
        <Button
          look={isDanger ? "danger" : "primary"}
          onPress={() => {
            onClose();
            onConfirm();
          }}
        >
          {verb}
        </Button>
      </div>
    </Dialog>
  );
}
