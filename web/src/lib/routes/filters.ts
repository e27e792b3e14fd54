// Filters that the app writes itself.

/** Names with spaces or signs are put in quotes. */
function quotedName(name: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(name)
    ? name
    : `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

export const tagFilter = (name: string) => `#${quotedName(name)}`;

/** Words that can only be meant as a filter. */
export const looksLikeFilter = (text: string) =>
  /[&|#+@<>()!]|^(today|overdue|upcoming|no due|recurring|p[1-4])$|\w:\S/.test(text);
