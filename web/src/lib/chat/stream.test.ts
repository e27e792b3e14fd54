import { expect, test } from "vitest";
import { chunksOf, emptyStream, fold, type StreamChunk } from "./stream";

function streamed(...pieces: string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
}

async function read(...pieces: string[]): Promise<StreamChunk[]> {
  const chunks: StreamChunk[] = [];
  for await (const chunk of chunksOf(streamed(...pieces))) chunks.push(chunk);
  return chunks;
}

test("events that are cut anywhere are put together again", async () => {
  const chunks = await read(
    'data: {"type":"text-st',
    'art","id":"1"}\n',
    '\ndata: {"type":"finish"}\n\ndata: [DONE]\n\n',
  );
  expect(chunks.map((chunk) => chunk.type)).toEqual(["text-start", "finish"]);
});

test("text grows where it began and data parts stand between", () => {
  const state = [
    { type: "start" },
    { type: "text-start", id: "a" },
    { type: "text-delta", id: "a", delta: "Do" },
    { type: "data-tasks", data: { title: "Today", tasks: [] } },
    { type: "text-delta", id: "a", delta: "ne." },
    { type: "finish" },
  ].reduce(fold, emptyStream);
  expect(state.parts).toEqual([
    { type: "text", text: "Done." },
    { type: "data-tasks", id: undefined, data: { title: "Today", tasks: [] } },
  ]);
  expect(state.finished).toBe(true);
});

test("a data part with the same id takes the place of the one before", () => {
  const receipt = (words: string) => ({ type: "data-receipt", id: "r", data: { words } });
  const state = [receipt("Moving"), receipt("Moved")].reduce(fold, emptyStream);
  expect(state.parts).toHaveLength(1);
  expect(state.parts[0]).toMatchObject({ data: { words: "Moved" } });
});

test("an error in the stream is kept for the reader", () => {
  expect(fold(emptyStream, { type: "error", errorText: "too many turns" }).error).toBe(
    "too many turns",
  );
});
