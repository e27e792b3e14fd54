// Commands about single tasks.

import { t } from "@lingui/core/macro";
import type {
  ChecklistInput,
  ChecklistItem,
  Due,
  Outcome,
  Place,
  RelationKind,
  Status,
  Task,
  TaskPatch,
} from "../api/contract";
import { Problem } from "../api/problem";
import { isClosed } from "../api/status";
import { actOnTask, deleteTask, updateTask } from "../api/tasks";
import { queryClient } from "../query/client";
import { findTask } from "../query/patch";
import { inTurn } from "../query/turns";
import { type Performance, perform } from "./perform";

/** How long a completed row is seen before it goes. */
export const leaveMs = 600;

export const complete = (task: Task) =>
  perform({
    show: { tasks: [task], change: (one) => ({ ...one, status: "done" }) },
    request: (requestId) =>
      actOnTask(
        task.id,
        "complete",
        task.expected_slot ? { expected_slot: task.expected_slot } : {},
        requestId,
      ),
    holdMs: leaveMs,
  });

const reopen = (task: Task) =>
  perform({
    show: { tasks: [task], change: (one) => ({ ...one, status: "open", completed_at: null }) },
    request: (requestId) => actOnTask(task.id, "reopen", {}, requestId),
    holdMs: leaveMs,
  });

export const toggleDone = (task: Task) => (isClosed(task) ? reopen(task) : complete(task));

export const skip = (task: Task) =>
  perform({
    request: (requestId) =>
      actOnTask(
        task.id,
        "skip",
        task.expected_slot ? { expected_slot: task.expected_slot } : {},
        requestId,
      ),
  });

export const remove = (task: Task, scope?: "series" | "this") =>
  perform({ request: (requestId) => deleteTask(task.id, scope, requestId) });

export const restore = (task: Task) =>
  perform({ request: (requestId) => actOnTask(task.id, "restore", {}, requestId) });

export const duplicate = (task: Task) =>
  perform({ request: (requestId) => actOnTask(task.id, "duplicate", {}, requestId) });

export const reschedule = (task: Task, to: Due | string, scope: "series" | "this" = "this") =>
  perform({ request: (requestId) => actOnTask(task.id, "reschedule", { to, scope }, requestId) });

export const snooze = (task: Task, until: string) =>
  perform({ request: (requestId) => actOnTask(task.id, "snooze", { until }, requestId) });

/** The newest of what is known of a task to the server; what is only shown here counts as it was before. */
function newest(task: Task, before: Outcome | undefined): Task {
  const answered = before?.tasks.find((one) => one.id === task.id);
  const cached = findTask(queryClient, task.id);
  const known = [task, answered, cached].filter((one) => one != null);
  return known.reduce((most, one) => (one.version > most.version ? one : most));
}

/**
 * Changes fields, which are worked out from the task as it is when its turn comes where they depend on it.
 * What can be known here is shown before the server has answered.
 */
export const update = (task: Task, change: Change, quiet = true) => send(task, change, { quiet });

export interface Writing extends Pick<Performance, "quiet" | "ended"> {
  /** Whether the task still says what it said when the writing began. */
  isFresh: (now: Task) => boolean;
}

/** Changes what somebody has written, but never over what was written there meanwhile. */
export const write = (task: Task, change: Change, writing: Writing) => send(task, change, writing);

type Change = TaskPatch | ((task: Task) => TaskPatch);

function send(task: Task, change: Change, sending: Partial<Writing>) {
  const { isFresh, ...rest } = sending;
  const fieldsFor = typeof change === "function" ? change : () => change;
  const sent = new Map<string, TaskPatch>();
  const fieldsNow = (now: Task): TaskPatch => {
    if (isFresh?.(now) === false)
      throw new Problem(409, { code: "conflict", detail: changedElsewhere() });
    return { ...fieldsFor(now), version: now.version };
  };
  return perform({
    show: { tasks: [task], change: (one) => ({ ...one, ...shown(fieldsFor(one)) }) },
    request: (requestId) =>
      inTurn<Outcome>(task.id, (before) => {
        // The same request says the same: it may have been carried out without an answer.
        const fields = sent.get(requestId) ?? fieldsNow(newest(task, before));
        sent.set(requestId, fields);
        return updateTask(task.id, fields, requestId);
      }),
    ...rest,
  });
}

const changedElsewhere = () => t`it was changed elsewhere meanwhile; choose one of the two`;

interface Relate {
  kind: RelationKind;
  task_id: string;
}

export const relate = (task: Task, relation: Relate) =>
  update(task, { add_relations: [relation] }, false);

export const unrelate = (task: Task, relation: Relate) =>
  update(task, { remove_relations: [relation] }, false);

export const setStatus = (task: Task, status: Status) => update(task, { status }, false);

const isKnownStep = (step: ChecklistInput): step is ChecklistItem =>
  typeof step !== "string" && typeof step.id === "string" && typeof step.done === "boolean";

/** Fields whose new value needs no server to be known. */
function shown(fields: TaskPatch): Partial<Task> {
  const known: Partial<Task> = {};
  if (fields.title) known.title = fields.title;
  if (fields.notes !== undefined) known.notes = fields.notes ?? "";
  if (fields.priority !== undefined) known.priority = fields.priority ?? "none";
  if (fields.tags !== undefined) known.tags = fields.tags ?? [];
  if (fields.checklist) known.checklist = fields.checklist.filter(isKnownStep);
  if (fields.status !== undefined) known.status = fields.status;
  if (fields.project_id) known.project_id = fields.project_id;
  if (fields.section_id !== undefined) known.section_id = fields.section_id;
  return known;
}

/** Puts tasks at a place in a project, each after the one before. */
export async function move(
  tasks: readonly Task[],
  to: { project_id?: string; section_id?: string | null; parent_id?: string | null },
  place?: Place,
): Promise<void> {
  let next = place;
  for (const task of tasks) {
    const fields: TaskPatch = next ? { ...to, place: next } : { ...to };
    await perform({
      show: { tasks: [task], change: (one) => ({ ...one, ...shown(fields) }) },
      request: (requestId) => updateTask(task.id, fields, requestId),
      quiet: tasks.length > 1 || !to.project_id || to.project_id === task.project_id,
    });
    next = { after: task.id };
  }
}
