//! The web app: files of its build, embedded, compressed beforehand; every other path is the app itself.

mod encoding;
mod policy;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::EmbeddedFile;

use crate::front;
use crate::problem::{Code, Problem};
use encoding::Encoding;

/// The build of `web/`, which may be missing: the rest of saydo works without it.
#[derive(rust_embed::Embed)]
#[folder = "../../web/dist"]
#[allow_missing = true]
struct WebApp;

const INDEX: &str = "index.html";

/// Serves the web app for every path that nothing else serves.
pub(crate) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().fallback(serve)
}

async fn serve(request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Problem::new(Code::MethodNotAllowed, "only GET and HEAD are served here")
            .into_response();
    }
    let path = request.uri().path().trim_start_matches('/');
    let mut response = match file(path, request.headers()) {
        Some(response) => response,
        None if is_page(path) => page(request.headers()),
        None => front::not_found(request.uri().clone())
            .await
            .into_response(),
    };
    policy::harden(response.headers_mut());
    if request.method() == Method::HEAD {
        *response.body_mut() = Body::empty();
    }
    response
}

/// Whether a path names a page of the app: those have no file's ending and are none of the API's.
fn is_page(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    !last.contains('.') && !path.starts_with("v1/") && path != "v1" && !path.starts_with("assets/")
}

fn file(path: &str, headers: &HeaderMap) -> Option<Response> {
    let is_plain =
        !path.is_empty() && path != INDEX && !path.starts_with('.') && !path.contains("/.");
    let plain = is_plain.then(|| WebApp::get(path)).flatten()?;
    let (encoding, file) = encoding::best(headers)
        .find_map(|encoding| {
            WebApp::get(&format!("{path}{}", encoding.suffix())).map(|file| (Some(encoding), file))
        })
        .unwrap_or((None, plain));
    let tag = tag(&file, encoding);
    let caching = if path.starts_with("assets/") {
        // Names with a hash of their content never change their content.
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    let mut response = if headers
        .get(header::IF_NONE_MATCH)
        .is_some_and(|known| *known == tag)
    {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        Response::new(Body::from(file.data))
    };
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, content_type(&mime));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    out.insert(header::ETAG, tag);
    if let Some(encoding) = encoding {
        out.insert(
            header::CONTENT_ENCODING,
            HeaderValue::from_static(encoding.name()),
        );
    }
    Some(response)
}

fn content_type(mime: &mime_guess::Mime) -> HeaderValue {
    let text = mime.essence_str();
    let is_text = text.starts_with("text/")
        || text.ends_with("/javascript")
        || text.ends_with("json")
        || text.ends_with("+xml");
    let text = if is_text {
        format!("{text}; charset=utf-8")
    } else {
        text.to_owned()
    };
    HeaderValue::from_str(&text).unwrap_or(HeaderValue::from_static("application/octet-stream"))
}

fn tag(file: &EmbeddedFile, encoding: Option<Encoding>) -> HeaderValue {
    let hash = file.metadata.sha256_hash();
    let mut text = String::with_capacity(40);
    text.push('"');
    for byte in &hash[..16] {
        text.push_str(&format!("{byte:02x}"));
    }
    text.push_str(encoding.map_or("", Encoding::suffix));
    text.push('"');
    HeaderValue::from_str(&text).expect("hexadecimal digits make a header")
}

/// The app's page, with a fresh nonce for its scripts.
fn page(_: &HeaderMap) -> Response {
    let Some(index) = WebApp::get(INDEX) else {
        return unbuilt();
    };
    let nonce = policy::nonce();
    let html = String::from_utf8_lossy(&index.data).replace(policy::NONCE_MARK, &nonce);
    let mut response = Response::new(Body::from(html));
    let out = response.headers_mut();
    out.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    out.insert(header::CONTENT_SECURITY_POLICY, policy::page(&nonce));
    response
}

const UNBUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>saydo</title>\
<h1>saydo runs, without its web app</h1>\
<p>This binary was built before the web app was. Build it with <code>npm ci &amp;&amp; npm run build</code> \
in <code>web/</code>, then build saydo again, or use <code>make run</code>, which does both.</p>\
<p>The command line and the <a href=\"/docs\">API</a> work all the same.</p></html>";

fn unbuilt() -> Response {
    let mut response = Response::new(Body::from(UNBUILT));
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_files_and_from_the_interface() {
        for path in ["", "today", "chat", "project/0190", "sign-in"] {
            assert!(is_page(path), "{path}");
        }
        for path in ["assets/missing", "favicon.ico", "v1/nothing", "v1", "sw.js"] {
            assert!(!is_page(path), "{path}");
        }
    }

    #[test]
    fn no_path_leaves_the_folder() {
        for path in [
            "../Cargo.toml",
            "assets/../../Cargo.toml",
            ".vite/manifest.json",
            "/etc/passwd",
        ] {
            assert!(file(path, &HeaderMap::new()).is_none(), "{path}");
        }
    }
}
