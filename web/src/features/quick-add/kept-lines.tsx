// Lines that were refused, below the place where they were written, until they are added or discarded.

import { t } from "@lingui/core/macro";
import { setDraft, useDraft } from "@/lib/drafts/drafts";
import { Button } from "@/ui/button";

interface Props {
  place: string;
  onAgain: (lines: string[], requestId?: string) => void;
}

export function KeptLines({ place, onAgain }: Props) {
  const kept = useDraft(place);
  if (!kept) return null;
  const again = () => {
    setDraft(place, null);
    onAgain(kept.text.split("\n"), kept.requestId);
  };
  return (
    <section
      aria-label={t`Not added`}
      className="flex flex-col gap-1.5 border-t border-line px-3 py-2.5 text-small"
    >
      <p role="alert" className="text-danger">
        {t`Not added. ${kept.problem ?? ""}`}
      </p>
      <p className="max-h-40 overflow-y-auto wrap-anywhere whitespace-pre-wrap">{kept.text}</p>
      <div className="flex gap-1.5">
        <Button size="small" onPress={again}>{t`Try again`}</Button>
        <Button size="small" look="quiet" onPress={() => setDraft(place, null)}>
          {t`Discard`}
        </Button>
      </div>
    </section>
  );
}
