// Requests about everything that gives tasks their place: projects, sections, tags and views.

import { call } from "./client";
import type { Overview, Undone } from "./contract";

export type DirectoryKind = "projects" | "sections" | "tags" | "views";

export interface DirectoryFields {
  name?: string;
  colour?: string | null;
  icon?: string | null;
  archived?: boolean;
  project_id?: string;
  filter?: string;
  sort?: string;
  group?: string;
  /** The entry that it comes after; `null` puts it first. */
  after?: string | null;
}

interface Organised {
  change_id: string | null;
  rev: number;
  project?: { id: string; name: string };
  section?: { id: string; name: string };
  tag?: { id: string; name: string };
  view?: { id: string; name: string };
}

export const getOverview = (signal?: AbortSignal) =>
  call<Overview>("GET", "/v1/overview", { signal });

export const addEntry = (kind: DirectoryKind, fields: DirectoryFields) =>
  call<Organised>("POST", `/v1/${kind}`, { body: fields });

export const updateEntry = (kind: DirectoryKind, id: string, fields: DirectoryFields) =>
  call<Organised>("PATCH", `/v1/${kind}/${id}`, { body: fields });

export const deleteEntry = (kind: DirectoryKind, id: string) =>
  call<Organised>("DELETE", `/v1/${kind}/${id}`);

export const undoChange = (changeId?: string) =>
  call<Undone>("POST", "/v1/undo", { body: changeId ? { change_id: changeId } : {} });

export const undoTurn = (turnId: string) =>
  call<Undone>("POST", "/v1/undo", { body: { turn_id: turnId } });
