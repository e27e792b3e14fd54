// Tasks with one tag.

import { t } from "@lingui/core/macro";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { QuickAdd } from "@/features/quick-add/quick-add";
import { focusAdd } from "@/lib/actions/focus-add";
import { change, removeFrom } from "@/lib/commands/directory-commands";
import { useOverview } from "@/lib/query/use-overview";
import { useTaskList } from "@/lib/query/use-task-list";
import { tagFilter } from "@/lib/routes/filters";
import { go, tagPath } from "@/lib/routes/routes";
import { EmptyState } from "@/ui/empty-state";
import { Menu } from "@/ui/menu";
import { Page } from "@/ui/page";
import { LoadedList } from "@/ui/task/loaded-list";
import { NameDialog } from "../late/name-dialog";

export function TagPage({ name }: { name: string }) {
  const [isRenaming, setRenaming] = useState(false);
  const tag = useOverview().data?.tags.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const list = useTaskList({ filter: tagFilter(name), sort: "due" });
  const tools = tag && (
    <Menu
      label={t`More for #${name}`}
      entries={[
        { id: "rename", label: t`Rename`, icon: Pencil, run: () => setRenaming(true) },
        {
          id: "delete",
          label: t`Delete the tag, tasks stay`,
          icon: Trash2,
          isDanger: true,
          run: () => void removeFrom("tags", tag.id, `#${tag.name}`).then(() => go("/")),
        },
      ]}
    />
  );
  return (
    <Page title={`#${name}`} tools={tools}>
      <QuickAdd placeholder={t`Return the books on monday`} defaults={{ tags: [name] }} />
      <LoadedList
        label={`#${name}`}
        list={list}
        empty={
          <EmptyState
            title={t`No open task has this tag.`}
            sentence={t`get batteries #${name}`}
            onTry={focusAdd}
          />
        }
      />
      {isRenaming && tag && (
        <NameDialog
          title={t`Rename the tag`}
          label={t`Name`}
          initial={tag.name}
          verb={t`Rename`}
          onClose={() => setRenaming(false)}
          onSave={(next) =>
            void change("tags", tag.id, { name: next }).then(() => go(tagPath({ name: next })))
          }
        />
      )}
    </Page>
  );
}
