// Keeps this tab live: one event stream per browser, hints to every tab.

import type { QueryClient } from "@tanstack/react-query";
import { createStore } from "../store";
import { FeedApplier } from "./applier";
import { openTabChannel, whenLeader } from "./leader";
import { revisionOf } from "./revision";

/** Whether the server can be heard just now. */
export const connection = createStore<"live" | "lost">("live");

export function goLive(client: QueryClient, firstRevision: number): () => void {
  const applier = new FeedApplier(client);
  const channel = openTabChannel((message) => {
    if (message.kind === "rev") applier.hint(message.rev);
    else applier.reset();
  });
  const resign = whenLeader(() => {
    const after = Math.max(firstRevision, applier.revision);
    const source = new EventSource(`/v1/events?after=${after}`);
    source.addEventListener("change", (event) => {
      const rev = revisionOf(event.lastEventId);
      if (rev === null) return;
      applier.hint(rev);
      channel.send({ kind: "rev", rev });
    });
    source.addEventListener("reset", () => {
      applier.reset();
      channel.send({ kind: "reset" });
    });
    source.onopen = () => connection.set("live");
    source.onerror = () => connection.set("lost");
    return () => source.close();
  });
  return () => {
    resign();
    channel.close();
  };
}
