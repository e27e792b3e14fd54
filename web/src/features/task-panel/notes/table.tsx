// A table of the notes.

import type { ReactNode } from "react";
import { classes } from "@/ui/classes";

export interface Cell {
  content: ReactNode;
  align: "center" | "left" | "right" | null;
}

function cells(row: readonly Cell[], Kind: "th" | "td"): ReactNode {
  return row.map(({ content, align }, index) => (
    <Kind
      // biome-ignore lint/suspicious/noArrayIndexKey: the whole text is drawn anew when it changes.
      key={index}
      className={classes(
        "border-b border-line px-2 py-1 first:ps-0",
        Kind === "th" && "font-medium",
        align === "center" ? "text-center" : align === "right" ? "text-end" : "text-start",
      )}
    >
      {content}
    </Kind>
  ));
}

export function Table({ head, rows }: { head: readonly Cell[]; rows: readonly Cell[][] }) {
  return (
    <div tabIndex={0} className="overflow-x-auto">
      <table className="text-small">
        <thead>
          <tr>{cells(head, "th")}</tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the whole text is drawn anew when it changes.
            <tr key={index}>{cells(row, "td")}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
