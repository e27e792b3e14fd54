// A small piece of information that may be taken away.

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";

interface Props {
  children: ReactNode;
  removeLabel?: string;
  onRemove?: () => void;
  title?: string;
}

export function Chip({ children, removeLabel, onRemove, title }: Props) {
  return (
    <span
      title={title}
      className="inline-flex min-h-6 items-center gap-1 rounded-full bg-accent-soft ps-2 pe-1 text-small text-text-1"
    >
      <span className="pe-1">{children}</span>
      {onRemove && (
        <Button
          aria-label={removeLabel}
          onPress={onRemove}
          className="inline-flex size-5 items-center justify-center rounded-full text-text-2 hover:bg-surface-3"
        >
          <X size={13} aria-hidden />
        </Button>
      )}
    </span>
  );
}
