//! Connecting an assistant: what a program reads, what a person is asked, what the tokens open.

use std::collections::HashMap;

use app::account::Proof;
use axum::body::Body;
use axum::http::{Method, Request};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::future::BoxFuture;
use serde_json::{Value, json};
use server::{Fetch, FetchError, Outbound, ServerOptions};
use sha2::{Digest as _, Sha256};
use url::form_urlencoded;

use crate::browsers::signed_in;
use crate::support::{Answer, TestApp};

pub(crate) const HOST: &str = "todo.example.org";
pub(crate) const ISSUER: &str = "https://todo.example.org";
pub(crate) const RESOURCE: &str = "https://todo.example.org/mcp";
pub(crate) const CLIENT: &str = "https://assistant.example/client.json";
pub(crate) const CALLBACK: &str = "https://assistant.example/callback";
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// Pages of the internet, by their addresses.
struct Pages(HashMap<String, String>);

impl Fetch for Pages {
    fn get<'a>(&'a self, url: &'a str, most: usize) -> BoxFuture<'a, Result<Vec<u8>, FetchError>> {
        Box::pin(async move {
            let page = self.0.get(url).ok_or(FetchError::Unreachable)?;
            if page.len() > most {
                return Err(FetchError::TooLarge(most));
            }
            Ok(page.clone().into_bytes())
        })
    }
}

fn document(url: &str, name: &str) -> (String, String) {
    let document = json!({
        "client_id": url,
        "client_name": name,
        "redirect_uris": [CALLBACK, "http://127.0.0.1/callback", "assistant://callback"],
    });
    (url.to_owned(), document.to_string())
}

/// What a server needs so that assistants can be connected.
pub(crate) fn options(options: &mut ServerOptions) {
    let claimed = json!({"client_id": CLIENT, "redirect_uris": [CALLBACK]}).to_string();
    let pages = [
        document(CLIENT, "Assistant"),
        document("https://other.example/client.json", "Other"),
        document(
            "https://evil.example/client.json",
            "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
        ),
        ("https://evil.example/claimed.json".to_owned(), claimed),
        (
            "https://evil.example/large.json".to_owned(),
            " ".repeat(6_000),
        ),
    ];
    options.public_url = Some(ISSUER.to_owned());
    options.outbound = Outbound::new(Pages(HashMap::from(pages)));
}

/// A browser that is signed in at a server.
pub(crate) struct Browser<'a> {
    pub(crate) server: &'a TestApp,
    pub(crate) cookie: String,
}

impl<'a> Browser<'a> {
    pub(crate) async fn new(server: &'a TestApp) -> Self {
        // On https the cookie has another name.
        let cookie = signed_in(server).await;
        Self { server, cookie }
    }

    pub(crate) async fn open(&self, path: &str) -> Answer {
        let request = Request::get(path)
            .header("host", HOST)
            .header("cookie", &self.cookie)
            .body(Body::empty())
            .unwrap();
        self.server.send(request).await
    }

    pub(crate) async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let headers = [("sec-fetch-site", "same-origin"), ("cookie", &self.cookie)];
        form(self.server, path, fields, &headers).await
    }

    /// Opens the consent page of a request and answers it.
    pub(crate) async fn decide(&self, query: &str, decision: &str, scope: &str) -> Answer {
        let page = self.open(&format!("/oauth/authorize?{query}")).await;
        assert_eq!(page.status, 200, "{}", page.text);
        let request = field(&page.text, "request");
        let seal = field(&page.text, "seal");
        let fields = [
            ("request", request.as_str()),
            ("seal", &seal),
            ("scope", scope),
            ("decision", decision),
        ];
        self.submit("/oauth/authorize", &fields).await
    }

    /// The code that a person's yes gives.
    pub(crate) async fn code(&self, query: &str) -> String {
        let answer = self.decide(query, "allow", "tasks:admin").await;
        assert_eq!(answer.status, 303, "{}", answer.text);
        let pairs = answered(&answer);
        pairs["code"].clone()
    }

    /// The tokens that a person's yes gives.
    pub(crate) async fn connect(&self, scope: &str) -> Value {
        let code = self.code(&query(&[("scope", scope)])).await;
        exchange(self.server, &code, &[]).await.json(200)
    }
}

