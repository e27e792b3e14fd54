// Addresses of the app's pages. The open task is a query parameter, so that Back closes it.

import { navigate } from "wouter/use-browser-location";
import type { Project, Tag, View } from "../api/contract";

export const projectPath = (project: Pick<Project, "id">) => `/project/${project.id}`;
/** Dots are written out, for a path that ends like a file's name is taken for one. */
export const tagPath = (tag: Pick<Tag, "name">) =>
  `/tag/${encodeURIComponent(tag.name).replaceAll(".", "%2E")}`;
export const viewPath = (view: Pick<View, "id">) => `/view/${view.id}`;
export const searchPath = (text: string) => `/search?q=${encodeURIComponent(text)}`;

export const go = (to: string) => navigate(to);

/** The number of the task that an address shows, if any. */
export const taskIn = (search: string) => new URLSearchParams(search).get("task");

function withTask(number: string | null): string {
  const params = new URLSearchParams(location.search);
  if (number === null) params.delete("task");
  else params.set("task", number);
  const search = params.toString();
  return search ? `${location.pathname}?${search}` : location.pathname;
}

export const openTask = (number: number) => navigate(withTask(String(number)));

export const closeTask = () => navigate(withTask(null));
