// A line that adds one more of whatever is above it.

import { Plus } from "lucide-react";
import { useState } from "react";
import { linesOf } from "@/lib/parse/segments";
import { isKey } from "./leave-field";

interface Props {
  label: string;
  /** Answers which of them were refused. */
  onAdd: (titles: string[]) => Promise<string[]>;
}

export function AddLine({ label, onAdd }: Props) {
  const [draft, setDraft] = useState("");
  const add = async (text: string) => {
    const titles = linesOf(text);
    setDraft("");
    const [refused] = titles.length > 0 ? await onAdd(titles) : [];
    if (refused && titles.length === 1) setDraft((now) => now || refused);
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
          if (isKey(event, "Enter")) void add(draft);
          if (event.key !== "Escape" || draft === "") return;
          event.stopPropagation();
          if (isKey(event, "Escape")) setDraft("");
        }}
        onPaste={(event) => {
          const text = event.clipboardData.getData("text/plain");
          if (linesOf(text).length < 2) return;
          event.preventDefault();
          void add(text);
        }}
        onBlur={() => void add(draft)}
        className="bare h-8 px-1"
      />
    </div>
  );
}
