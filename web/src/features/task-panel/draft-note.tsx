// Says why what was written is not saved, with what stands there instead, and lets one choose.

import { t } from "@lingui/core/macro";
import { Button } from "@/ui/button";
import type { Trouble, Written } from "./use-written";

interface Props {
  label: string;
  written: Written;
  className?: string;
}

function sentenceFor(trouble: Trouble): string {
  switch (trouble.kind) {
    case "conflict":
      return t`This was changed elsewhere while you wrote. There it says:`;
    case "refused":
      return t`Not saved. ${trouble.words}`;
    case "unsaved":
      return t`What you wrote is not saved yet.`;
  }
}

export function DraftNote({ label, written, className = "" }: Props) {
  const { trouble } = written;
  if (!trouble) return null;
  const isConflict = trouble.kind === "conflict";
  return (
    <div
      role="group"
      aria-label={t`${label}: not saved`}
      data-draft-note
      className={`flex flex-col gap-1.5 rounded-row border border-warn bg-surface-2 px-2.5 py-2 text-small ${className}`}
    >
      <div role="alert" className="flex flex-col gap-1 text-text-2">
        <p>{sentenceFor(trouble)}</p>
        {isConflict && (
          <p className="max-h-40 overflow-y-auto wrap-anywhere whitespace-pre-wrap text-text-1">
            {trouble.theirs || t`nothing`}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" onPress={written.keep}>
          {isConflict ? t`Keep mine` : t`Save`}
        </Button>
        <Button size="small" look="quiet" onPress={written.giveUp}>
          {isConflict ? t`Take theirs` : t`Discard`}
        </Button>
      </div>
    </div>
  );
}
