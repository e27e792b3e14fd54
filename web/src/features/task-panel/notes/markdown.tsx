// Markdown as elements. Only what is built here can reach the page: markup in a text stays text, links are
// checked, and pictures are links, so that nothing is loaded from elsewhere.

import { lexer, type MarkedToken, type Token, type Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { classes } from "@/ui/classes";
import { Anchor } from "./anchor";
import { Table } from "./table";

/** What a box of a task list is drawn as, in the order of the text. */
export type DrawBox = (index: number, isDone: boolean, text: string) => ReactNode;

/** Deeper than this, a text nests to no purpose, and stays as it was written. */
const deepest = 20;

/** Draws the tokens of one text; boxes are counted and headings nested on the way. */
class Drawing {
  private boxes = 0;
  /** The level of the heading before; the page's own is the first. */
  private level = 1;
  private depth = 0;
  private readonly drawBox: DrawBox;

  constructor(drawBox: DrawBox) {
    this.drawBox = drawBox;
  }

  all(tokens: readonly Token[] | undefined, Around: "div" | typeof Fragment = Fragment): ReactNode {
    this.depth += 1;
    const drawn = tokens?.map((token, index) => {
      // Tokens of other kinds come from extensions, of which there are none.
      const one = this.depth > deepest ? token.raw : this.one(token as MarkedToken);
      // biome-ignore lint/suspicious/noArrayIndexKey: the whole text is drawn anew when it changes.
      return one === null ? null : <Around key={index}>{one}</Around>;
    });
    this.depth -= 1;
    return drawn;
  }

  private one(token: MarkedToken): ReactNode {
    switch (token.type) {
      case "heading":
        return this.heading(token);
      case "paragraph":
        return <p>{this.all(token.tokens)}</p>;
      case "blockquote":
        return (
          <blockquote className="flex flex-col gap-2 border-s-2 border-line ps-3 text-text-2">
            {this.all(token.tokens)}
          </blockquote>
        );
      case "code":
        return (
          <pre
            tabIndex={0}
            className="overflow-x-auto rounded-row bg-surface-2 px-3 py-2 text-small"
          >
            <code>{token.text}</code>
          </pre>
        );
      case "list":
        return this.list(token);
      case "table":
        return (
          <Table head={this.row(token.header)} rows={token.rows.map((row) => this.row(row))} />
        );
      case "hr":
        return <hr className="border-line" />;
      case "strong":
        return <strong className="font-semibold">{this.all(token.tokens)}</strong>;
      case "em":
        return <em>{this.all(token.tokens)}</em>;
      case "del":
        return <del className="text-text-3">{this.all(token.tokens)}</del>;
      case "codespan":
        return <code className="rounded bg-surface-3 px-1 py-px text-[0.9em]">{token.text}</code>;
      case "br":
        return <br />;
      case "link":
        return (
          <Anchor href={token.href} title={token.title}>
            {this.all(token.tokens)}
          </Anchor>
        );
      case "image":
        return <Anchor href={token.href}>{token.text || token.href}</Anchor>;
      case "text":
        return "tokens" in token && token.tokens ? this.all(token.tokens) : token.text;
      case "escape":
        return token.text;
      case "html":
        return token.raw;
      default:
        // Blank lines, definitions of links, and the boxes, which their lines draw.
        return null;
    }
  }

  private heading(token: Tokens.Heading): ReactNode {
    this.level = Math.min(token.depth + 1, this.level + 1, 4);
    const Level = (["h2", "h3", "h4"] as const)[this.level - 2] ?? "h4";
    return <Level className="pt-1 font-semibold first:pt-0">{this.all(token.tokens)}</Level>;
  }

  private row(cells: readonly Tokens.TableCell[]) {
    return cells.map(({ tokens, align }) => ({ content: this.all(tokens), align }));
  }

  private list(token: Tokens.List): ReactNode {
    const List = token.ordered ? "ol" : "ul";
    const marks = token.ordered ? "list-decimal ps-5" : "list-disc ps-5";
    const isTasks = token.items.some((item) => item.task);
    return (
      <List
        start={token.ordered && token.start !== "" ? token.start : undefined}
        className={classes("flex flex-col gap-1", isTasks ? "list-none" : marks)}
      >
        {token.items.map((item, index) => {
          const isDone = item.checked === true;
          const box = item.task && this.drawBox(this.boxes++, isDone, item.text);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the whole text is drawn anew when it changes.
            <li key={index} className={box ? "flex items-start gap-2" : undefined}>
              {box}
              <div className={classes("flex min-w-0 flex-col gap-1", isDone && "text-text-3")}>
                {this.all(item.tokens, "div")}
              </div>
            </li>
          );
        })}
      </List>
    );
  }
}

/** The text's tokens; the text itself where it nests too deep to be read. */
function read(text: string): Token[] {
  try {
    // A line's end is meant where it is written: notes are not reflowed.
    return lexer(text, { gfm: true, breaks: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ type: "text", raw: text, text, escaped: false } satisfies Tokens.Text];
  }
}

/** A text as elements, with its boxes as `drawBox` makes them. */
export const draw = (text: string, drawBox: DrawBox): ReactNode =>
  new Drawing(drawBox).all(read(text));
