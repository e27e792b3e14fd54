// One change: what happened, who did it through what, and Undo.

import { plural, t } from "@lingui/core/macro";
import type { Change } from "@/lib/api/contract";
import { undo } from "@/lib/commands/undo";
import { agoWords, clockWords, momentWords } from "@/lib/dates/when";
import { Button } from "@/ui/button";
import { classes } from "@/ui/classes";
import { changeWords } from "./change-words";
import { changeDiffs } from "./field-diffs";
import type { Names } from "./field-words";

const shown = 4;

function viaWords(change: Change): string {
  switch (change.via) {
    case "ui":
      return t`here`;
    case "chat":
      return t`in the chat`;
    case "cli":
      return t`in the terminal`;
    case "mcp":
      return t`through an assistant`;
    case "api":
      return t`over the API`;
    case "import":
      return t`by an import`;
    default:
      return t`by saydo`;
  }
}

interface Props {
  change: Change;
  names: Names;
  /** Whether a heading above says the day, so that the time is enough. */
  isBelowDay: boolean;
}

export function ChangeRow({ change, names, isBelowDay }: Props) {
  const words = changeWords(change);
  const diffs = changeDiffs(change, names);
  const more = diffs.length - shown;
  const who = [change.actor.credential_name ?? "", viaWords(change)].filter(Boolean).join(" ");
  return (
    <li className="group/change flex items-start gap-3 border-b border-line px-2 py-2 last:border-0">
      <div className="min-w-0 flex-1">
        <p className={classes("wrap-anywhere", change.undone && "text-text-3 line-through")}>
          {words}
        </p>
        {diffs.slice(0, shown).map(({ label, before, after }) => (
          <p key={`${label} ${after}`} className="figures truncate text-small text-text-2">
            <span className="text-text-3">{label} </span>
            {before && (
              <>
                <s className="text-text-3">{before}</s>
                <span aria-hidden> → </span>
              </>
            )}
            {after || t`none`}
          </p>
        ))}
        {more > 0 && (
          <p className="text-small text-text-3">
            {plural(more, { one: "and # field more", other: "and # fields more" })}
          </p>
        )}
        <p className="figures text-small text-text-3">
          <time dateTime={change.at} title={momentWords(change.at)}>
            {isBelowDay ? clockWords(change.at) : agoWords(change.at)}
          </time>
          {` · ${who}`}
        </p>
      </div>
      {change.undone ? (
        <span className="text-small text-text-3">{t`undone`}</span>
      ) : (
        change.can_undo && (
          <Button
            size="small"
            look="quiet"
            aria-label={t`Undo: ${words}`}
            className="opacity-0 group-hover/change:opacity-100 data-focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
            onPress={() => void undo(change.change_id)}
          >
            {t`Undo`}
          </Button>
        )
      )}
    </li>
  );
}
