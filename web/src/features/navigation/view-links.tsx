// The saved filters of the sidebar, or how to come by one.

import { t } from "@lingui/core/macro";
import { Link } from "wouter";
import type { View } from "@/lib/api/contract";
import { searchPath, viewPath } from "@/lib/routes/routes";
import { lateOverlay } from "@/ui/late";
import { NavLink } from "./nav-link";
import { NavSection } from "./nav-section";
import { ordersOf } from "./order";

const ViewMenu = lateOverlay(() => import("./view-menu").then((module) => module.ViewMenu));

const example = "overdue | p1";

interface Props {
  views: readonly View[] | undefined;
  onAdd: () => void;
}

export function ViewLinks({ views, onAdd }: Props) {
  const orders = ordersOf("views", views ?? []);
  return (
    <NavSection title={t`Saved filters`} addLabel={t`Save a filter`} onAdd={onAdd}>
      {views?.map((view, index) => (
        <NavLink
          key={view.id}
          href={viewPath(view)}
          label={view.name}
          mark="◇"
          order={orders[index]}
          menuLabel={t`More for the filter ${view.name}`}
          menu={(place) => <ViewMenu {...place} view={view} order={orders[index]} />}
        />
      ))}
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
