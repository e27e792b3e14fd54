// The bar of what can be done with several tasks, loaded when some are selected.

import { useSelection } from "@/lib/selection/selection";
import { late } from "@/ui/late";

const Late = late(() => import("@/features/organize/bulk-bar").then((module) => module.BulkBar));

export function BulkBar() {
  return useSelection().size > 0 && <Late />;
}
