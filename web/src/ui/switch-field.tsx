// On or off, with words.

import { Switch } from "react-aria-components/Switch";

interface Props {
  label: string;
  hint?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

export function SwitchField({ label, hint, isOn, onChange }: Props) {
  return (
    <Switch isSelected={isOn} onChange={onChange} className="group flex items-start gap-3 py-1">
      <span
        aria-hidden
        className="mt-0.5 flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-surface-3 p-0.5 group-data-selected:border-accent group-data-selected:bg-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent"
      >
        <span className="size-3.5 rounded-full bg-edge transition-[margin] group-data-selected:ms-4 group-data-selected:bg-on-accent" />
      </span>
      <span>
        <span className="block">{label}</span>
        {hint && <span className="block text-small text-text-3">{hint}</span>}
      </span>
    </Switch>
  );
}
