//! Tokens of assistants: given once, renewed once, and ended by whatever looks like theft.

use axum::http::Method;
use domain::actor::Scope;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::connecting::{Browser, exchange, form, mcp, options, query};
use crate::support::{Answer, LogTap, PASSWORD, TestApp};

async fn refresh(server: &TestApp, token: &str, more: &[(&str, &str)]) -> Answer {
    let mut fields = vec![
        ("grant_type", "refresh_token"),
        ("refresh_token", token),
        ("client_id", crate::connecting::CLIENT),
    ];
    fields.retain(|(name, _)| more.iter().all(|(changed, _)| changed != name));
    fields.extend_from_slice(more);
    form(server, "/oauth/token", &fields, &[]).await
}

fn token<'a>(tokens: &'a Value, name: &str) -> &'a str {
    tokens[name].as_str().unwrap()
}

async fn works(server: &TestApp, tokens: &Value) -> bool {
    let access = token(tokens, "access_token");
    let answer = mcp(server, access, "get_overview", json!({})).await;
    answer.status == 200
}

async fn connected(browser: &Browser<'_>) -> usize {
    let list = browser.open("/v1/assistants").await.json(200);
    list["assistants"].as_array().unwrap().len()
}

/// Runs each of these functions on both databases.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test]
            async fn $name() {
                super::$name(super::TestApp::with(super::options).await).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test]
            async fn $name() {
                super::$name(super::TestApp::on_postgres_with(super::options).await).await;
            })+
        }
    };
}

on_both!(
    a_code_is_good_for_the_program_that_asked_only,
    a_code_is_good_for_a_minute,
    a_code_that_comes_twice_disconnects_the_assistant,
    a_refresh_token_is_good_once_and_one_that_comes_twice_disconnects_the_assistant,
    a_refresh_token_gives_no_more_than_was_agreed_to,
    an_access_token_lasts_an_hour_and_an_unused_assistant_thirty_days,
    any_token_of_an_assistant_ends_it,
    a_disabled_account_has_no_assistants,
    two_that_exchange_the_same_code_get_one_pair_of_tokens,
);

async fn a_code_is_good_for_the_program_that_asked_only(server: TestApp) {
    let browser = Browser::new(&server).await;
    let code = browser.code(&query(&[])).await;
    for (change, error) in [
        (
            (
                "code_verifier",
                "wrong-verifier-wrong-verifier-wrong-verifier",
            ),
            "invalid_grant",
        ),
        (("code_verifier", ""), "invalid_request"),
        (
            ("client_id", "https://other.example/client.json"),
            "invalid_grant",
        ),
        (("client_id", ""), "invalid_request"),
        (
            ("redirect_uri", "https://assistant.example/other"),
            "invalid_grant",
        ),
        (("redirect_uri", ""), "invalid_request"),
        (("resource", "https://other.example/mcp"), "invalid_target"),
        (("code", "wrong"), "invalid_grant"),
        (("code", ""), "invalid_request"),
        (("grant_type", "password"), "unsupported_grant_type"),
        (("grant_type", ""), "invalid_request"),
    ] {
        let answer = exchange(&server, &code, &[change]).await.json(400);
        assert_eq!(answer["error"], error, "{change:?}");
        assert!(answer["error_description"].is_string(), "{change:?}");
    }
    assert_eq!(connected(&browser).await, 0);
    let tokens = exchange(&server, &code, &[]).await.json(200);
    assert!(works(&server, &tokens).await);
}

async fn a_code_is_good_for_a_minute(server: TestApp) {
    let browser = Browser::new(&server).await;
    let code = browser.code(&query(&[])).await;
    server.clock.advance(SignedDuration::from_secs(60));
    let answer = exchange(&server, &code, &[]).await.json(400);
    assert_eq!(answer["error"], "invalid_grant");
    assert_eq!(connected(&browser).await, 0);
}

async fn a_code_that_comes_twice_disconnects_the_assistant(server: TestApp) {
    let browser = Browser::new(&server).await;
    let code = browser.code(&query(&[])).await;
    let tokens = exchange(&server, &code, &[]).await.json(200);
    // Somebody who has the code but not the verifier does no harm.
    let wrong = [(
        "code_verifier",
        "wrong-verifier-wrong-verifier-wrong-verifier",
    )];
    exchange(&server, &code, &wrong).await.json(400);
    assert!(works(&server, &tokens).await);

    let again = exchange(&server, &code, &[]).await.json(400);
    assert_eq!(again["error"], "invalid_grant");
    assert!(!works(&server, &tokens).await);
    assert_eq!(connected(&browser).await, 0);
    let answer = refresh(&server, token(&tokens, "refresh_token"), &[]).await;
    assert_eq!(answer.json(400)["error"], "invalid_grant");
}

