// The same story in the chat, without a model: add, ask, complete, undo by words.
import { expect, test } from "../fixtures/story.ts";

test("the chat adds a task and takes it back by words", async ({ api }) => {
  const added = await api.chat(
    "remind me to pay rent on the 1st of every month, high priority, #home",
  );
  const receipt = added.find((part) => part.type === "data-receipt");
  expect(receipt?.data?.change_id).toBeTruthy();
  const [task] = await api.tasks();
  expect(task).toMatchObject({ title: "pay rent", priority: "high", tags: ["home"] });

  const conversation = added.find((part) => part.type === "data-conversation")?.data?.id;
  await api.chat("undo that", String(conversation));
  expect(await api.tasks()).toHaveLength(0);
});

test("the chat lists what is due and completes the second one", async ({ api }) => {
  await api.add("buy milk today");
  await api.add("call mum today");
  const listed = await api.chat("what is due today?");
  const tasks = listed.find((part) => part.type === "data-tasks");
  expect(tasks?.data?.tasks).toHaveLength(2);
  const shown = tasks?.data?.tasks as { title: string }[];

  const conversation = listed.find((part) => part.type === "data-conversation")?.data?.id;
  await api.chat("complete the second one", String(conversation));
  const open = await api.tasks();
  expect(open.map((task) => task.title)).toEqual([shown[0]?.title]);
});

test("a question changes nothing", async ({ api }) => {
  await api.add("buy milk today");
  await api.chat("what is the weather like in Paris?");
  await api.chat("don't delete anything");
  expect(await api.tasks()).toHaveLength(1);
});

test("deleting several tasks asks first", async ({ api }) => {
  await api.add("buy milk #groceries");
  await api.add("buy bread #groceries");
  const asked = await api.chat("delete all groceries");
  const confirm = asked.find((part) => part.type === "data-confirm");
  expect(confirm?.data).toMatchObject({ count: 2 });
  expect(await api.tasks()).toHaveLength(2);

  const conversation = asked.find((part) => part.type === "data-conversation")?.data?.id;
  const answer = await api.send("POST", "/chat/confirm", {
    conversation,
    token: confirm?.data?.token,
    accept: true,
  });
  await answer.text();
  expect(await api.tasks()).toHaveLength(0);
});