pub(crate) async fn form(
    server: &TestApp,
    path: &str,
    fields: &[(&str, &str)],
    headers: &[(&str, &str)],
) -> Answer {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    let mut request = Request::post(path)
        .header("host", HOST)
        .header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    server
        .send(request.body(Body::from(body.finish())).unwrap())
        .await
}

/// A good request with some parameters changed; an empty one is left out.
pub(crate) fn query(changes: &[(&str, &str)]) -> String {
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    let mut all = vec![
        ("response_type", "code"),
        ("client_id", CLIENT),
        ("redirect_uri", CALLBACK),
        ("state", "s&=t"),
        ("code_challenge", challenge.as_str()),
        ("code_challenge_method", "S256"),
        ("resource", RESOURCE),
        ("scope", "tasks:read tasks:write"),
    ];
    all.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    all.extend(changes.iter().filter(|(_, value)| !value.is_empty()));
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(all);
    query.finish()
}

/// The value of a hidden field.
fn field(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&start).expect(page);
    let (value, _) = rest.split_once('"').unwrap();
    value.replace("&amp;", "&").replace("&quot;", "\"")
}

/// What a program is answered in its address.
#[track_caller]
fn answered(answer: &Answer) -> HashMap<String, String> {
    let location = url::Url::parse(answer.header("location")).unwrap();
    location.query_pairs().into_owned().collect()
}

pub(crate) async fn exchange(server: &TestApp, code: &str, changes: &[(&str, &str)]) -> Answer {
    let mut all = vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("client_id", CLIENT),
        ("redirect_uri", CALLBACK),
        ("code_verifier", VERIFIER),
        ("resource", RESOURCE),
    ];
    all.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    all.extend(changes.iter().filter(|(_, value)| !value.is_empty()));
    form(server, "/oauth/token", &all, &[]).await
}

/// Calls `/mcp` with a token.
pub(crate) async fn mcp(server: &TestApp, token: &str, tool: &str, args: Value) -> Answer {
    let message = json!({
        "jsonrpc": "2.0", "id": 1, "method": "tools/call",
        "params": {"name": tool, "arguments": args},
    });
    let request = Request::post("/mcp")
        .header("host", HOST)
        .header("authorization", format!("Bearer {token}"))
        .header("accept", "application/json, text/event-stream")
        .header("content-type", "application/json")
        .header("mcp-protocol-version", "2025-11-25")
        .body(Body::from(message.to_string()))
        .unwrap();
    server.send(request).await
}

