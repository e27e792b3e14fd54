// One conversation in the list.

import { t } from "@lingui/core/macro";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Conversation } from "@/lib/api/contract";
import { agoWords } from "@/lib/dates/when";
import { classes } from "@/ui/classes";
import { Menu } from "@/ui/menu";

interface Props {
  conversation: Conversation;
  isOpen: boolean;
  onOpen: () => void;
  onRename: (title: string) => void;
  onDelete: () => void;
}

export function ConversationRow({ conversation, isOpen, onOpen, onRename, onDelete }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const save = () => {
    const title = draft?.trim();
    setDraft(null);
    if (title && title !== conversation.title) onRename(title);
  };
  return (
    <li
      className={classes(
        "flex items-center gap-1 rounded-row ps-2",
        isOpen ? "bg-surface-3" : "hover:bg-surface-3",
      )}
    >
      {draft === null ? (
        <button
          type="button"
          onClick={onOpen}
          aria-current={isOpen || undefined}
          className="min-w-0 flex-1 py-1.5 text-start"
        >
          <span className="block truncate">{conversation.title || t`New conversation`}</span>
          <span className="block text-small text-text-2">{agoWords(conversation.updated_at)}</span>
        </button>
      ) : (
        <input
          autoFocus
          aria-label={t`Title`}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === "Enter") save();
            if (event.key !== "Escape") return;
            event.stopPropagation();
            setDraft(null);
          }}
          className="field my-1"
        />
      )}
      <Menu
        label={t`More for ${conversation.title}`}
        entries={[
          { id: "rename", label: t`Rename`, icon: Pencil, run: () => setDraft(conversation.title) },
          { id: "delete", label: t`Delete`, icon: Trash2, isDanger: true, run: onDelete },
        ]}
      />
    </li>
  );
}
