// Requests that change the same thing, one after the other: two on their way at once could arrive in either order.

/** The order of projects, sections and saved filters. */
export const orderTurn = "order";

interface Line {
  last: Promise<unknown>;
  left: number;
}

const lines = new Map<string, Line>();

/** Sends once all that was asked for before about `subject` is answered; `send` is given the answer before. */
export function inTurn<T>(
  subject: string,
  send: (before: T | undefined) => Promise<T>,
): Promise<T> {
  const line = lines.get(subject) ?? { last: Promise.resolve(), left: 0 };
  lines.set(subject, line);
  line.left += 1;
  const answer = line.last
    .then((before) => send(before as T | undefined))
    .finally(() => {
      line.left -= 1;
      if (line.left === 0) lines.delete(subject);
    });
  line.last = answer.catch(() => undefined);
  return answer;
}

/** Whether something about `subject` is on its way, so that what the server has is not what is shown. */
export const isUnderWay = (subject: string): boolean => lines.has(subject);
