// What saydo understood, in words, with the pieces that may be taken back.

import { t } from "@lingui/core/macro";
import type { Parsed, Span } from "@/lib/api/contract";
import { slotWords } from "@/lib/dates/format";
import { Chip } from "@/ui/chip";

interface Props {
  id: string;
  spans: Span[];
  parsed: Parsed | null;
  onDismiss: (span: Span) => void;
}

export function EchoLine({ id, spans, parsed, onDismiss }: Props) {
  const next = parsed?.tasks[0]?.next ?? [];
  const doubt = parsed?.doubts[0];
  const repeats = spans.some((span) => span.kind === "rule");
  if (spans.length === 0) return null;
  return (
    <div className="flex flex-col gap-1.5 px-3 pt-1 pb-2.5">
      <ul className="flex flex-wrap gap-1.5 pb-0.5" aria-label={t`Recognised`}>
        {spans.map((span) => (
          <li key={span.start}>
            <Chip
              title={span.text}
              removeLabel={t`Take “${span.text}” as plain words`}
              onRemove={() => onDismiss(span)}
            >
              {span.words || span.text}
            </Chip>
          </li>
        ))}
      </ul>
      <p id={id} className="text-small text-text-2 empty:hidden">
        {parsed?.words}
        {repeats && next.length > 0 && (
          <span className="figures text-text-3"> {t`Then ${next.map(slotWords).join(", ")}.`}</span>
        )}
        {doubt && (
          <span className="text-warn">
            {" "}
            {doubt.question} {doubt.alternatives.join(" / ")}
          </span>
        )}
      </p>
    </div>
  );
}
