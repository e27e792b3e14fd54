// A titled group of the sidebar.

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "@/ui/icon-button";

interface Props {
  title: string;
  addLabel?: string;
  onAdd?: () => void;
  children: ReactNode;
}

export function NavSection({ title, addLabel, onAdd, children }: Props) {
  return (
    <section className="group/nav flex flex-col gap-px pt-4" aria-label={title}>
      <header className="flex min-h-7 items-center justify-between ps-2.5">
        <h2 className="text-small font-medium text-text-3">{title}</h2>
        {onAdd && (
          <IconButton
            icon={Plus}
            label={addLabel ?? title}
            onPress={onAdd}
            className="size-7 opacity-0 group-hover/nav:opacity-100 data-focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
          />
        )}
      </header>
      {children}
    </section>
  );
}
