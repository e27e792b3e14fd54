// Requests about connected assistants.

import { call } from "./client";
import type { Assistant, Undone } from "./contract";

export const listAssistants = () => call<{ assistants: Assistant[] }>("GET", "/v1/assistants");

export const revokeAssistant = (id: string) => call<unknown>("DELETE", `/v1/assistants/${id}`);

/** Takes back all that an assistant did. */
export const undoAssistant = (id: string) =>
  call<Undone>("POST", "/v1/undo", { body: { token_id: id } });
