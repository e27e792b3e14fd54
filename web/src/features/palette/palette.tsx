// Everything that can be done or reached, by typing; what matches nothing is said to saydo.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import { keyLabels } from "@/lib/actions/keys";
import { useAllActions } from "@/lib/actions/registry";
import { addWords } from "@/lib/commands/add-words";
import { useOverview } from "@/lib/query/use-overview";
import { go, projectPath, searchPath, tagPath, viewPath } from "@/lib/routes/routes";
import { type Pick, PickDialog } from "@/ui/pick-dialog";

interface Props {
  onClose: () => void;
  onSay: (words: string) => void;
}

export function Palette({ onClose, onSay }: Props) {
  const [words, setWords] = useState("");
  const actions = useAllActions();
  const { data } = useOverview();
  const picks: Pick[] = [
    ...actions
      .filter((action) => action.id !== "palette" && !action.isIdle)
      .map((action) => ({
        id: `action ${action.id}`,
        label: action.label,
        hint: action.keys ? keyLabels(action.keys).join(" ") : undefined,
        run: action.run,
      })),
    ...(data?.projects ?? [])
      .filter((project) => project.kind !== "inbox")
      .map((project) => ({
        id: project.id,
        label: project.name,
        hint: t`project`,
        run: () => go(projectPath(project)),
      })),
    ...(data?.views ?? []).map((view) => ({
      id: view.id,
      label: view.name,
      hint: t`filter`,
      run: () => go(viewPath(view)),
    })),
    ...(data?.tags ?? []).map((tag) => ({
      id: tag.id,
      label: `#${tag.name}`,
      hint: t`tag`,
      run: () => go(tagPath(tag)),
    })),
  ];
  return (
    <PickDialog
      label={t`Do, go or say anything`}
      picks={picks}
      free={(said) => [
        { id: "say", label: said, hint: t`say it in the chat`, run: () => onSay(said) },
        { id: "add", label: said, hint: t`add as a task`, run: () => void addWords(said, {}) },
        { id: "search", label: said, hint: t`search`, run: () => go(searchPath(said)) },
      ]}
      words={words}
      onWords={setWords}
      onClose={onClose}
    />
  );
}