async fn a_refresh_token_is_good_once_and_one_that_comes_twice_disconnects_the_assistant(
    server: TestApp,
) {
    let browser = Browser::new(&server).await;
    let first = browser.connect("tasks:write").await;
    let other = browser.connect("tasks:write").await;
    let second = refresh(&server, token(&first, "refresh_token"), &[])
        .await
        .json(200);
    assert_ne!(first["access_token"], second["access_token"]);
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    let third = refresh(&server, token(&second, "refresh_token"), &[])
        .await
        .json(200);
    assert!(works(&server, &third).await);
    assert_eq!(connected(&browser).await, 2);

    let again = refresh(&server, token(&first, "refresh_token"), &[]).await;
    assert_eq!(again.json(400)["error"], "invalid_grant");
    for tokens in [&first, &second, &third] {
        assert!(!works(&server, tokens).await);
        let answer = refresh(&server, token(tokens, "refresh_token"), &[]).await;
        assert_eq!(answer.json(400)["error"], "invalid_grant");
    }
    assert!(works(&server, &other).await);
    assert_eq!(connected(&browser).await, 1);
}

async fn a_refresh_token_gives_no_more_than_was_agreed_to(server: TestApp) {
    let browser = Browser::new(&server).await;
    let tokens = browser.connect("tasks:write").await;
    let held = token(&tokens, "refresh_token");
    for (more, error) in [
        (("scope", "tasks:admin"), "invalid_scope"),
        (("scope", "tasks:everything"), "invalid_scope"),
        (("resource", "https://other.example/mcp"), "invalid_target"),
        (
            ("client_id", "https://other.example/client.json"),
            "invalid_grant",
        ),
        (
            ("refresh_token", token(&tokens, "access_token")),
            "invalid_grant",
        ),
    ] {
        let answer = refresh(&server, held, &[more]).await.json(400);
        assert_eq!(answer["error"], error, "{more:?}");
    }
    // Less is fine, and the next one may be all of it again.
    let less = refresh(&server, held, &[("scope", "tasks:read")])
        .await
        .json(200);
    assert_eq!(less["scope"], "tasks:read");
    let access = token(&less, "access_token");
    let refused = mcp(&server, access, "add_tasks", json!({"text": "x"})).await;
    refused.problem(403, "insufficient_scope");
    let all = refresh(&server, token(&less, "refresh_token"), &[])
        .await
        .json(200);
    assert_eq!(all["scope"], "tasks:read tasks:write");
}

async fn an_access_token_lasts_an_hour_and_an_unused_assistant_thirty_days(server: TestApp) {
    let browser = Browser::new(&server).await;
    let first = browser.connect("tasks:write").await;
    assert_eq!(first["expires_in"], 3600);
    server.clock.advance(SignedDuration::from_mins(60));
    assert!(!works(&server, &first).await);
    let second = refresh(&server, token(&first, "refresh_token"), &[])
        .await
        .json(200);
    assert!(works(&server, &second).await);
    server.clock.advance(SignedDuration::from_hours(29 * 24));
    let browser = Browser::new(&server).await;
    assert_eq!(connected(&browser).await, 1);
    let third = refresh(&server, token(&second, "refresh_token"), &[])
        .await
        .json(200);
    server.clock.advance(SignedDuration::from_hours(30 * 24));
    let answer = refresh(&server, token(&third, "refresh_token"), &[]).await;
    assert_eq!(answer.json(400)["error"], "invalid_grant");
    let browser = Browser::new(&server).await;
    assert_eq!(connected(&browser).await, 0);
}

async fn any_token_of_an_assistant_ends_it(server: TestApp) {
    let browser = Browser::new(&server).await;
    for name in ["access_token", "refresh_token"] {
        let tokens = browser.connect("tasks:write").await;
        assert!(works(&server, &tokens).await);
        let revoke = async |client: &str| {
            let fields = [("token", token(&tokens, name)), ("client_id", client)];
            let answer = form(&server, "/oauth/revoke", &fields, &[]).await;
            assert_eq!(answer.json(200), json!({}));
        };
        revoke("https://other.example/client.json").await;
        assert!(works(&server, &tokens).await);
        revoke(crate::connecting::CLIENT).await;
        assert!(!works(&server, &tokens).await);
        let answer = refresh(&server, token(&tokens, "refresh_token"), &[]).await;
        assert_eq!(answer.json(400)["error"], "invalid_grant");
        revoke(crate::connecting::CLIENT).await;
    }
    assert_eq!(connected(&browser).await, 0);
    let unknown = form(&server, "/oauth/revoke", &[("token", "unknown")], &[]).await;
    unknown.json(200);
}

