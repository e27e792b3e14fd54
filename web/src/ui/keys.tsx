// Keys of the keyboard, as small caps.

import { keyLabels } from "@/lib/actions/keys";

export function Keys({ keys }: { keys: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-text-3">
      {keyLabels(keys).map((label, index) =>
        label === "then" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: keys of one shortcut never move.
          <span key={index} className="sr-only">
            {" then "}
          </span>
        ) : (
          <kbd
            // biome-ignore lint/suspicious/noArrayIndexKey: keys of one shortcut never move.
            key={index}
            className="min-w-5 rounded border border-line bg-surface-2 px-1 text-center font-sans text-xs leading-4.5 text-text-2"
          >
            {label}
          </kbd>
        ),
      )}
    </span>
  );
}
