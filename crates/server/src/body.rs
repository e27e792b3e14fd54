//! JSON bodies: read within bounds, with every fault named by a JSON Pointer.

pub(crate) mod words;

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

use crate::problem::{Code, Problem};

/// How deep objects and lists of a body may nest.
const DEPTH: usize = 24;

/// A JSON body. One that is left out means an object without fields.
pub(crate) struct Body<T> {
    pub(crate) value: T,
    /// As it was sent.
    pub(crate) sent: Bytes,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let is_json = is_json(request.headers());
        if is_encoded(request.headers()) {
            let detail = "send the body as it is, without Content-Encoding";
            return Err(Problem::new(Code::WrongContentType, detail));
        }
        let sent = bytes(request, state).await?;
        if sent.is_empty() {
            return Ok(Self {
                value: parse(b"{}")?,
                sent,
            });
        }
        if !is_json {
            let detail = "send the body with 'Content-Type: application/json'";
            return Err(Problem::new(Code::WrongContentType, detail));
        }
        Ok(Self {
            value: parse(&sent)?,
            sent,
        })
    }
}

async fn bytes<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Problem> {
    Bytes::from_request(request, state)
        .await
        .map_err(|rejection| match rejection {
            BytesRejection::FailedToBufferBody(failed)
                if failed.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE =>
            {
                let limit = domain::limits::BODY_BYTES;
                Problem::new(
                    Code::TooLarge,
                    format!("a body has at most {limit} bytes; send less at once"),
                )
            }
            _ => Problem::new(
                Code::InvalidJson,
                "the body could not be read to its end; send it again",
            ),
        })
}

/// Whether the body is declared as compressed.
fn is_encoded(headers: &HeaderMap) -> bool {
    let encoding = headers.get(header::CONTENT_ENCODING);
    encoding.is_some_and(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity"))
}

/// Whether the body is declared as JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
    else {
        return false;
    };
    let essence = value
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    essence == "application/json"
        || (essence.starts_with("application/") && essence.ends_with("+json"))
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    if deeper_than(bytes, DEPTH) {
        let detail =
            format!("objects and lists may nest at most {DEPTH} deep; send a flatter body");
        return Err(Problem::new(Code::TooDeep, detail));
    }
    // A list would be taken for the fields of an object in their order.
    if bytes.trim_ascii_start().first() == Some(&b'[') {
        let detail = "an object is expected here, not a list";
        return Err(Problem::new(Code::InvalidField, detail).at(""));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| fault(error.path(), error.inner()))?;
    deserializer
        .end()
        .map_err(|error| Problem::new(Code::InvalidJson, error.to_string()))?;
    Ok(value)
}

fn fault(path: &Path, error: &serde_json::Error) -> Problem {
    if !error.is_data() {
        return Problem::new(
            Code::InvalidJson,
            format!("the body is no valid JSON: {error}"),
        );
    }
    let message = error.to_string();
    let message = message
        .split(" at line ")
        .next()
        .unwrap_or_default()
        .to_owned();
    let pointer = pointer(path);
    if let Some(field) = named(&message, "unknown field `") {
        let own = format!("/{}", escape(field));
        let pointer = if pointer.ends_with(&own) {
            pointer
        } else {
            pointer + &own
        };
        let known = known_fields(&message);
        let nearest = nearest(field, &known);
        let hint = nearest
            .as_ref()
            .map(|name| format!("; did you mean '{name}'?"))
            .unwrap_or_default();
        let detail = format!("'{field}' is no field of this{hint}");
        return Problem::new(Code::UnknownField, detail)
            .at(pointer)
            .suggesting(nearest);
    }
    let pointer = match named(&message, "missing field `") {
        Some(field) => format!("{pointer}/{}", escape(field)),
        None => pointer,
    };
    let words::Fault { words, suggestion } = words::plain(&message);
    Problem::new(Code::InvalidField, words)
        .at(pointer)
        .suggesting(suggestion)
}

fn pointer(path: &Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => pointer.push_str(&format!("/{}", escape(key))),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    pointer
}

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The name between the backquotes that follow `before`.
pub(crate) fn named<'a>(message: &'a str, before: &str) -> Option<&'a str> {
    message
        .strip_prefix(before)
        .or_else(|| message.split_once(before).map(|(_, rest)| rest))?
        .split('`')
        .next()
}

fn known_fields(message: &str) -> Vec<&str> {
    let Some((_, list)) = message.split_once("expected ") else {
        return Vec::new();
    };
    list.split('`').skip(1).step_by(2).collect()
}

/// The known name that is closest to what was written, where one is close.
pub(crate) fn nearest(written: &str, known: &[&str]) -> Option<String> {
    known
        .iter()
        .map(|name| (distance(written, name), *name))
        .filter(|(distance, name)| *distance <= 2.max(name.len() / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}

fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().take(64).collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (line, a) in left.chars().take(64).enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (column, b) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(row[column] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

/// Whether brackets nest deeper than `limit`, found without building anything.
fn deeper_than(bytes: &[u8], limit: usize) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0usize, false, false);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                depth += 1;
                if depth > limit {
                    return true;
                }
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        #[serde(default)]
        #[expect(dead_code, reason = "only its reading matters")]
        rows: Vec<Inner>,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        #[expect(dead_code, reason = "only its reading matters")]
        title: String,
    }

    #[track_caller]
    fn check(body: &str, code: &str, pointer: Option<&str>) {
        use axum::response::IntoResponse as _;
        let problem = parse::<Outer>(body.as_bytes()).unwrap_err();
        let text = format!("{problem:?}");
        assert!(text.contains(&format!("code: \"{code}\"")), "{text}");
        if let Some(pointer) = pointer {
            assert!(
                text.contains(&format!("pointer: Some(\"{pointer}\")")),
                "{text}"
            );
        }
        assert!(problem.into_response().status().is_client_error());
    }

    #[test]
    fn every_fault_of_a_body_is_named_with_its_place() {
        check("{", "invalid_json", None);
        check("{} {}", "invalid_json", None);
        check(r#"{"row": []}"#, "unknown_field", Some("/row"));
        check(
            r#"{"rows": [{"title": "a"}, {"titel": "b"}]}"#,
            "unknown_field",
            Some("/rows/1/titel"),
        );
        check(r#"{"rows": [{}]}"#, "invalid_field", Some("/rows/0/title"));
        check(
            r#"{"rows": [{"title": 5}]}"#,
            "invalid_field",
            Some("/rows/0/title"),
        );
        check("[]", "invalid_field", Some(""));
        check(&"[".repeat(100_000), "too_deep", None);
    }

    #[test]
    fn brackets_inside_texts_do_not_nest() {
        assert!(!deeper_than(br#"{"a": "[[[[[[\"[[[["}"#, 2));
        assert!(deeper_than(b"[[[", 2));
    }

    #[test]
    fn a_misspelt_field_is_met_with_the_one_that_was_meant() {
        assert_eq!(
            nearest("titel", &["title", "notes"]),
            Some("title".to_owned())
        );
        assert_eq!(nearest("whatever", &["title", "notes"]), None);
    }
}
