//! Signing up and in, passwords, the end of an account.

use app::account::SignUp;
use axum::http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::support::{PASSWORD, TestApp};

fn sign_up(email: &str) -> Value {
    json!({"email": email, "password": PASSWORD, "name": "Ada", "zone": "Europe/Berlin"})
}

async fn story_of_an_account(server: TestApp) {
    let answer = server
        .anonymous(
            Method::POST,
            "/v1/auth/sign-up",
            Some(sign_up("Ada@Example.org")),
        )
        .await;
    let me = answer.json(201);
    assert_eq!(me["email"], "Ada@Example.org");
    assert_eq!(me["time_zone"], "Europe/Berlin");
    assert!(
        answer
            .header("set-cookie")
            .contains("HttpOnly; SameSite=Lax")
    );

    let taken = server
        .anonymous(
            Method::POST,
            "/v1/auth/sign-up",
            Some(sign_up("ada@example.ORG")),
        )
        .await;
    taken.problem_at(409, "taken", "/email");

    let wrong = json!({"email": "ada@example.org", "password": "nope"});
    server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(wrong))
        .await
        .problem(401, "wrong_credentials");
    let unknown = json!({"email": "bob@example.org", "password": "nope"});
    server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(unknown))
        .await
        .problem(401, "wrong_credentials");
    let right = json!({"email": "ADA@example.org", "password": PASSWORD});
    let again = server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(right))
        .await;
    assert_eq!(again.json(200)["id"], me["id"]);
}

#[tokio::test]
async fn an_account_is_made_and_signed_in_on_sqlite() {
    story_of_an_account(TestApp::new().await).await;
}

#[tokio::test]
async fn an_account_is_made_and_signed_in_on_postgres() {
    story_of_an_account(TestApp::on_postgres().await).await;
}

#[tokio::test]
async fn closed_sign_up_lets_nobody_in() {
    let server = TestApp::with(|options| options.sign_up = SignUp::Closed).await;
    let answer = server
        .anonymous(
            Method::POST,
            "/v1/auth/sign-up",
            Some(sign_up("ada@example.org")),
        )
        .await;
    answer.problem(403, "sign_up_closed");
}

#[tokio::test]
async fn an_invite_lets_one_person_in() {
    let server = TestApp::with(|options| options.sign_up = SignUp::Invite).await;
    let owner = server.person("owner").await;
    let missing = server
        .anonymous(
            Method::POST,
            "/v1/auth/sign-up",
            Some(sign_up("ada@example.org")),
        )
        .await;
    missing.problem_at(422, "invalid_field", "/invite");

    let invite = owner
        .post("/v1/invites", json!({"email": "ada@example.org"}))
        .await
        .json(201)["invite"]
        .clone();
    let mut other = sign_up("bob@example.org");
    other["invite"] = invite.clone();
    server
        .anonymous(Method::POST, "/v1/auth/sign-up", Some(other))
        .await
        .problem_at(422, "invalid_field", "/invite");
    let mut invited = sign_up("ada@example.org");
    invited["invite"] = invite.clone();
    server
        .anonymous(Method::POST, "/v1/auth/sign-up", Some(invited))
        .await
        .json(201);
    let mut twice = sign_up("eve@example.org");
    twice["invite"] = invite;
    server
        .anonymous(Method::POST, "/v1/auth/sign-up", Some(twice))
        .await
        .problem_at(422, "invalid_field", "/invite");
}

#[tokio::test]
async fn what_cannot_be_an_account_is_refused_by_its_field() {
    let server = TestApp::new().await;
    for (field, value) in [
        ("email", json!("not an address")),
        ("password", json!("password1")),
        ("name", json!("  ")),
        ("zone", json!("Mars/Olympus")),
    ] {
        let mut body = sign_up("ada@example.org");
        body[field] = value;
        let answer = server
            .anonymous(Method::POST, "/v1/auth/sign-up", Some(body))
            .await;
        answer.problem_at(422, "invalid_field", &format!("/{field}"));
    }
}

async fn fail(server: &TestApp, email: &str) -> crate::support::Answer {
    let body = json!({"email": email, "password": "guess"});
    server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(body))
        .await
}

#[tokio::test]
async fn failures_lock_an_account_for_a_while_whether_it_exists_or_not() {
    for email in ["ada@example.org", "nobody@example.org"] {
        let server = TestApp::new().await;
        server.person("ada").await;
        for spelling in [
            email,
            &email.to_uppercase(),
            &format!(" {email} "),
            email,
            email,
        ] {
            fail(&server, spelling)
                .await
                .problem(401, "wrong_credentials");
        }
        let locked = fail(&server, email).await;
        locked.problem(429, "locked");
        assert_eq!(locked.header("retry-after"), "30");
        let right = json!({"email": email, "password": PASSWORD});
        let answer = server
            .anonymous(Method::POST, "/v1/auth/sign-in", Some(right.clone()))
            .await;
        answer.problem(429, "locked");

        server.clock.advance(SignedDuration::from_secs(31));
        let later = server
            .anonymous(Method::POST, "/v1/auth/sign-in", Some(right))
            .await;
        let expected = if email.starts_with("ada") { 200 } else { 401 };
        assert_eq!(later.status.as_u16(), expected, "{}", later.text);
    }
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_replaces_the_old_one() {
    let server = TestApp::new().await;
    let signed_up = server
        .anonymous(
            Method::POST,
            "/v1/auth/sign-up",
            Some(sign_up("ada@example.org")),
        )
        .await;
    let (here, there) = (signed_up.cookie(), {
        let body = json!({"email": "ada@example.org", "password": PASSWORD});
        server
            .anonymous(Method::POST, "/v1/auth/sign-in", Some(body))
            .await
            .cookie()
    });
    let change =
        |current: &str, new: &str| json!({"current_password": current, "new_password": new});
    let path = "/v1/me/password";
    crate::browsers::post(
        &server,
        path,
        &here,
        change("wrong", "quartz-lantern-sieve-04"),
    )
    .await
    .problem(401, "wrong_credentials");
    crate::browsers::post(&server, path, &here, change(PASSWORD, "qwerty"))
        .await
        .problem_at(422, "invalid_field", "/password");
    crate::browsers::get(&server, "/v1/me", &there)
        .await
        .json(200);
    crate::browsers::post(
        &server,
        path,
        &here,
        change(PASSWORD, "quartz-lantern-sieve-04"),
    )
    .await
    .json(204);

    crate::browsers::get(&server, "/v1/me", &here)
        .await
        .json(200);
    crate::browsers::get(&server, "/v1/me", &there)
        .await
        .problem(401, "unauthenticated");
    let old = json!({"email": "ada@example.org", "password": PASSWORD});
    server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(old))
        .await
        .problem(401, "wrong_credentials");
    let new = json!({"email": "ada@example.org", "password": "quartz-lantern-sieve-04"});
    server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(new))
        .await
        .json(200);
}

