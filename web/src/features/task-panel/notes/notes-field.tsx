// The notes: read as Markdown, written where they are pressed.

import { t } from "@lingui/core/macro";
import { Pencil } from "lucide-react";
import { lazy, type MouseEvent, Suspense, use, useEffect, useRef, useState } from "react";
import type { Task } from "@/lib/api/contract";
import { update } from "@/lib/commands/task-commands";
import { useDraft } from "@/lib/drafts/drafts";
import { IconButton } from "@/ui/icon-button";
import { DraftText } from "../draft-text";
import { draftKey } from "../use-written";

const load = () => import("./notes-view");
const NotesView = lazy(() => load().then((module) => ({ default: module.NotesView })));

let coming: Promise<Awaited<ReturnType<typeof load>> | null> | undefined;

function reader() {
  coming ??= load().catch(() => null);
  return coming;
}

const name = "notes";

/** Whether a press means the text itself, not what stands in it or what is being marked. */
function meansText({ target }: MouseEvent): boolean {
  const isControl = target instanceof Element && target.closest("a, button, label, input") !== null;
  return !isControl && (getSelection()?.isCollapsed ?? true);
}

export function NotesField({ task }: { task: Task }) {
  const [isWriting, setWriting] = useState(false);
  const editButton = useRef<HTMLSpanElement>(null);
  const isLeft = useRef(false);
  // A panel that opens waits for what draws its notes, lest they jump once it is there.
  const [isRead] = useState(task.notes.trim() !== "");
  const View = (isRead && use(reader())?.NotesView) || NotesView;
  const isKept = useDraft(draftKey(task, name))?.isSending === false;
  const isField = isWriting || isKept || task.notes.trim() === "";
  // First notes are there a moment after they were written: only then the button is.
  useEffect(() => {
    if (isField || !isLeft.current) return;
    isLeft.current = false;
    // Nothing else has taken the focus: it is with the panel, or nowhere.
    if (document.activeElement?.contains(editButton.current))
      editButton.current?.querySelector("button")?.focus();
  }, [isField]);
  if (isField) {
    return (
      <DraftText
        label={t`Notes`}
        field={{
          task,
          name,
          value: task.notes,
          holds: (now) => now.notes,
          fields: (notes) => ({ notes }),
          isLong: true,
        }}
        isFocused={isWriting}
        placeholder={t`Notes`}
        // Notes that arrive from elsewhere while these are written do not take their place.
        onEnter={() => setWriting(true)}
        onLeave={() => {
          isLeft.current = true;
          setWriting(false);
        }}
        className="min-h-16 text-text-1"
      />
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside the text does the same by keys.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button beside the text does the same by keys.
    <div
      onClick={(event) => meansText(event) && setWriting(true)}
      className="group/notes relative min-h-16 cursor-text rounded px-1"
    >
      <Suspense fallback={<p className="wrap-anywhere whitespace-pre-wrap">{task.notes}</p>}>
        <View
          notes={task.notes}
          onChange={(change) => void update(task, (now) => ({ notes: change(now.notes) }))}
        />
      </Suspense>
      <span ref={editButton} className="absolute end-0 -top-1">
        <IconButton
          icon={Pencil}
          label={t`Edit the notes`}
          onPress={() => setWriting(true)}
          className="bg-surface-1 opacity-0 group-hover/notes:opacity-100 data-focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
        />
      </span>
    </div>
  );
}
