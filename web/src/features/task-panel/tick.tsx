// A small box that is ticked.

import { Checkbox } from "react-aria-components/Checkbox";

interface Props {
  label: string;
  isDone: boolean;
  onChange: (isDone: boolean) => void;
}

export function Tick({ label, isDone, onChange }: Props) {
  return (
    <Checkbox
      aria-label={label}
      isSelected={isDone}
      onChange={onChange}
      className="group mt-0.5 flex size-4.5 shrink-0 items-center justify-center rounded border border-edge data-focus-visible:outline-2 data-focus-visible:outline-offset-2 data-focus-visible:outline-accent data-selected:border-accent data-selected:bg-accent"
    >
      <svg
        width="11"
        height="11"
        viewBox="0 0 11 11"
        aria-hidden="true"
        className="opacity-0 group-data-selected:opacity-100"
      >
        <path d="M2 5.8l2.4 2.4L9 3.2" fill="none" className="stroke-on-accent" strokeWidth="1.6" />
      </svg>
    </Checkbox>
  );
}
