// The names under which server data lives in the query cache.

import type { TaskQuery } from "../api/tasks";

export const keys = {
  overview: ["overview"] as const,
  me: ["me"] as const,
  taskLists: ["tasks"] as const,
  tasks: (query: TaskQuery) => ["tasks", query] as const,
  search: (text: string) => ["search", text] as const,
  searches: ["search"] as const,
  task: (id: string) => ["task", id] as const,
  allTask: ["task"] as const,
  history: (taskId: string | null) => ["history", taskId] as const,
  allHistory: ["history"] as const,
  occurrences: (taskId: string) => ["history", taskId, "occurrences"] as const,
  relations: (taskId: string) => ["relations", taskId] as const,
  allRelations: ["relations"] as const,
  notifications: ["notifications"] as const,
  conversations: ["conversations"] as const,
  conversation: (id: string) => ["conversation", id] as const,
  sessions: ["sessions"] as const,
  tokens: ["tokens"] as const,
  assistants: ["assistants"] as const,
};
