// Gives a project another name.

import { t } from "@lingui/core/macro";
import type { Project } from "@/lib/api/contract";
import { change } from "@/lib/commands/directory-commands";
import { NameDialog } from "./name-dialog";

interface Props {
  project: Project;
  onClose: () => void;
}

export function RenameProjectDialog({ project, onClose }: Props) {
  return (
    <NameDialog
      title={t`Rename the project`}
      label={t`Name`}
      initial={project.name}
      verb={t`Rename`}
      onClose={onClose}
      onSave={(name) => void change("projects", project.id, { name })}
    />
  );
}