pub(crate) async fn get(server: &TestApp, path: &str, host: &str) -> Answer {
    let request = Request::get(path).header("host", host);
    server.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_program_finds_from_a_refusal_how_to_be_connected() {
    let server = TestApp::with(options).await;
    let request = Request::post("/mcp").header("host", HOST);
    let answer = server.send(request.body(Body::empty()).unwrap()).await;
    answer.problem(401, "unauthenticated");
    let challenge = answer.header("www-authenticate");
    let metadata = format!("{ISSUER}/.well-known/oauth-protected-resource/mcp");
    assert_eq!(
        challenge,
        format!(
            "Bearer realm=\"saydo\", scope=\"tasks:read tasks:write\", resource_metadata=\"{metadata}\""
        )
    );
    for path in [
        "/.well-known/oauth-protected-resource/mcp",
        "/.well-known/oauth-protected-resource",
    ] {
        let answer = get(&server, path, HOST).await;
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        let resource = answer.json(200);
        assert_eq!(resource["resource"], RESOURCE);
        assert_eq!(resource["authorization_servers"], json!([ISSUER]));
    }
    let path = "/.well-known/oauth-authorization-server";
    let metadata = get(&server, path, HOST).await.json(200);
    assert_eq!(metadata["issuer"], ISSUER);
    assert_eq!(
        metadata["authorization_endpoint"],
        format!("{ISSUER}/oauth/authorize")
    );
    assert_eq!(
        metadata["code_challenge_methods_supported"],
        json!(["S256"])
    );
    assert_eq!(metadata["client_id_metadata_document_supported"], true);
    assert_eq!(metadata["registration_endpoint"], Value::Null);
    let answer = mcp(&server, "saydo_oat_x", "get_overview", json!({})).await;
    answer.problem(401, "unauthenticated");
    let challenge = answer.header("www-authenticate");
    assert!(challenge.contains("error=\"invalid_token\""), "{challenge}");
}

#[tokio::test]
async fn without_a_public_address_only_this_machine_is_one() {
    let server = TestApp::new().await;
    let path = "/.well-known/oauth-authorization-server";
    let local = get(&server, path, "localhost:8080").await.json(200);
    assert_eq!(local["issuer"], "http://localhost:8080");
    get(&server, path, "evil.example")
        .await
        .problem(403, "wrong_host");
    let path = format!("/oauth/authorize?{}", query(&[]));
    get(&server, &path, "evil.example")
        .await
        .problem(403, "wrong_host");
}

#[tokio::test]
async fn a_person_says_yes_and_the_assistant_works_until_it_is_disconnected() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    let page = browser
        .open(&format!("/oauth/authorize?{}", query(&[])))
        .await;
    assert_eq!(page.status, 200);
    for text in [
        "Assistant",
        "assistant.example",
        "Read only",
        "Read and change",
    ] {
        assert!(page.text.contains(text), "{text}: {}", page.text);
    }
    assert!(!page.text.contains("Everything"), "{}", page.text);
    assert!(!page.text.contains("<script"), "{}", page.text);
    assert_eq!(page.header("x-frame-options"), "DENY");
    let policy = page.header("content-security-policy");
    assert_eq!(
        policy,
        "default-src 'none'; style-src 'self'; form-action 'self' https://assistant.example; \
         base-uri 'none'; frame-ancestors 'none'"
    );

    let answer = browser.decide(&query(&[]), "allow", "tasks:write").await;
    let pairs = answered(&answer);
    assert_eq!(pairs["state"], "s&=t");
    assert_eq!(pairs["iss"], ISSUER);
    let answer = exchange(&server, &pairs["code"], &[]).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    let tokens = answer.json(200);
    assert_eq!(tokens["token_type"], "Bearer");
    assert_eq!(tokens["scope"], "tasks:read tasks:write");
    let access = tokens["access_token"].as_str().unwrap();

    let added = mcp(&server, access, "add_tasks", json!({"text": "buy milk"})).await;
    assert!(added.json(200)["result"]["structuredContent"]["change_id"].is_string());
    let list = browser.open("/v1/assistants").await.json(200);
    let listed = &list["assistants"][0];
    assert_eq!(listed["name"], "Assistant");
    assert_eq!(listed["host"], "assistant.example");
    assert_eq!(listed["scope"], "tasks:write");
    let history = browser.open("/v1/history").await.json(200);
    assert_eq!(history["changes"][0]["via"], "mcp");
    assert_eq!(
        history["changes"][0]["actor"]["credential_name"],
        "Assistant"
    );

    let id = listed["id"].as_str().unwrap();
    let undone = crate::browsers::post(
        &server,
        "/v1/undo",
        &browser.cookie,
        json!({"token_id": id}),
    )
    .await;
    undone.json(200);
    let open = browser.open("/v1/tasks").await.json(200);
    assert_eq!(open["tasks"], json!([]));

    let path = format!("/v1/assistants/{id}");
    let request = Request::delete(&path)
        .header("host", HOST)
        .header("cookie", &browser.cookie)
        .header("sec-fetch-site", "same-origin");
    let gone = server.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(gone.status, 204, "{}", gone.text);
    mcp(&server, access, "get_overview", json!({}))
        .await
        .problem(401, "unauthenticated");
    let list = browser.open("/v1/assistants").await.json(200);
    assert_eq!(list["assistants"], json!([]));
    let history = browser.open("/v1/history").await.json(200);
    let named = history["changes"].as_array().unwrap().iter();
    assert!(
        named
            .map(|change| &change["actor"]["credential_name"])
            .any(|name| name == "Assistant")
    );
}

