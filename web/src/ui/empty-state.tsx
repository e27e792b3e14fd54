// What an empty list says: how things are, and one sentence that one could say.

import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";

interface Props {
  title: string;
  /** A sentence to try; pressing it takes it. */
  sentence?: string;
  onTry?: (sentence: string) => void;
  children?: ReactNode;
}

export function EmptyState({ title, sentence, onTry, children }: Props) {
  return (
    <div className="reveal flex flex-col items-start gap-2 px-2 py-8">
      <p className="text-body text-text-1">{title}</p>
      {sentence && (
        <p className="text-small text-text-2">
          {t`Say for example`}{" "}
          {onTry ? (
            <button
              type="button"
              className="rounded text-start text-accent underline decoration-dotted underline-offset-4 hover:decoration-solid"
              onClick={() => onTry(sentence)}
            >
              “{sentence}”
            </button>
          ) : (
            <q>{sentence}</q>
          )}
        </p>
      )}
      {children}
    </div>
  );
}
