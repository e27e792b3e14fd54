// A line that adds one more of whatever is above it.

import { Plus } from "lucide-react";
import { useState } from "react";
import { linesOf } from "@/lib/parse/segments";
import { isKey } from "./leave-field";

interface Props {
  label: string;
  onAdd: (titles: string[]) => void;
}

export function AddLine({ label, onAdd }: Props) {
  const [draft, setDraft] = useState("");
  const add = (text: string) => {
    const titles = linesOf(text);
    if (titles.length > 0) onAdd(titles);
    setDraft("");
  };
  return (
    <div className="flex items-center gap-2">
      <Plus size={16} aria-hidden className="shrink-0 text-text-3" />
      <input
        aria-label={label}
        data-field
        value={draft}
        placeholder={label}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (isKey(event, "Enter")) add(draft);
          if (event.key !== "Escape" || draft === "") return;
          event.stopPropagation();
          if (isKey(event, "Escape")) setDraft("");
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text/plain");
          if (linesOf(text).length < 2) return;
          event.preventDefault();
          add(text);
        }}
        onBlur={() => add(draft)}
        className="bare h-8 px-1"
      />
    </div>
  );
}