#[tokio::test]
async fn the_token_of_an_assistant_opens_mcp_and_nothing_else() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    let tokens = browser.connect("tasks:admin").await;
    for name in ["access_token", "refresh_token"] {
        let token = tokens[name].as_str().unwrap();
        for path in [
            "/v1/tasks",
            "/v1/me",
            "/v1/tokens",
            "/v1/assistants",
            "/v1/events",
        ] {
            let request = Request::get(path)
                .header("host", HOST)
                .header("authorization", format!("Bearer {token}"));
            let answer = server.send(request.body(Body::empty()).unwrap()).await;
            answer.problem(401, "unauthenticated");
        }
    }
    let refresh = tokens["refresh_token"].as_str().unwrap();
    let answer = mcp(&server, refresh, "get_overview", json!({})).await;
    answer.problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_token_for_one_address_is_none_at_another() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    let tokens = browser.connect("tasks:read").await;
    let secret = tokens["access_token"].as_str().unwrap();
    let at = async |resource| {
        let proof = Proof::Assistant { secret, resource };
        server.app.authenticate(proof).await.is_ok()
    };
    // Also when what is good was seen a moment ago.
    for (resource, good) in [
        ("https://other.example/mcp", false),
        (RESOURCE, true),
        ("https://other.example/mcp", false),
        ("https://todo.example.org", false),
        ("", false),
    ] {
        assert_eq!(at(resource).await, good, "{resource}");
    }
}

#[tokio::test]
async fn a_person_may_allow_less_than_is_asked_for() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    let answer = browser.decide(&query(&[]), "allow", "tasks:read").await;
    let tokens = exchange(&server, &answered(&answer)["code"], &[])
        .await
        .json(200);
    assert_eq!(tokens["scope"], "tasks:read");
    let access = tokens["access_token"].as_str().unwrap();
    mcp(&server, access, "get_overview", json!({}))
        .await
        .json(200);
    let refused = mcp(&server, access, "add_tasks", json!({"text": "x"})).await;
    refused.problem(403, "insufficient_scope");
    let challenge = refused.header("www-authenticate");
    assert!(
        challenge.contains("error=\"insufficient_scope\", scope=\"tasks:write\""),
        "{challenge}"
    );
    assert!(challenge.contains("resource_metadata="), "{challenge}");

    // And never more.
    let asked = query(&[("scope", "tasks:read")]);
    let answer = browser.decide(&asked, "allow", "tasks:admin").await;
    let tokens = exchange(&server, &answered(&answer)["code"], &[])
        .await
        .json(200);
    assert_eq!(tokens["scope"], "tasks:read");
}

#[tokio::test]
async fn a_no_is_answered_and_gives_nothing() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    for decision in ["deny", "", "Allow"] {
        let answer = browser.decide(&query(&[]), decision, "tasks:write").await;
        let pairs = answered(&answer);
        assert_eq!(pairs["error"], "access_denied");
        assert_eq!(pairs["iss"], ISSUER);
        assert!(!pairs.contains_key("code"));
    }
}

#[tokio::test]
async fn whoever_is_not_signed_in_signs_in_on_the_way_without_a_script() {
    let server = TestApp::with(options).await;
    server.person("ada").await;
    let asked = query(&[]);
    let answer = get(&server, &format!("/oauth/authorize?{asked}"), HOST).await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.header("location"), format!("/oauth/sign-in?{asked}"));
    let page = get(&server, answer.header("location"), HOST).await;
    let request = field(&page.text, "request");
    assert_eq!(request, asked);
    let sign_in = async |password: &str, site: &str| {
        let fields = [
            ("request", asked.as_str()),
            ("email", "ada@example.org"),
            ("password", password),
        ];
        form(
            &server,
            "/oauth/sign-in",
            &fields,
            &[("sec-fetch-site", site)],
        )
        .await
    };
    let wrong = sign_in("wrong-password", "same-origin").await;
    assert_eq!(wrong.status, 401);
    assert!(wrong.text.contains("password is wrong"), "{}", wrong.text);
    sign_in(crate::support::PASSWORD, "cross-site")
        .await
        .problem(403, "cross_site");
    let right = sign_in(crate::support::PASSWORD, "same-origin").await;
    assert_eq!(right.status, 303, "{}", right.text);
    assert_eq!(
        right.header("location"),
        format!("/oauth/authorize?{asked}")
    );
    let browser = Browser {
        server: &server,
        cookie: right.cookie(),
    };
    browser.code(&asked).await;
    // Whoever has been signed in otherwise meanwhile reloads the page and goes on.
    let reloaded = browser.open(&format!("/oauth/sign-in?{asked}")).await;
    assert_eq!(reloaded.header("location"), right.header("location"));
}

