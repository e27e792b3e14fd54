// Commands about projects, sections, tags and views.

import { t } from "@lingui/core/macro";
import {
  addEntry,
  type DirectoryFields,
  type DirectoryKind,
  deleteEntry,
  updateEntry,
} from "../api/directory";
import { sentenceOf } from "../api/problem";
import { queryClient } from "../query/client";
import { keys } from "../query/keys";
import { refreshLists } from "../query/refresh";
import { clearDone, showToast } from "../toasts/toasts";
import { announce } from "./perform";

type Organised = Awaited<ReturnType<typeof addEntry>>;

async function organise(
  request: () => Promise<Organised>,
  words: string,
): Promise<Organised | null> {
  clearDone();
  try {
    const outcome = await request();
    await queryClient.invalidateQueries({ queryKey: keys.overview });
    refreshLists(queryClient);
    announce({ change_id: outcome.change_id, words, notes: [] });
    return outcome;
  } catch (error) {
    showToast({ kind: "problem", words: sentenceOf(error) });
    return null;
  }
}

export const addTo = (kind: DirectoryKind, fields: DirectoryFields) =>
  organise(() => addEntry(kind, fields), t`Added ${fields.name ?? ""}.`);

export const change = (kind: DirectoryKind, id: string, fields: DirectoryFields) =>
  organise(() => updateEntry(kind, id, fields), t`Saved.`);

export const removeFrom = (kind: DirectoryKind, id: string, name: string) =>
  organise(() => deleteEntry(kind, id), t`Deleted ${name}.`);
