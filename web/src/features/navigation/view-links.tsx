// The saved filters of the sidebar, or how to come by one.

import { t } from "@lingui/core/macro";
import { Pencil, Trash2 } from "lucide-react";
import { Link } from "wouter";
import type { View } from "@/lib/api/contract";
import { removeFrom } from "@/lib/commands/directory-commands";
import { go, searchPath, viewPath } from "@/lib/routes/routes";
import { ask } from "@/lib/selection/ask";
import { orderEntries, ordersOf } from "./entry-menu";
import { NavLink } from "./nav-link";
import { NavSection } from "./nav-section";

const example = "overdue | p1";

async function remove(view: View): Promise<void> {
  const isHere = location.pathname === viewPath(view);
  if ((await removeFrom("views", view.id, view.name)) && isHere) go("/");
}

interface Props {
  views: readonly View[] | undefined;
  onAdd: () => void;
}

export function ViewLinks({ views, onAdd }: Props) {
  const orders = ordersOf("views", views ?? []);
  return (
    <NavSection title={t`Saved filters`} addLabel={t`Save a filter`} onAdd={onAdd}>
      {views?.map((view, index) => {
        const order = orders[index];
        return (
          <NavLink
            key={view.id}
            href={viewPath(view)}
            label={view.name}
            mark="◇"
            order={order}
            menu={{
              label: t`More for the filter ${view.name}`,
              entries: [
                {
                  id: "change",
                  label: t`Rename or change`,
                  icon: Pencil,
                  run: () => ask({ kind: "view", view }),
                },
                ...(order ? orderEntries(order) : []),
                {
                  id: "delete",
                  label: t`Delete the filter`,
                  icon: Trash2,
                  isDanger: true,
                  run: () => void remove(view),
                },
              ],
            }}
          />
        );
      })}
      {views?.length === 0 && (
        <Link
          href={searchPath(example)}
          className="rounded-row px-2.5 py-1 text-small text-text-3 hover:bg-surface-3 hover:text-text-1"
        >
          {t`Search for “${example}” and save it, and it stands here.`}
        </Link>
      )}
    </NavSection>
  );
}
