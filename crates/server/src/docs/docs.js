// Renders openapi.json. Text goes in as text only; nothing comes from elsewhere.
"use strict";

const element = (name, text, className) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
};

/** A schema as a short type, with references by name. */
const typeOf = (schema) => {
  if (!schema) return "any";
  if (schema.$ref) return schema.$ref.split("/").pop();
  const several = schema.oneOf || schema.anyOf || schema.allOf;
  if (several) return several.map(typeOf).join(" | ");
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : schema.type || "any";
  if (type.includes("array")) return type.replace("array", `${typeOf(schema.items)}[]`);
  return schema.format ? `${type} (${schema.format})` : type;
};

const fieldTable = (rows) => {
  const table = element("table");
  for (const [name, schema, isRequired, description] of rows) {
    const row = table.insertRow();
    const head = element("th");
    head.scope = "row";
    head.append(element("code", name + (isRequired ? " *" : "")));
    row.append(head);
    row.insertCell().append(element("code", typeOf(schema)));
    row.insertCell().textContent = description || "";
  }
  return table;
};

const resolve = (api, schema) =>
  schema && schema.$ref ? schema.$ref.slice(2).split("/").reduce((at, key) => at[key], api) : schema;

/** A schema with its fields, and the schemas that it names below. */
const schemaBlock = (api, schema, seen = new Set()) => {
  const block = element("div");
  const whole = resolve(api, schema);
  if (!whole) return block;
  block.append(element("p", `${typeOf(schema)}${whole.description ? `: ${whole.description}` : ""}`));
  if (whole.properties) {
    const required = new Set(whole.required || []);
    block.append(
      fieldTable(Object.entries(whole.properties).map(([name, one]) => [name, one, required.has(name), one.description])),
    );
  }
  const named = [...JSON.stringify(whole).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
  for (const reference of named) {
    if (seen.has(reference)) continue;
    seen.add(reference);
    const details = element("details");
    details.append(element("summary", reference.split("/").pop()));
    details.addEventListener("toggle", () => {
      if (details.childElementCount === 1) details.append(schemaBlock(api, { $ref: reference }, new Set(seen)));
    });
    block.append(details);
  }
  return block;
};

const operationBlock = (api, path, method, operation) => {
  const details = element("details");
  details.dataset.words = `${method} ${path} ${operation.summary} ${operation.operationId}`.toLowerCase();
  const summary = element("summary");
  summary.append(
    element("span", method, "method"),
    element("span", path, "path"),
    element("span", operation.summary, "summary"),
  );
  details.append(summary);
  details.addEventListener("toggle", () => {
    if (details.childElementCount > 1) return;
    if (operation.description) details.append(element("p", operation.description));
    const parameters = operation.parameters || [];
    if (parameters.length > 0) {
      details.append(element("h3", "Parameters"));
      details.append(
        fieldTable(parameters.map((one) => [`${one.name} (${one.in})`, one.schema, one.required, one.description])),
      );
    }
    for (const [kind, media] of Object.entries(operation.requestBody?.content || {})) {
      details.append(element("h3", `Body: ${kind}`), schemaBlock(api, media.schema));
    }
    for (const [status, answer] of Object.entries(operation.responses)) {
      const response = resolve(api, answer);
      details.append(element("h3", `${status}: ${response.description}`));
      for (const [kind, media] of Object.entries(response.content || {})) {
        details.append(element("p", kind), schemaBlock(api, media.schema));
      }
    }
  });
  return details;
};

const show = (api) => {
  const main = document.getElementById("operations");
  const groups = new Map();
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const tag = operation.tags?.[0] ?? "other";
      if (!groups.has(tag)) groups.set(tag, []);
      groups.get(tag).push(operationBlock(api, path, method, operation));
    }
  }
  main.replaceChildren();
  for (const [tag, blocks] of groups) {
    const section = element("section");
    section.append(element("h2", tag), ...blocks);
    main.append(section);
  }
  document.getElementById("find").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const block of main.querySelectorAll("section > details")) block.hidden = !block.dataset.words.includes(wanted);
    for (const section of main.children) section.hidden = !section.querySelector(":scope > details:not([hidden])");
  });
};

fetch("/openapi.json")
  .then((response) => response.json())
  .then(show)
  .catch((error) => {
    document.getElementById("operations").textContent = `The document cannot be read: ${error}`;
  });
