// A day that is picked, shown in words, and may be taken away.

import { t } from "@lingui/core/macro";
import { X } from "lucide-react";
import { dayWords } from "@/lib/dates/format";
import { IconButton } from "@/ui/icon-button";
import { DatePicker } from "./date-picker";

interface Props {
  label: string;
  pickLabel: string;
  value: string | null;
  onChange: (day: string | null) => void;
}

export function DayField({ label, pickLabel, value, onChange }: Props) {
  return (
    <div className="flex items-center">
      <span className={`figures flex-1 px-2 ${value ? "" : "text-text-3"}`}>
        {value ? dayWords(value) : t`none`}
      </span>
      {value && <IconButton icon={X} label={t`Remove: ${label}`} onPress={() => onChange(null)} />}
      <DatePicker label={pickLabel} value={value} onPick={onChange} />
    </div>
  );
}
