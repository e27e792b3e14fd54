// The boxes of a task list in Markdown: how many there are, and ticking one in its text.

const fence = /^ {0,3}(`{3,}|~{3,})/;
const box = /^(\s*(?:>\s*)*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])(\]\s+\S)/;

/** The text with `change` made to each line that is not inside of a fenced block. */
function eachLine(text: string, change: (line: string) => string): string {
  let open: string | null = null;
  return text
    .split("\n")
    .map((line) => {
      const mark = fence.exec(line)?.[1];
      if (open) {
        if (mark?.startsWith(open) && line.trim() === mark) open = null;
        return line;
      }
      if (mark) open = mark;
      return mark ? line : change(line);
    })
    .join("\n");
}

export function countBoxes(text: string): number {
  let count = 0;
  eachLine(text, (line) => {
    if (box.test(line)) count += 1;
    return line;
  });
  return count;
}

/** The text with the box at `index`, from 0, ticked or unticked. */
export function tick(text: string, index: number, isDone: boolean): string {
  let at = -1;
  return eachLine(text, (line) => {
    if (!box.test(line)) return line;
    at += 1;
    return at === index ? line.replace(box, `$1${isDone ? "x" : " "}$3`) : line;
  });
}
