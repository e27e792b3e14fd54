// Places in the history of a space, as the server writes them.

/** The revision in an event id of the form `<space>:<rev>`. */
export function revisionOf(eventId: string): number | null {
  const rev = Number(eventId.slice(eventId.lastIndexOf(":") + 1));
  return Number.isInteger(rev) && rev > 0 ? rev : null;
}
