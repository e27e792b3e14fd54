// The dialog that asks what must be known before tasks change, wherever that was started.

import type { Question } from "@/lib/selection/ask";
import { BulkDialog } from "./bulk-dialog";
import { DueDialog } from "./due-dialog";
import { MoveDialog } from "./move-dialog";
import { PurgeDialog } from "./purge-dialog";
import { RenameProjectDialog } from "./rename-project-dialog";
import { SeriesDialog } from "./series-dialog";
import { TagsDialog } from "./tags-dialog";
import { ViewDialog } from "./view-dialog";

interface Props {
  asked: Exclude<Question, { kind: "lines" }>;
  onClose: () => void;
}

export function QuestionDialog({ asked, onClose }: Props) {
  switch (asked.kind) {
    case "move":
      return <MoveDialog tasks={asked.tasks} onClose={onClose} />;
    case "due":
      return <DueDialog tasks={asked.tasks} onClose={onClose} />;
    case "tags":
      return <TagsDialog tasks={asked.tasks} onClose={onClose} />;
    case "delete-series":
      return <SeriesDialog task={asked.task} onClose={onClose} />;
    case "view":
      return <ViewDialog view={asked.view} onClose={onClose} />;
    case "rename-project":
      return <RenameProjectDialog project={asked.project} onClose={onClose} />;
    case "purge":
      return <PurgeDialog tasks={asked.tasks} onClose={onClose} />;
    case "bulk":
      return (
        <BulkDialog
          target={asked.target}
          action={asked.action}
          verb={asked.verb}
          onClose={onClose}
        />
      );
  }
}
