// Requests about tasks.

import { call } from "./client";
import type {
  BulkAction,
  BulkPreview,
  HistoryPage,
  NewTask,
  Occurrence,
  Outcome,
  Parsed,
  Relation,
  Task,
  TaskPage,
  TaskPatch,
} from "./contract";

export interface TaskQuery {
  filter?: string;
  sort?: string;
  status?: "open" | "done" | "trash" | "all";
  project_id?: string;
  parent_id?: string;
}

export const listTasks = (query: TaskQuery, cursor: string | null, signal?: AbortSignal) =>
  call<TaskPage>("GET", "/v1/tasks", { query: { limit: 100, ...query, cursor }, signal });

export const searchTasks = (q: string, signal?: AbortSignal) =>
  call<{ tasks: Task[] }>("GET", "/v1/search", { query: { q, limit: 50 }, signal });

export const getTask = (id: string, signal?: AbortSignal) =>
  call<Task>("GET", `/v1/tasks/${encodeURIComponent(id)}`, { signal });

export const addText = (text: string, requestId: string) =>
  call<Outcome>("POST", "/v1/tasks", { body: { text }, requestId });

export const addTask = (task: NewTask, requestId: string) =>
  call<Outcome>("POST", "/v1/tasks", { body: task, requestId });

export const addTasks = (tasks: NewTask[], requestId: string) =>
  call<Outcome>("POST", "/v1/tasks", { body: { tasks }, requestId });

export const updateTask = (id: string, fields: TaskPatch, requestId: string) =>
  call<Outcome>("PATCH", `/v1/tasks/${id}`, { body: fields, requestId });

export const deleteTask = (id: string, scope: "series" | "this" | undefined, requestId: string) =>
  call<Outcome>("DELETE", `/v1/tasks/${id}`, { query: { scope }, requestId });

export const listOccurrences = (id: string, signal?: AbortSignal) =>
  call<{ occurrences: Occurrence[] }>("GET", `/v1/tasks/${id}/occurrences`, { signal });

export const listRelations = (id: string, signal?: AbortSignal) =>
  call<{ relations: Relation[] }>("GET", `/v1/tasks/${id}/relations`, { signal });

type TaskVerb = "complete" | "reopen" | "skip" | "restore" | "duplicate" | "reschedule" | "snooze";

export const actOnTask = (
  id: string,
  verb: TaskVerb,
  body: Record<string, unknown>,
  requestId: string,
) => call<Outcome>("POST", `/v1/tasks/${id}/${verb}`, { body, requestId });

interface BulkTarget {
  ids?: string[];
  filter?: string;
}

export const bulkPreview = (target: BulkTarget, action: BulkAction) =>
  call<BulkPreview>("POST", "/v1/tasks/bulk", { body: { ...target, action, dry_run: true } });

export const bulkChange = (target: BulkTarget, action: BulkAction, requestId: string) =>
  call<Outcome>("POST", "/v1/tasks/bulk", {
    body: { ...target, action, confirm: true },
    requestId,
  });

export const parseText = (text: string, signal?: AbortSignal) =>
  call<Parsed>("POST", "/v1/parse", { body: { text, mode: "add" }, signal });

export const listHistory = (taskId: string | null, cursor: string | null, signal?: AbortSignal) =>
  call<HistoryPage>("GET", "/v1/history", {
    query: { task_id: taskId, cursor, limit: 50 },
    signal,
  });
