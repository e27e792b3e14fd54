// The conversation that is open: its messages and the answer that is being streamed.

import { newRequestId, send } from "../api/client";
import type { ChatMessage, ChatPart } from "../api/contract";
import { isRefusal, Problem, sentenceOf } from "../api/problem";
import { draftAt, setDraft } from "../drafts/drafts";
import { setPrefs } from "../prefs/prefs";
import { queryClient } from "../query/client";
import { keys } from "../query/keys";
import { storeTasks } from "../query/patch";
import { refreshLists } from "../query/refresh";
import { createStore } from "../store";
import { chunksOf, emptyStream, fold } from "./stream";

export interface OpenConversation {
  id: string | null;
  title: string;
  messages: ChatMessage[];
  busy: boolean;
  problem: string | null;
  /** Ids of confirmations that have been answered. */
  answered: Record<string, boolean>;
}

const emptyConversation: OpenConversation = {
  id: null,
  title: "",
  messages: [],
  busy: false,
  problem: null,
  answered: {},
};

export const conversation = createStore<OpenConversation>(emptyConversation);

let nextLocal = 1;
let current: AbortController | null = null;

function message(role: "user" | "assistant", parts: ChatPart[]): ChatMessage {
  return {
    id: `local-${nextLocal++}`,
    role,
    parts,
    created_at: new Date().toISOString(),
    turn_id: null,
  };
}

function setLast(change: (last: ChatMessage) => ChatMessage): void {
  conversation.set((open) => {
    const last = open.messages.at(-1);
    return last ? { ...open, messages: open.messages.with(-1, change(last)) } : open;
  });
}

/** `unsent` is told why the server has not begun to answer. */
async function receive(
  path: string,
  body: Record<string, unknown>,
  unsent?: (error: unknown) => void,
  requestId = newRequestId(),
): Promise<void> {
  current?.abort();
  const mine = new AbortController();
  current = mine;
  conversation.set((open) => ({
    ...open,
    busy: true,
    problem: null,
    messages: [...open.messages, message("assistant", [])],
  }));
  let isAnswered = false;
  try {
    const response = await send("POST", path, {
      body,
      requestId,
      signal: mine.signal,
      headers: { Accept: "text/event-stream" },
    });
    isAnswered = true;
    if (!response.body) throw new Problem(0, { detail: "the answer was empty; try again" });
    let state = emptyStream;
    for await (const chunk of chunksOf(response.body)) {
      state = fold(state, chunk);
      const { parts, error } = state;
      setLast((last) => ({ ...last, parts }));
      if (chunk.type === "data-conversation") noteConversation(parts);
      if (chunk.type === "data-receipt" || chunk.type === "data-tasks") noteTasks(parts.at(-1));
      if (error) throw new Problem(0, { detail: error });
    }
  } catch (error) {
    if (mine.signal.aborted) return;
    if (unsent && !isAnswered) unsent(error);
    else conversation.set((open) => ({ ...open, problem: sentenceOf(error) }));
  } finally {
    conversation.set((open) => ({
      ...open,
      busy: current === mine ? false : open.busy,
      messages: open.messages.filter((one) => one.role === "user" || one.parts.length > 0),
    }));
    void queryClient.invalidateQueries({ queryKey: keys.conversations });
    refreshLists(queryClient);
  }
}

function noteConversation(parts: ChatPart[]): void {
  const note = parts.findLast((part) => part.type === "data-conversation");
  if (note?.type !== "data-conversation") return;
  const { id, title, turn_id } = note.data;
  conversation.set((open) => ({ ...open, id, title }));
  setPrefs({ conversation: id });
  setLast((last) => ({ ...last, turn_id: turn_id ?? null }));
}

function noteTasks(part: ChatPart | undefined): void {
  if (part?.type === "data-receipt" || part?.type === "data-tasks") {
    storeTasks(queryClient, part.data.tasks);
    refreshLists(queryClient);
  }
}

/** Where the message stands that is being written. */
export const messageDraft = "message";

/** Says something in the open conversation, or begins one. What does not arrive goes back to where it was written. */
export function say(text: string, requestId = newRequestId()): void {
  const open = conversation.get();
  const said = message("user", [{ type: "text", text }]);
  conversation.set({ ...open, messages: [...open.messages, said] });
  const takeBack = (error: unknown) => {
    conversation.set((now) => ({ ...now, messages: now.messages.filter((one) => one !== said) }));
    const more = draftAt(messageDraft)?.text;
    setDraft(messageDraft, {
      text: more ? `${text}\n${more}` : text,
      basis: "",
      problem: sentenceOf(error),
      isSending: false,
      requestId: more || isRefusal(error) ? undefined : requestId,
    });
  };
  const body = { message: text, ...(open.id ? { conversation: open.id } : {}) };
  void receive("/v1/chat", body, takeBack, requestId);
}

/** Answers a question whether something may be done. */
export function answer(token: string, accept: boolean): void {
  const open = conversation.get();
  conversation.set({ ...open, answered: { ...open.answered, [token]: accept } });
  void receive("/v1/chat/confirm", { conversation: open.id, token, accept });
}

export function stopAnswer(): void {
  current?.abort();
}

/** Shows another conversation, or an empty one. */
export function openConversation(next: Partial<OpenConversation>): void {
  current?.abort();
  conversation.set({ ...emptyConversation, ...next });
  setPrefs({ conversation: next.id ?? null });
}