async fn a_disabled_account_has_no_assistants(server: TestApp) {
    server.person("ada").await;
    let account = json!({"email": "ada@example.org", "password": PASSWORD});
    let signed_in = server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(account))
        .await;
    let browser = Browser {
        server: &server,
        cookie: signed_in.cookie(),
    };
    let tokens = browser.connect("tasks:write").await;
    let code = browser.code(&query(&[])).await;
    assert!(works(&server, &tokens).await);
    server
        .app
        .set_disabled("ada@example.org", true)
        .await
        .unwrap();
    assert!(!works(&server, &tokens).await);
    let answer = refresh(&server, token(&tokens, "refresh_token"), &[]).await;
    assert_eq!(answer.json(400)["error"], "invalid_grant");
    let answer = exchange(&server, &code, &[]).await;
    assert_eq!(answer.json(400)["error"], "invalid_grant");
}

async fn two_that_exchange_the_same_code_get_one_pair_of_tokens(server: TestApp) {
    let browser = Browser::new(&server).await;
    let code = browser.code(&query(&[])).await;
    let (one, two) = tokio::join!(exchange(&server, &code, &[]), exchange(&server, &code, &[]));
    let given = [one, two].into_iter().filter(|answer| answer.status == 200);
    assert_eq!(given.count(), 1);
}

#[tokio::test]
async fn an_assistant_is_disconnected_by_another_process_within_a_second() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    let tokens = browser.connect("tasks:write").await;
    assert!(works(&server, &tokens).await);
    let other = server.another_process().await;
    let owner = other.local_owner().await.unwrap();
    let id = other.assistants(&owner).await.unwrap()[0].id;
    let id = domain::TokenId::new(id);
    other.revoke_assistant(&owner, id, None).await.unwrap();
    let began = std::time::Instant::now();
    while works(&server, &tokens).await {
        assert!(began.elapsed() < std::time::Duration::from_secs(3));
        tokio::task::yield_now().await;
    }
    assert!(began.elapsed() < std::time::Duration::from_millis(1_500));
}

#[tokio::test]
async fn an_assistant_belongs_to_whoever_connected_it() {
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    let tokens = browser.connect("tasks:write").await;
    let list = browser.open("/v1/assistants").await.json(200);
    let path = format!(
        "/v1/assistants/{}",
        list["assistants"][0]["id"].as_str().unwrap()
    );
    let eve = server.person("eve").await;
    assert_eq!(
        eve.get("/v1/assistants").await.json(200)["assistants"],
        json!([])
    );
    eve.delete(&path).await.problem(404, "not_found");
    let writer = crate::support::Person {
        server: &server,
        actor: eve.actor.clone(),
        token: server.token(&eve.actor, Scope::Write).await,
    };
    writer.get("/v1/assistants").await.problem(403, "forbidden");
    assert!(works(&server, &tokens).await);
}

#[tokio::test]
async fn neither_the_log_nor_the_database_has_a_secret_of_an_assistant() {
    let log = LogTap::open();
    let server = TestApp::with(options).await;
    let browser = Browser::new(&server).await;
    let code = browser.code(&query(&[])).await;
    let tokens = exchange(&server, &code, &[]).await.json(200);
    let next = refresh(&server, token(&tokens, "refresh_token"), &[])
        .await
        .json(200);
    works(&server, &next).await;
    refresh(&server, token(&tokens, "refresh_token"), &[])
        .await
        .json(400);
    let secrets = [
        code.as_str(),
        token(&tokens, "access_token"),
        token(&tokens, "refresh_token"),
        token(&next, "access_token"),
        token(&next, "refresh_token"),
        crate::connecting::VERIFIER,
    ];
    let logged = log.close();
    let stored = server.stored();
    for secret in secrets {
        assert!(!logged.contains(secret), "{secret} is in the log");
        let is_stored = stored
            .windows(secret.len())
            .any(|bytes| bytes == secret.as_bytes());
        assert!(!is_stored, "{secret} is in the database");
    }
    assert!(
        logged.contains("a refresh token was used twice"),
        "{logged}"
    );
}
