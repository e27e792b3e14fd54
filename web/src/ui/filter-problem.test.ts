import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Problem } from "@/lib/api/problem";
import { loadCatalogue } from "@/lib/i18n/i18n";
import { FilterMistake } from "./filter-problem";

loadCatalogue();

test("a mistake behind a picture is marked where it is, and mended", () => {
  const problem = new Problem(422, { position: 5, suggestion: "overdue" });
  const drawn = renderToStaticMarkup(
    createElement(FilterMistake, { problem, filter: "#🏡 & overdu", onTake: () => {} }),
  );
  expect(drawn).toContain("#🏡 &amp; <mark");
  expect(drawn).toContain(">overdu</mark>");
  expect(drawn).toContain("Use #🏡 &amp; overdue<");
});
