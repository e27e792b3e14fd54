// Requests about conversations; the turns themselves are streamed by `lib/chat`.

import { call } from "./client";
import type { ChatMessage, Conversation } from "./contract";

export const listConversations = (signal?: AbortSignal) =>
  call<{ conversations: Conversation[] }>("GET", "/v1/conversations", { signal });

export const getConversation = (id: string, signal?: AbortSignal) =>
  call<Conversation & { messages: ChatMessage[] }>("GET", `/v1/conversations/${id}`, { signal });

export const renameConversation = (id: string, title: string) =>
  call<unknown>("PATCH", `/v1/conversations/${id}`, { body: { title } });

export const deleteConversation = (id: string) =>
  call<unknown>("DELETE", `/v1/conversations/${id}`);
