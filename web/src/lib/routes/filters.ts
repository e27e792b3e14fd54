// Filters that the app writes itself.

/** Names with spaces or signs are put in quotes. */
export function quotedName(name: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(name) ? name : `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

export const tagFilter = (name: string) => `#${quotedName(name)}`;
