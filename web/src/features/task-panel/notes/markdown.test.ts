import { createElement, Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { draw } from "./markdown";

const html = (text: string) =>
  renderToStaticMarkup(
    createElement(
      Fragment,
      null,
      draw(text, (index, isDone) => `[${index}${isDone ? "x" : ""}]`),
    ),
  );
const plain = (text: string) => html(text).replace(/ class="[^"]*"/g, "");

test("what people write is drawn as what they mean", () => {
  expect(plain("**now** and *then*, `code`, ~~gone~~")).toBe(
    "<p><strong>now</strong> and <em>then</em>, <code>code</code>, <del>gone</del></p>",
  );
  expect(plain("one\ntwo")).toBe("<p>one<br/>two</p>");
  expect(plain("3. three\n4. four")).toContain('<ol start="3">');
  expect(plain("| a | b |\n|---|--:|\n| 1 | 2 |")).toContain("<td>1</td><td>2</td>");
  expect(plain("> quoted")).toBe("<blockquote><p>quoted</p></blockquote>");
});

test("headings nest below that of the page, whatever level they begin at", () => {
  expect(plain("### a\n\n# b\n\n### c")).toBe("<h2>a</h2><h2>b</h2><h3>c</h3>");
});

test("boxes are drawn in the order of the text", () => {
  const drawn = plain("- [ ] a\n  - [x] b\n- [ ] c").replace(/<[^>]*>/g, "");
  expect(drawn).toBe("[0]a[1x]b[2]c");
});

test("links go out safely, and only to the web, to mail and to phones", () => {
  const drawn = html(
    "[site](https://example.org/a?b=1&c=2 'title') <ada@example.org> www.example.org",
  );
  expect(drawn).toContain('href="https://example.org/a?b=1&amp;c=2"');
  expect(drawn).toContain('href="mailto:ada@example.org"');
  expect(drawn.match(/<a /g)).toHaveLength(3);
  expect(drawn.match(/rel="noopener noreferrer nofollow"/g)).toHaveLength(3);
});

const hostile = [
  "<script>alert(1)</script>",
  "text <img src=x onerror=alert(1)> more",
  "<iframe src='https://evil.example'></iframe>",
  "<svg/onload=alert(1)>",
  "<a href='javascript:alert(1)'>press</a>",
  "[press](javascript:alert(1))",
  "[press](JaVaScRiPt:alert(1))",
  "[press](java\tscript:alert(1))",
  "[press](&#106;avascript:alert(1))",
  "[press](vbscript:msgbox(1))",
  "[press](data:text/html,<script>alert(1)</script>)",
  "<javascript:alert(1)>",
  "[press][1]\n\n[1]: javascript:alert(1)",
  "![x](https://evil.example/pixel.png)",
  "![x](javascript:alert(1))",
  '![x](x"onerror="alert(1))',
  '[x](https://example.org/"onmouseover="alert(1) "a\\" onfocus=\\"alert(1)")',
  "`<img src=x>` and\n\n```html\n<script>alert(1)</script>\n```",
  "| <img src=x> |\n|---|\n| <script>alert(1)</script> |",
  "- [ ] <img src=x onerror=alert(1)>",
  "# <style>body{display:none}</style>",
];

const known = new Set(["href", "title", "target", "rel", "class", "tabindex", "start"]);

test.each(hostile)("%j brings no markup, no script and no picture into the page", (text) => {
  const drawn = html(text);
  const tags = [...drawn.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name);
  for (const name of ["script", "img", "iframe", "svg", "style"]) expect(tags).not.toContain(name);
  for (const [, attributes = ""] of drawn.matchAll(/<[a-z0-9]+((?: [a-z-]+="[^"]*")*)\/?>/gi)) {
    const all = [...attributes.matchAll(/ ([a-z-]+)="([^"]*)"/gi)];
    const unknown = all.filter(([, name = ""]) => !known.has(name.toLowerCase()));
    expect(unknown).toEqual([]);
    const href = all.find(([, name]) => name === "href")?.[2];
    if (href) expect(href).toMatch(/^(https?:|mailto:|tel:)/);
  }
});

test.each([`${"> ".repeat(8_000)}deep`, `${"*".repeat(5_000)}deep`, `${"[".repeat(5_000)}deep`])(
  "a text that nests without end is drawn all the same (%#)",
  (text) => {
    expect(html(text)).toContain("deep");
  },
);
