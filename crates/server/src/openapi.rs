//! The description of the interface: generated from the handlers, checked in, served as it is.

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Map, Value, json};
use utoipa::ToSchema as _;

use crate::problem::Document;
use crate::router::interface;
use crate::state::ServerState;

/// The checked-in document. `UPDATE=1 cargo test -p saydo-server openapi` writes it anew.
const CHECKED_IN: &str = include_str!("../openapi.json");
const DOCS: &str = include_str!("docs/index.html");
const DOCS_SCRIPT: &str = include_str!("docs/docs.js");
const DOCS_STYLE: &str = include_str!("docs/docs.css");

/// What holds for every operation.
const DESCRIPTION: &str = "Say it, and it is done.\n\nErrors are problem documents (RFC 9457).\n\n\
Every write accepts Idempotency-Key. The same request under the same key is carried out once and answered the same; \
another request under that key is refused (422, request_reused). What shows a secret once does not show it again: \
the retry is told what was made (409, shown_once). Signing in, signing out and deleting the account need no key: \
each sign-in begins a session of its own, and after the other two nobody is let in (401).";

/// The document, and a page to browse it whose every byte comes from here.
pub(crate) fn router() -> Router<ServerState> {
    Router::new()
        .route(
            "/openapi.json",
            get(|| async { text("application/json", CHECKED_IN) }),
        )
        .route(
            "/docs",
            get(|| async { text("text/html; charset=utf-8", DOCS) }),
        )
        .route(
            "/docs/docs.js",
            get(|| async { text("text/javascript; charset=utf-8", DOCS_SCRIPT) }),
        )
        .route(
            "/docs/docs.css",
            get(|| async { text("text/css; charset=utf-8", DOCS_STYLE) }),
        )
}

fn text(kind: &'static str, body: &'static str) -> Response {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
                  base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(policy),
        ),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
    ];
    (headers, body).into_response()
}

/// The description of every operation, as the handlers give it.
///
/// # Panics
/// Never: the document is plain data.
pub fn document() -> Value {
    let generated = interface().split_for_parts().1;
    let mut document = serde_json::to_value(generated).expect("the document is plain data");
    document["openapi"] = json!("3.1.0");
    document["info"] = json!({
        "title": "saydo",
        "version": "1",
        "description": DESCRIPTION,
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    });
    document["security"] = json!([{"bearer": []}, {"cookie": []}]);
    let components = &mut document["components"];
    components["securitySchemes"] = json!({
        "bearer": {"type": "http", "scheme": "bearer", "description": "A personal token, saydo_pat_..."},
        "cookie": {"type": "apiKey", "in": "cookie", "name": "saydo", "description": "A signed-in browser; __Host-saydo on https"},
    });
    describe_problems(components);
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, item) in paths {
            let Some(item) = item.as_object_mut() else {
                continue;
            };
            for (method, operation) in item.iter_mut().filter(|(method, _)| is_method(method)) {
                complete(path, method, operation);
            }
        }
    }
    document
}

fn is_method(key: &str) -> bool {
    matches!(key, "get" | "post" | "patch" | "delete" | "put")
}

fn describe_problems(components: &mut Value) {
    let mut schemas = Vec::new();
    <Document as utoipa::ToSchema>::schemas(&mut schemas);
    schemas.push((
        Document::name().into_owned(),
        <Document as utoipa::PartialSchema>::schema(),
    ));
    for (name, schema) in schemas {
        components["schemas"][name] = serde_json::to_value(schema).expect("a schema is plain data");
    }
    components["responses"] = json!({
        "Problem": {
            "description": "What went wrong, and what helps",
            "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
        },
    });
}

/// What every operation has: its problems, and the headers that writes may carry.
fn complete(path: &str, method: &str, operation: &mut Value) {
    let problem = json!({"$ref": "#/components/responses/Problem"});
    if let Some(responses) = operation["responses"].as_object_mut() {
        responses.entry("4XX").or_insert_with(|| problem.clone());
        responses.entry("5XX").or_insert(problem);
        for response in responses.values_mut() {
            // A stream of events is no text that a schema could describe.
            if let Some(stream) = response.pointer_mut("/content/text~1event-stream") {
                *stream = json!({});
            }
        }
    }
    let parameters = operation
        .as_object_mut()
        .map(|operation| operation.entry("parameters").or_insert(json!([])));
    let Some(Value::Array(parameters)) = parameters else {
        return;
    };
    if method != "get" {
        parameters.push(header_parameter(
            "Idempotency-Key",
            "The caller's name for the request: the same again is carried out once and answered the same; another request under it is refused (422).",
        ));
    }
    if method == "patch" && path == "/v1/tasks/{id}" {
        parameters.push(header_parameter(
            "If-Match",
            "The version that must be there, as it came in ETag.",
        ));
    }
    if parameters.is_empty() {
        operation
            .as_object_mut()
            .and_then(|operation: &mut Map<String, Value>| operation.remove("parameters"));
    }
}

fn header_parameter(name: &str, description: &str) -> Value {
    json!({"name": name, "in": "header", "required": false, "description": description, "schema": {"type": "string"}})
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "a switch of the test, not of saydo"
    )]
    fn the_checked_in_openapi_document_is_current() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
        let current = format!("{}\n", serde_json::to_string_pretty(&document()).unwrap());
        if std::env::vars().any(|(name, value)| name == "UPDATE" && value == "1") {
            std::fs::write(&path, &current).unwrap();
        }
        let checked_in = std::fs::read_to_string(&path).unwrap();
        assert!(
            checked_in == current,
            "run: UPDATE=1 cargo test -p saydo-server openapi"
        );
    }

    #[test]
    fn every_openapi_operation_has_a_name_of_its_own_and_says_what_goes_wrong() {
        let document = document();
        let mut names = std::collections::BTreeSet::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let name = operation["operationId"].as_str().unwrap();
                assert!(
                    names.insert(name.to_owned()),
                    "{method} {path}: {name} is taken"
                );
                assert!(operation["responses"]["4XX"].is_object(), "{method} {path}");
                assert!(operation["summary"].is_string(), "{method} {path}");
            }
        }
        assert!(names.len() > 50, "{}", names.len());
    }

    #[test]
    fn every_openapi_reference_leads_somewhere() {
        let document = document();
        let mut references = Vec::new();
        collect(&document, &mut references);
        for reference in references {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{reference}");
        }
    }

    fn collect(value: &Value, references: &mut Vec<String>) {
        match value {
            Value::Object(map) => {
                if let Some(Value::String(reference)) = map.get("$ref") {
                    references.push(reference.clone());
                }
                map.values().for_each(|value| collect(value, references));
            }
            Value::Array(list) => list.iter().for_each(|value| collect(value, references)),
            _ => {}
        }
    }
}
