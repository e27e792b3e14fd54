// Brings the query cache up to the server's revision: asks for what changed and patches it in.

import type { QueryClient } from "@tanstack/react-query";
import { call } from "../api/client";
import type { Overview, SyncPage } from "../api/contract";
import { keys } from "../query/keys";
import { patchTasks, storeTasks } from "../query/patch";
import { listsAreFree, refreshLists } from "../query/refresh";
import { revisionOf } from "./revision";

/** What of a page of changes the cache must do. */
export function planOf(page: SyncPage): "nothing" | "patch" | "start over" {
  if (page.full) return "start over";
  const quiet = page.tasks.length === 0 && page.removed.length === 0 && !page.directory_changed;
  return quiet ? "nothing" : "patch";
}

export class FeedApplier {
  private readonly client: QueryClient;
  private at: number | null = null;
  /** Where the server says to go on, while there is more. */
  private place: string | null = null;
  private running = false;
  private wanted = 0;

  constructor(client: QueryClient) {
    this.client = client;
  }

  /** The revision that the cache is known to have, at least. */
  get revision(): number {
    if (this.at === null) this.at = this.client.getQueryData<Overview>(keys.overview)?.rev ?? null;
    return this.at ?? 0;
  }

  /** Somebody says that the space is at `rev`. */
  hint(rev: number): void {
    this.wanted = Math.max(this.wanted, rev);
    if (!this.running) void this.catchUp();
  }

  /** The feed cannot be resumed: everything is asked for again. */
  reset(): void {
    this.at = null;
    void this.client.invalidateQueries();
  }

  private async catchUp(): Promise<void> {
    this.running = true;
    try {
      while (this.revision < this.wanted) {
        const page = await call<SyncPage>("GET", "/v1/sync", {
          query: { after: this.place ?? this.revision },
        });
        await listsAreFree();
        this.apply(page);
        if (!page.more && page.rev <= this.revision)
          this.wanted = Math.min(this.wanted, this.revision);
      }
    } catch {
      void this.client.invalidateQueries();
    } finally {
      this.running = false;
    }
  }

  private apply(page: SyncPage): void {
    const plan = planOf(page);
    this.place = page.more ? page.next_after : null;
    this.at = Math.max(revisionOf(page.next_after) ?? page.rev, this.revision);
    if (plan === "start over") {
      this.at = page.rev;
      this.place = null;
      void this.client.invalidateQueries();
      return;
    }
    if (plan === "nothing") return;
    const removed = new Set(page.removed);
    if (removed.size > 0) patchTasks(this.client, (task) => (removed.has(task.id) ? null : task));
    storeTasks(this.client, page.tasks);
    refreshLists(this.client);
    void this.client.invalidateQueries({ queryKey: keys.notifications });
  }
}
