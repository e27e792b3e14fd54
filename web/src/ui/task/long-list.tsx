// Keeps only the rows of a long list that are in sight in the page.

import type { ReactNode } from "react";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";

const layoutOptions = { estimatedRowHeight: 40, loaderHeight: 32 };

export function LongList({ children }: { children: ReactNode }) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      {children}
    </Virtualizer>
  );
}