async fn story_of_the_end(server: TestApp) {
    let ada = server.person("ada").await;
    let bob = server.person("bob").await;
    ada.add(json!({"title": "rent", "due": "2026-12-01", "tags": ["home"], "project": "House"}))
        .await;
    ada.post("/v1/chat", json!({"message": "add milk"})).await;
    bob.task("bread").await;

    ada.call(Method::DELETE, "/v1/me", json!({}))
        .await
        .problem(401, "wrong_credentials");
    ada.call(Method::DELETE, "/v1/me", json!({"password": PASSWORD}))
        .await
        .json(204);
    ada.get("/v1/me").await.problem(401, "unauthenticated");
    assert_eq!(
        bob.get("/v1/tasks").await.json(200)["tasks"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    // The address is free again.
    server.person("ada").await;
}

#[tokio::test]
async fn a_deleted_account_takes_everything_with_it_on_sqlite() {
    story_of_the_end(TestApp::new().await).await;
}

#[tokio::test]
async fn a_deleted_account_takes_everything_with_it_on_postgres() {
    story_of_the_end(TestApp::on_postgres().await).await;
}

#[tokio::test]
async fn a_local_owner_without_password_deletes_by_a_clear_word() {
    let server = TestApp::new().await;
    let owner = server.app.local_owner().await.unwrap();
    let token = server.token(&owner, domain::actor::Scope::Admin).await;
    let owner = crate::support::Person {
        server: &server,
        actor: owner,
        token,
    };
    owner
        .call(Method::DELETE, "/v1/me", json!({}))
        .await
        .problem_at(422, "invalid_field", "/confirm");
    owner
        .call(
            Method::DELETE,
            "/v1/me",
            json!({"confirm": "delete everything"}),
        )
        .await
        .json(204);
    // The next use of this machine founds a new account.
    assert_ne!(
        server.app.local_owner().await.unwrap().user,
        owner.actor.user
    );
}

#[tokio::test]
async fn the_local_owner_stays_the_same_and_may_take_an_address_and_a_password() {
    let server = TestApp::new().await;
    let first = server.app.local_owner().await.unwrap();
    assert_eq!(server.app.local_owner().await.unwrap(), first);
    let token = server.token(&first, domain::actor::Scope::Admin).await;
    let owner = crate::support::Person {
        server: &server,
        actor: first,
        token,
    };
    let alone = json!({"new_password": PASSWORD});
    owner
        .post("/v1/me/password", alone)
        .await
        .problem_at(422, "invalid_field", "/email");
    let both = json!({"new_password": PASSWORD, "email": "me@example.org"});
    owner.post("/v1/me/password", both).await.json(204);
    let body = json!({"email": "me@example.org", "password": PASSWORD});
    server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(body))
        .await
        .json(200);
}

#[tokio::test]
async fn settings_are_changed_one_by_one_and_faults_are_named() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let changed = ada
        .patch(
            "/v1/me",
            json!({"name": "Ada L.", "week_start": "sunday", "day_parts": {"morning": "07:30"}}),
        )
        .await;
    let me = changed.json(200);
    assert_eq!(me["name"], "Ada L.");
    assert_eq!(me["week_start"], "sunday");
    assert_eq!(me["day_parts"]["morning"], "07:30");
    assert_eq!(me["day_parts"]["evening"], "19:00");
    assert_eq!(me["time_zone"], "Europe/Berlin");
    ada.patch("/v1/me", json!({"time_zone": "Mars/Olympus"}))
        .await
        .problem_at(422, "invalid_field", "/time_zone");
    ada.patch("/v1/me", json!({"week_start": "someday"}))
        .await
        .problem_at(422, "invalid_field", "/week_start");
    ada.patch("/v1/me", json!({"email": "x@example.org"}))
        .await
        .problem_at(422, "unknown_field", "/email");
}

#[tokio::test]
async fn a_new_zone_takes_floating_reminders_along() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let task = ada
        .add(json!({"title": "stand up", "due": "2026-12-01T09:00"}))
        .await;
    assert_eq!(task["reminders"][0]["next_at"], "2026-12-01T08:00:00Z");
    ada.patch("/v1/me", json!({"time_zone": "America/New_York"}))
        .await
        .json(200);
    let task = ada
        .get(&format!("/v1/tasks/{}", task["id"].as_str().unwrap()))
        .await
        .json(200);
    assert_eq!(task["reminders"][0]["next_at"], "2026-12-01T14:00:00Z");
}
