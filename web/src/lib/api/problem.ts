// What the server says when it refuses: an RFC 9457 problem document as an error.

export interface ProblemField {
  pointer: string;
  detail: string;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  code?: string;
  errors?: ProblemField[];
  suggestion?: string;
  position?: number;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: ProblemField[];
  readonly suggestion: string | null;
  readonly position: number | null;

  constructor(status: number, body: ProblemBody) {
    super(body.detail || body.title || `the server answered ${status}`);
    this.name = "Problem";
    this.status = status;
    this.code = body.code ?? (status === 0 ? "offline" : "unknown");
    this.fields = body.errors ?? [];
    this.suggestion = body.suggestion ?? null;
    this.position = body.position ?? null;
  }
}

/** Whether the server has answered that it did nothing; else it may have done it all the same. */
export const isRefusal = (error: unknown) =>
  error instanceof Problem && error.status >= 400 && error.status < 500;

/** Reads the problem out of a refused response, whatever its body is. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => ({}));
  return new Problem(response.status, body as ProblemBody);
}

/** A sentence for people: starts with a capital and ends with a stop. */
export function sentenceOf(error: unknown): string {
  const raw = error instanceof Error ? error.message : String(error);
  const text = raw.trim();
  const stop = /[.!?]$/.test(text) ? "" : ".";
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${stop}`;
}