#[tokio::test]
async fn only_our_own_page_in_the_same_browser_can_say_yes() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    let asked = query(&[]);
    let page = browser.open(&format!("/oauth/authorize?{asked}")).await;
    let seal = field(&page.text, "seal");
    let good = [
        ("request", asked.as_str()),
        ("seal", &seal),
        ("scope", "tasks:read"),
        ("decision", "allow"),
    ];
    for site in ["cross-site", "same-site", "none"] {
        let headers = [
            ("sec-fetch-site", site),
            ("cookie", browser.cookie.as_str()),
        ];
        form(&server, "/oauth/authorize", &good, &headers)
            .await
            .problem(403, "cross_site");
    }
    let headers = [
        ("origin", "https://evil.example"),
        ("cookie", browser.cookie.as_str()),
    ];
    form(&server, "/oauth/authorize", &good, &headers)
        .await
        .problem(403, "cross_site");
    // A seal of another request, of another browser, and none.
    let more = query(&[("scope", "tasks:admin")]);
    let other = Browser::new(&server).await;
    let page = other.open(&format!("/oauth/authorize?{asked}")).await;
    let foreign = field(&page.text, "seal");
    for (request, seal) in [
        (more.as_str(), seal.as_str()),
        (&asked, &foreign),
        (&asked, ""),
    ] {
        let fields = [
            ("request", request),
            ("seal", seal),
            ("scope", "tasks:read"),
            ("decision", "allow"),
        ];
        let answer = browser.submit("/oauth/authorize", &fields).await;
        assert_eq!(answer.status, 403, "{}", answer.text);
        assert_eq!(answer.header("location"), "");
    }
    let answer = browser.submit("/oauth/authorize", &good).await;
    assert_eq!(answer.status, 303);
}

#[tokio::test]
async fn a_token_is_no_person_who_could_say_yes() {
    let server = TestApp::with(options).await;
    let ada = server.person("ada").await;
    let request = ada.request(Method::GET, &format!("/oauth/authorize?{}", query(&[])));
    let answer = server
        .send(request.header("host", HOST).body(Body::empty()).unwrap())
        .await;
    assert!(
        answer.header("location").starts_with("/oauth/sign-in?"),
        "{answer:?}"
    );
}

#[tokio::test]
async fn a_request_whose_program_or_address_is_not_sure_is_answered_to_the_person_only() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    for change in [
        ("client_id", ""),
        ("client_id", "nobody"),
        ("client_id", "https://nowhere.example/client.json"),
        ("client_id", "https://evil.example/claimed.json"),
        ("client_id", "https://evil.example/large.json"),
        ("client_id", "https://127.0.0.1/client.json"),
        ("client_id", "http://assistant.example/client.json"),
        ("redirect_uri", ""),
        ("redirect_uri", "https://evil.example/callback"),
        ("redirect_uri", "https://assistant.example/callback/more"),
        ("redirect_uri", "https://assistant.example/callback?more=1"),
        (
            "redirect_uri",
            "https://assistant.example.evil.example/callback",
        ),
        ("redirect_uri", "javascript:alert(1)"),
    ] {
        let answer = browser
            .open(&format!("/oauth/authorize?{}", query(&[change])))
            .await;
        assert_eq!(answer.status, 400, "{change:?}: {}", answer.text);
        assert_eq!(answer.header("location"), "", "{change:?}");
    }
    let twice = format!("{}&redirect_uri=https%3A%2F%2Fevil.example%2F", query(&[]));
    let answer = browser.open(&format!("/oauth/authorize?{twice}")).await;
    assert_eq!(answer.status, 400);
}

