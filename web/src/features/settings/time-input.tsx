// A time of day, saved when it is left.

import { useId, useState } from "react";

interface Props {
  label: string;
  value: string;
  onChange: (time: string) => void;
}

export function TimeInput({ label, value, onChange }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const save = () => {
    if (draft && draft !== value.slice(0, 5)) onChange(draft);
    setDraft(null);
  };
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-small font-medium text-text-2">
        {label}
      </label>
      <input
        id={id}
        type="time"
        value={draft ?? value.slice(0, 5)}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        className="field figures"
      />
    </div>
  );
}
