// A failure in a sentence, with a way on.

import { t } from "@lingui/core/macro";
import { sentenceOf } from "@/lib/api/problem";
import { Button } from "./button";

interface Props {
  error: unknown;
  onRetry?: () => void;
}

export function ErrorNote({ error, onRetry }: Props) {
  return (
    <div
      role="alert"
      className="flex items-center justify-between gap-3 rounded-row border border-line bg-surface-2 px-3 py-2"
    >
      <p className="text-text-1">{sentenceOf(error)}</p>
      {onRetry && <Button size="small" onPress={onRetry}>{t`Try again`}</Button>}
    </div>
  );
}
