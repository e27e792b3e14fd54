// The dialog for names, loaded when somebody first names something.

import { lateOverlay } from "@/ui/late";

export const NameDialog = lateOverlay(() =>
  import("@/features/organize/name-dialog").then((module) => module.NameDialog),
);
