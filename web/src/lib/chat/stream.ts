// Reads the AI SDK's UI message stream (version 1) into parts of one message.

import type { ChatPart } from "../api/contract";

/** One chunk of the stream, as far as saydo uses the protocol. */
export interface StreamChunk {
  type: string;
  id?: string;
  delta?: string;
  errorText?: string;
  data?: unknown;
}

export interface StreamState {
  parts: ChatPart[];
  /** Ids of text blocks by their place in `parts`. */
  open: Record<string, number>;
  error: string | null;
  finished: boolean;
}

export const emptyStream: StreamState = { parts: [], open: {}, error: null, finished: false };

/** Folds one chunk into what has been received so far. */
export function fold(state: StreamState, chunk: StreamChunk): StreamState {
  const id = chunk.id ?? "";
  switch (chunk.type) {
    case "text-start":
      return {
        ...state,
        open: { ...state.open, [id]: state.parts.length },
        parts: [...state.parts, { type: "text", text: "" }],
      };
    case "text-delta": {
      const index = state.open[id];
      const part = index === undefined ? undefined : state.parts[index];
      if (index === undefined || part?.type !== "text") return state;
      const parts = state.parts.with(index, {
        type: "text",
        text: part.text + (chunk.delta ?? ""),
      });
      return { ...state, parts };
    }
    case "error":
      return { ...state, error: chunk.errorText ?? "the answer broke off" };
    case "finish":
    case "abort":
      return { ...state, finished: true };
    default:
      return chunk.type.startsWith("data-") ? addData(state, chunk) : state;
  }
}

/** A data part with an id that is already there takes its place. */
function addData(state: StreamState, chunk: StreamChunk): StreamState {
  const part = { type: chunk.type, id: chunk.id, data: chunk.data } as ChatPart;
  const known = state.parts.findIndex(
    (other) =>
      other.type === part.type && chunk.id !== undefined && "id" in other && other.id === chunk.id,
  );
  const parts = known < 0 ? [...state.parts, part] : state.parts.with(known, part);
  return { ...state, parts };
}

/** The chunks of a server-sent event stream. */
export async function* chunksOf(body: ReadableStream<BufferSource>): AsyncGenerator<StreamChunk> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split(/\r?\n\r?\n/);
    rest = events.pop() ?? "";
    for (const event of events) {
      const data = event
        .split(/\r?\n/)
        .filter((line) => line.startsWith("data:"))
        .map((line) => line.slice(5).trimStart())
        .join("\n");
      if (data !== "" && data !== "[DONE]") yield JSON.parse(data) as StreamChunk;
    }
  }
}
