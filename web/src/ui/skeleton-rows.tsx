// Grey rows while a list is on its way; invisible for the first 300 ms.

import { t } from "@lingui/core/macro";

const widths = ["w-3/5", "w-2/5", "w-1/2", "w-2/3", "w-1/3"];

export function SkeletonRows() {
  return (
    <div role="status" aria-label={t`Loading`} className="flex flex-col">
      {widths.map((width) => (
        <div key={width} className="flex h-(--row) items-center gap-3 px-2">
          <span className="skeleton size-4.5 rounded-full" />
          <span className={`skeleton h-3.5 ${width}`} />
        </div>
      ))}
    </div>
  );
}
