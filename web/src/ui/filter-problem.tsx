// What is wrong with a filter, where in it, and what may have been meant.

import { t } from "@lingui/core/macro";
import { Problem, sentenceOf } from "@/lib/api/problem";
import { Button } from "./button";
import { ErrorNote } from "./error-note";

interface PlaceProps {
  problem: Problem;
  filter: string;
  onTake: (filter: string) => void;
}

/** The filter with its mistake marked, and below it the filter that may have been meant. */
export function FilterMistake({ problem, filter, onTake }: PlaceProps) {
  const { position, suggestion } = problem;
  if (position === null) return null;
  // The server counts characters; a text here counts some of them twice.
  const characters = [...filter];
  const fine = characters.slice(0, position).join("");
  const wrong = characters.slice(position).join("");
  const mended = suggestion && fine + wrong.replace(/^[^\s&|()!]+/, () => suggestion);
  return (
    <>
      <code className="wrap-anywhere">
        {fine}
        <mark className="rounded-sm bg-danger/20 text-danger underline decoration-wavy underline-offset-4">
          {wrong || "…"}
        </mark>
      </code>
      {mended && <Button size="small" onPress={() => onTake(mended)}>{t`Use ${mended}`}</Button>}
    </>
  );
}

interface Props {
  error: Error;
  filter: string;
  onRetry: () => void;
  onTake: (filter: string) => void;
}

export function FilterProblem({ error, filter, onRetry, onTake }: Props) {
  if (!(error instanceof Problem) || error.position === null) {
    return <ErrorNote error={error} onRetry={onRetry} />;
  }
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-2 rounded-row border border-line bg-surface-2 px-3 py-2"
    >
      <p>{sentenceOf(error)}</p>
      <FilterMistake problem={error} filter={filter} onTake={onTake} />
    </div>
  );
}
