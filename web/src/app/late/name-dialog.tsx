// The dialog for names, loaded when somebody first names something.

import { type ComponentProps, lazy, Suspense } from "react";
import type { NameDialog as Real } from "@/features/organize/name-dialog";

const Late = lazy(() =>
  import("@/features/organize/name-dialog").then((module) => ({ default: module.NameDialog })),
);

export function NameDialog(props: ComponentProps<typeof Real>) {
  return (
    <Suspense fallback={null}>
      <Late {...props} />
    </Suspense>
  );
}
