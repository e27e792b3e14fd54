// Whatever must be asked before tasks change, wherever it was started.

import { closeQuestion, question } from "@/lib/selection/ask";
import { useStore } from "@/lib/store";
import { BulkDialog } from "./bulk-dialog";
import { DueDialog } from "./due-dialog";
import { MoveDialog } from "./move-dialog";
import { SeriesDialog } from "./series-dialog";
import { TagsDialog } from "./tags-dialog";

export function Questions() {
  const asked = useStore(question);
  switch (asked?.kind) {
    case "move":
      return <MoveDialog tasks={asked.tasks} onClose={closeQuestion} />;
    case "due":
      return <DueDialog tasks={asked.tasks} onClose={closeQuestion} />;
    case "tags":
      return <TagsDialog tasks={asked.tasks} onClose={closeQuestion} />;
    case "delete-series":
      return <SeriesDialog task={asked.task} onClose={closeQuestion} />;
    case "bulk":
      return (
        <BulkDialog
          target={asked.target}
          action={asked.action}
          verb={asked.verb}
          onClose={closeQuestion}
        />
      );
    default:
      return null;
  }
}