#[tokio::test]
async fn what_else_is_wrong_is_told_to_the_program() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    for (change, error) in [
        (("response_type", "token"), "unsupported_response_type"),
        (("code_challenge", ""), "invalid_request"),
        (("code_challenge_method", "plain"), "invalid_request"),
        (("code_challenge_method", ""), "invalid_request"),
        (("scope", "tasks:everything"), "invalid_scope"),
        (("resource", "https://other.example/mcp"), "invalid_target"),
        (("resource", ISSUER), "invalid_target"),
    ] {
        let answer = browser
            .open(&format!("/oauth/authorize?{}", query(&[change])))
            .await;
        let pairs = answered(&answer);
        assert!(
            answer.header("location").starts_with(CALLBACK),
            "{answer:?}"
        );
        assert_eq!(pairs["error"], error, "{change:?}");
        assert_eq!(
            (pairs["state"].as_str(), pairs["iss"].as_str()),
            ("s&=t", ISSUER)
        );
    }
}

#[tokio::test]
async fn a_program_on_this_computer_is_answered_on_any_port_and_the_page_says_so() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    for (uri, words, source) in [
        (
            "http://127.0.0.1:53124/callback",
            "a program on this computer",
            "http://127.0.0.1:53124",
        ),
        ("assistant://callback", "assistant:", "assistant:"),
    ] {
        let asked = query(&[("redirect_uri", uri)]);
        let page = browser.open(&format!("/oauth/authorize?{asked}")).await;
        assert!(page.text.contains(words), "{}", page.text);
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains(&format!("form-action 'self' {source};")),
            "{policy}"
        );
        let code = browser.code(&asked).await;
        exchange(&server, &code, &[("redirect_uri", uri)])
            .await
            .json(200);
    }
}

#[tokio::test]
async fn the_name_of_a_program_is_text_on_the_page() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    let evil = [
        ("client_id", "https://evil.example/client.json"),
        ("state", "\"><script>alert(1)</script>"),
    ];
    let page = browser
        .open(&format!("/oauth/authorize?{}", query(&evil)))
        .await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(
        page.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"),
        "{}",
        page.text
    );
    assert!(
        !page.text.contains("<script") && !page.text.contains("<img"),
        "{}",
        page.text
    );
}

#[tokio::test]
async fn a_program_registers_itself_only_where_that_is_allowed() {
    let closed = TestApp::with(options).await;
    let body = json!({"redirect_uris": ["http://127.0.0.1:3000/callback"], "client_name": "CLI"});
    let register = async |server: &TestApp, body: &Value| {
        server
            .anonymous_with(
                Method::POST,
                "/oauth/register",
                body.clone(),
                &[("host", HOST)],
            )
            .await
    };
    register(&closed, &body).await.problem(404, "not_found");

    let server = TestApp::with(|given| {
        options(given);
        given.oauth_registration = true;
    })
    .await;
    let path = "/.well-known/oauth-authorization-server";
    let metadata = get(&server, path, HOST).await.json(200);
    assert_eq!(
        metadata["registration_endpoint"],
        format!("{ISSUER}/oauth/register")
    );
    let registered = register(&server, &body).await.json(201);
    assert_eq!(registered["token_endpoint_auth_method"], "none");
    let id = registered["client_id"].as_str().unwrap();
    let uri = "http://127.0.0.1:53124/callback";
    let asked = query(&[("client_id", id), ("redirect_uri", uri)]);
    let browser = Browser::new(&server).await;
    let page = browser.open(&format!("/oauth/authorize?{asked}")).await;
    assert!(
        page.text.contains("nobody has checked that name"),
        "{}",
        page.text
    );
    let code = browser.code(&asked).await;
    let changes = [("client_id", id), ("redirect_uri", uri)];
    exchange(&server, &code, &changes).await.json(200);

    for (body, error) in [
        (json!({}), "invalid_client_metadata"),
        (json!({"redirect_uris": []}), "invalid_redirect_uri"),
        (
            json!({"redirect_uris": ["http://a.example/"]}),
            "invalid_redirect_uri",
        ),
        (
            json!({"redirect_uris": ["javascript:alert(1)"]}),
            "invalid_redirect_uri",
        ),
    ] {
        assert_eq!(
            register(&server, &body).await.json(400)["error"],
            error,
            "{body}"
        );
    }
}
