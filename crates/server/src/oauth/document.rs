//! Client-id metadata documents: a program is the https address of a page that describes it
//! (draft-ietf-oauth-client-id-metadata-document).

use serde::Deserialize;
use url::{Host, Url};

use super::client::Client;
use super::redirect;

/// Bytes of one document, as the draft recommends.
pub(super) const BYTES: usize = 5 * 1024;
/// Characters of an address.
const CHARS: usize = 2_000;
/// Addresses that one program may be answered at.
pub(super) const REDIRECT_URIS: usize = 20;

/// What we read of a document. Whatever else it says is of no use here.
#[derive(Deserialize)]
struct Document {
    client_id: String,
    #[serde(default)]
    client_name: Option<String>,
    redirect_uris: Vec<String>,
    #[serde(default)]
    token_endpoint_auth_method: Option<String>,
    #[serde(default)]
    grant_types: Option<Vec<String>>,
    #[serde(default)]
    client_secret: Option<serde::de::IgnoredAny>,
}

/// The address of a document, where a client id is one.
///
/// # Errors
/// What is wrong with the address.
pub(super) fn address(client_id: &str) -> Result<Url, &'static str> {
    let is_short = client_id.len() <= CHARS;
    if !is_short || !client_id.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("a client_id has at most 2000 visible ASCII characters");
    }
    let url = Url::parse(client_id).map_err(|_| "the client_id is no address")?;
    let is_named = matches!(url.host(), Some(Host::Domain(_)));
    if url.scheme() != "https" || !is_named || url.path() == "/" {
        return Err("a client_id that is an address is https, with a name and a path");
    }
    if client_id.contains('#') || !url.username().is_empty() || url.password().is_some() {
        return Err("a client_id has neither fragment nor user and password");
    }
    // An address that is written otherwise than it is read would be a second name of a program.
    if url.as_str() != client_id {
        return Err("a client_id is written in its plain form, without dots in its path");
    }
    Ok(url)
}

/// The program that a document at `url` describes.
///
/// # Errors
/// What is wrong with the document.
pub(super) fn read(url: &Url, body: &[u8]) -> Result<Client, String> {
    let document: Document = serde_json::from_slice(body)
        .map_err(|_| "it is no JSON object with client_id and redirect_uris".to_owned())?;
    if document.client_id != url.as_str() {
        return Err("its client_id is another address than its own".to_owned());
    }
    if document.client_secret.is_some() {
        return Err("it holds a secret, which everybody can read there".to_owned());
    }
    let method = document.token_endpoint_auth_method.as_deref();
    if method.is_some_and(|method| method != "none") {
        return Err("saydo knows token_endpoint_auth_method none only".to_owned());
    }
    let grants = document.grant_types.as_deref();
    if grants.is_some_and(|grants| !grants.iter().any(|grant| grant == "authorization_code")) {
        return Err("its grant_types lack authorization_code".to_owned());
    }
    if document.redirect_uris.is_empty() || document.redirect_uris.len() > REDIRECT_URIS {
        return Err(format!("it names 1 to {REDIRECT_URIS} redirect_uris"));
    }
    for uri in &document.redirect_uris {
        redirect::parse(uri)?;
    }
    let host = url.host_str().unwrap_or_default().to_owned();
    Ok(Client {
        id: document.client_id,
        name: display_name(document.client_name.as_deref()).unwrap_or_else(|| host.clone()),
        host: Some(host),
        redirect_uris: document.redirect_uris,
    })
}

/// A name as a page may show it: one line, and no sign that turns the line around.
pub(super) fn display_name(text: Option<&str>) -> Option<String> {
    let is_shown = |c: &char| {
        let turns = matches!(*c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        !c.is_control() && !turns
    };
    let name: String = text?.chars().filter(is_shown).take(60).collect();
    let name = name.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const URL: &str = "https://assistant.example/client.json";

    fn good() -> Value {
        json!({
            "client_id": URL,
            "client_name": "Assistant",
            "redirect_uris": ["https://assistant.example/callback"],
            "logo_uri": "https://assistant.example/logo.png",
        })
    }

    fn with(field: &str, value: Value) -> Result<Client, String> {
        let mut document = good();
        document[field] = value;
        read(&address(URL).unwrap(), document.to_string().as_bytes())
    }

    #[test]
    fn a_document_describes_the_program_at_its_own_address() {
        let client = with("client_name", json!("Assistant")).unwrap();
        assert_eq!(client.id, URL);
        assert_eq!(client.host.as_deref(), Some("assistant.example"));
        assert_eq!(client.name, "Assistant");
        assert_eq!(
            with("client_name", json!(" ")).unwrap().name,
            "assistant.example"
        );
    }

    #[test]
    fn what_makes_no_public_program_is_refused() {
        for (field, value) in [
            ("client_id", json!("https://other.example/client.json")),
            ("client_id", json!("https://assistant.example/client.json/")),
            ("client_id", Value::Null),
            ("redirect_uris", json!([])),
            ("redirect_uris", json!(["http://a.example/"])),
            ("redirect_uris", json!(["javascript:alert(1)"])),
            ("redirect_uris", json!(vec!["https://a.example/"; 21])),
            ("redirect_uris", json!("https://a.example/")),
            ("client_secret", json!("x")),
            ("token_endpoint_auth_method", json!("private_key_jwt")),
            ("token_endpoint_auth_method", json!("client_secret_post")),
            ("grant_types", json!(["client_credentials"])),
        ] {
            assert!(with(field, value.clone()).is_err(), "{field} {value}");
        }
        let url = address(URL).unwrap();
        for body in ["", "[]", "null", "<html>", "{\"client_id\":1}"] {
            assert!(read(&url, body.as_bytes()).is_err(), "{body}");
        }
    }

    #[test]
    fn grants_and_scopes_that_are_of_no_use_here_do_no_harm() {
        let device = "urn:ietf:params:oauth:grant-type:device_code";
        let grants = json!(["authorization_code", "refresh_token", device]);
        assert!(with("grant_types", grants).is_ok());
        assert!(with("scope", json!("openid")).is_ok());
        assert!(with("token_endpoint_auth_method", json!("none")).is_ok());
    }

    #[test]
    fn only_a_plain_https_address_is_the_address_of_a_document() {
        for bad in [
            "assistant",
            "http://assistant.example/client.json",
            "https://assistant.example",
            "https://assistant.example/",
            "https://assistant.example/a/../client.json",
            "https://assistant.example/./client.json",
            "https://ASSISTANT.example/client.json",
            "https://assistant.example:443/client.json",
            "https://assistant.example/client.json#x",
            "https://a@assistant.example/client.json",
            "https://127.0.0.1/client.json",
            "https://[::1]/client.json",
            "https://2130706433/client.json",
            "https://0x7f.1/client.json",
            "https://assistant.example/client json",
            "HTTPS://assistant.example/client.json",
        ] {
            assert!(address(bad).is_err(), "{bad}");
        }
        assert!(address("https://assistant.example:8443/client.json?v=1").is_ok());
    }

    #[test]
    fn a_name_is_one_short_line_that_nothing_turns_around() {
        let name = |text: &str| display_name(Some(text));
        assert_eq!(name("a\n<b>\u{202e}c\u{200b}"), Some("a<b>c".to_owned()));
        assert_eq!(name(&"x".repeat(100)).unwrap().len(), 60);
        assert_eq!(name("\u{200b}\n"), None);
    }
}
