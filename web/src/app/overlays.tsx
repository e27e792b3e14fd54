// Palette, sheet of keys and questions, over whatever page is open.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import { focusChat } from "@/lib/actions/focus-add";
import { addTo } from "@/lib/commands/directory-commands";
import { setPrefs } from "@/lib/prefs/prefs";
import { go, projectPath } from "@/lib/routes/routes";
import { closeQuestion, question } from "@/lib/selection/ask";
import { useStore } from "@/lib/store";
import { lateOverlay, sayNotLoaded } from "@/ui/late";
import { NameDialog } from "./late/name-dialog";

const LinesDialog = lateOverlay(() =>
  import("@/features/quick-add/lines-dialog").then((module) => module.LinesDialog),
);
const Palette = lateOverlay(() =>
  import("@/features/palette/palette").then((module) => module.Palette),
);
const KeysSheet = lateOverlay(() =>
  import("@/features/palette/keys-sheet").then((module) => module.KeysSheet),
);
const QuestionDialog = lateOverlay(() =>
  import("@/features/organize/question-dialog").then((module) => module.QuestionDialog),
);
const ViewDialog = lateOverlay(() =>
  import("@/features/organize/view-dialog").then((module) => module.ViewDialog),
);

type Open = "palette" | "keys" | "project" | "view" | null;

export function useOverlays() {
  const [open, setOpen] = useState<Open>(null);
  return {
    open,
    close: () => setOpen(null),
    openers: {
      openPalette: () => setOpen("palette"),
      openKeys: () => setOpen("keys"),
      addProject: () => setOpen("project"),
      addView: () => setOpen("view"),
    },
  };
}

async function makeProject(name: string): Promise<void> {
  const added = await addTo("projects", { name });
  if (added?.project) go(projectPath(added.project));
}

async function sayInChat(words: string): Promise<void> {
  if (location.pathname !== "/chat") setPrefs({ chatOpen: true });
  await import("@/lib/chat/conversation").then(({ say }) => say(words), sayNotLoaded);
  focusChat();
}

export function Overlays({ state: { open, close } }: { state: ReturnType<typeof useOverlays> }) {
  const asked = useStore(question);
  return (
    <>
      {asked?.kind === "lines" && <LinesDialog asked={asked} onClose={closeQuestion} />}
      {asked && asked.kind !== "lines" && <QuestionDialog asked={asked} onClose={closeQuestion} />}
      {open === "palette" && <Palette onClose={close} onSay={sayInChat} />}
      {open === "keys" && <KeysSheet onClose={close} />}
      {open === "view" && <ViewDialog view={null} onClose={close} />}
      {open === "project" && (
        <NameDialog
          title={t`Add a project`}
          label={t`Name`}
          verb={t`Add`}
          onClose={close}
          onSave={(name) => void makeProject(name)}
        />
      )}
    </>
  );
}
