//! What a program asks a person for, read from the query of `/oauth/authorize`.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::actor::Scope;
use url::form_urlencoded;

use super::scope;

/// Characters of a whole query.
const CHARS: usize = 8_000;

/// The parameters of a request, each at most once (RFC 6749, section 3.1).
#[derive(Debug)]
pub(super) struct Parameters(BTreeMap<String, String>);

impl Parameters {
    /// Reads a query or a form.
    ///
    /// # Errors
    /// What cannot be, as a sentence.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        if text.len() > CHARS {
            return Err(format!("the request is longer than {CHARS} characters"));
        }
        let mut all = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(text.as_bytes()) {
            // Programs repeat "resource" to name several; here it can only be the one.
            if let Some(before) = all.insert(name.to_string(), value.to_string())
                && (name != "resource" || before != value)
            {
                return Err(format!("'{name}' was sent twice; send it once"));
            }
        }
        Ok(Self(all))
    }

    /// One parameter; an empty one counts as none.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let value = self.0.get(name).map(String::as_str);
        value.filter(|value| !value.is_empty())
    }

    /// One parameter that must be there.
    ///
    /// # Errors
    /// A sentence that names it.
    pub(super) fn required(&self, name: &str) -> Result<&str, String> {
        self.get(name)
            .ok_or_else(|| format!("'{name}' is missing; send it"))
    }
}

/// What is asked for, apart from who asks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) scope: Scope,
    pub(super) challenge: String,
}

/// Why a program does not get what it asks for, as RFC 6749, section 4.1.2.1 names it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) error: &'static str,
    pub(super) description: String,
}

impl Asked {
    /// Checks what is asked for, of `resource`.
    pub(super) fn read(parameters: &Parameters, resource: &str) -> Result<Self, Refused> {
        let refused = |error, description: String| Refused { error, description };
        let invalid = |description: String| refused("invalid_request", description);
        match parameters.required("response_type").map_err(invalid)? {
            "code" => {}
            other => {
                let description = format!("response_type is code, not '{}'", plain(other));
                return Err(refused("unsupported_response_type", description));
            }
        }
        if parameters.get("request").is_some() || parameters.get("request_uri").is_some() {
            let description = "send plain parameters, no request object".to_owned();
            return Err(refused("request_not_supported", description));
        }
        let challenge = parameters.required("code_challenge").map_err(invalid)?;
        if parameters.get("code_challenge_method") != Some("S256") {
            return Err(invalid("code_challenge_method is S256".to_owned()));
        }
        let bits = URL_SAFE_NO_PAD.decode(challenge);
        if bits.map_or(0, |bits| bits.len()) != 32 {
            let detail = "code_challenge is the SHA-256 of the verifier in base64url";
            return Err(invalid(detail.to_owned()));
        }
        let wanted = parameters.get("resource").unwrap_or(resource);
        if wanted != resource {
            let description = format!("resource is {resource}, not '{}'", plain(wanted));
            return Err(refused("invalid_target", description));
        }
        let scope = scope::parse(parameters.get("scope").unwrap_or_default());
        let scope = scope.map_err(|unknown| {
            let description = format!("there is no scope '{}'", plain(unknown));
            refused("invalid_scope", description)
        })?;
        let challenge = challenge.to_owned();
        Ok(Self { scope, challenge })
    }
}

/// What may stand in a description (RFC 6749, section 4.1.2.1), shortened.
fn plain(text: &str) -> String {
    let is_plain = |c: &char| matches!(*c, ' '..='~') && *c != '"' && *c != '\\';
    text.chars().filter(is_plain).take(100).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RESOURCE: &str = "https://todo.example.org/mcp";
    const GOOD: &str = "response_type=code&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM\
                        &code_challenge_method=S256&scope=tasks:read";

    fn error(query: &str) -> &'static str {
        let parameters = Parameters::read(query).unwrap();
        Asked::read(&parameters, RESOURCE).unwrap_err().error
    }

    #[test]
    fn a_good_request_is_read() {
        let parameters = Parameters::read(GOOD).unwrap();
        let asked = Asked::read(&parameters, RESOURCE).unwrap();
        assert_eq!(asked.scope, Scope::Read);
    }

    #[test]
    fn what_is_wrong_is_named_as_the_rfc_names_it() {
        for (from, to, expected) in [
            ("response_type=code", "", "invalid_request"),
            ("=code&", "=token&", "unsupported_response_type"),
            ("S256", "plain", "invalid_request"),
            ("&code_challenge_method=S256", "", "invalid_request"),
            ("code_challenge=E9", "code_challenge=", "invalid_request"),
            ("cM&", "cMcM&", "invalid_request"),
            ("tasks:read", "tasks:all", "invalid_scope"),
            (
                "&scope",
                "&resource=https://other.example/mcp&scope",
                "invalid_target",
            ),
            ("&scope", "&request=x&scope", "request_not_supported"),
        ] {
            let query = GOOD.replace(from, to);
            assert_ne!(query, GOOD, "{from}");
            assert_eq!(error(&query), expected, "{query}");
        }
    }

    #[test]
    fn a_parameter_that_comes_twice_is_refused() {
        assert!(Parameters::read("state=a&state=a").is_err());
        assert!(Parameters::read("resource=a&resource=a").is_ok());
        assert!(Parameters::read("resource=a&resource=b").is_err());
        assert!(Parameters::read(&"x".repeat(8_001)).is_err());
    }
}
