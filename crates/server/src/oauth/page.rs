//! The pages that a person sees: plain HTML without a script, which no other page may frame.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use domain::actor::Scope;
use maud::{DOCTYPE, Markup, html};
use url::Url;

use super::client::Client;
use super::redirect::{is_this_machine, source};
use super::scope;

/// What a person is asked.
pub(super) struct Question<'a> {
    pub(super) client: &'a Client,
    /// Where the answer goes.
    pub(super) answered_at: &'a Url,
    /// The most that is asked for.
    pub(super) scope: Scope,
    /// Who is signed in.
    pub(super) person: &'a str,
    /// The request as it came.
    pub(super) request: &'a str,
    /// What proves that this page was shown to this browser for this request.
    pub(super) seal: &'a str,
}

/// Asks a person whether an assistant may.
pub(super) fn consent(question: &Question<'_>) -> Response {
    let Question {
        client,
        scope: most,
        ..
    } = question;
    let name = &client.name;
    let choices = scope::ALL.iter().rev().map(|(_, scope)| *scope);
    let body = html! {
        h1 { "Let " (name) " use saydo?" }
        p { (vouched(client)) " " (destination(question.answered_at)) }
        p { "You are signed in as " strong { (question.person) } ". It will work in your personal space." }
        form method="post" action="/oauth/authorize" {
            input type="hidden" name="request" value=(question.request);
            input type="hidden" name="seal" value=(question.seal);
            fieldset {
                legend { "What it may do" }
                @for scope in choices.filter(|scope| scope <= most) {
                    @let (title, detail) = scope::words(scope);
                    label.choice {
                        input type="radio" name="scope" value=(scope::name(scope)) checked[scope == *most];
                        span { (title) }
                        span.quiet { (detail) }
                    }
                }
            }
            div.buttons {
                button.yes type="submit" name="decision" value="allow" { "Allow" }
                button type="submit" name="decision" value="deny" { "Cancel" }
            }
        }
        p.quiet { "You can disconnect it, and undo what it did, at any time." }
    };
    let leads_to = format!("'self' {}", source(question.answered_at));
    page(StatusCode::OK, "Connect an assistant", &leads_to, &body)
}

fn vouched(client: &Client) -> Markup {
    html! {
        @if let Some(host) = &client.host {
            "It is described at " strong { (host) } "."
        } @else {
            "It has named itself, and nobody has checked that name. Allow it only if you have just "
            "connected it yourself."
        }
    }
}

fn destination(url: &Url) -> Markup {
    html! {
        @if is_this_machine(url) {
            "The answer goes to a program on this computer."
        } @else if matches!(url.scheme(), "http" | "https") {
            "The answer goes to " strong { (url.host_str().unwrap_or_default()) } "."
        } @else {
            "The answer goes to the program on this device that opens "
            strong { (url.scheme()) ":" } " links."
        }
    }
}

/// Asks a person to sign in. `wrong` is what was wrong with the last attempt.
pub(super) fn sign_in(request: &str, email: &str, wrong: Option<&str>) -> Response {
    let body = html! {
        h1 { "Sign in to saydo" }
        p { "An assistant wants to be connected to your saydo. Sign in first; nothing is allowed by that yet." }
        @if let Some(wrong) = wrong { p.wrong role="alert" { (wrong) } }
        form method="post" action="/oauth/sign-in" {
            input type="hidden" name="request" value=(request);
            label.field { "E-mail address"
                input type="email" name="email" value=(email) autocomplete="username" required;
            }
            label.field { "Password"
                input type="password" name="password" autocomplete="current-password" required;
            }
            div.buttons { button.yes type="submit" { "Sign in" } }
        }
        p.quiet {
            "No password? On the computer that runs saydo, run " code { "saydo login" }
            ", open the link that it prints in this browser, and then reload this page."
        }
    };
    let status = wrong.map_or(StatusCode::OK, |_| StatusCode::UNAUTHORIZED);
    page(status, "Sign in", "'self'", &body)
}

/// Says why an assistant cannot be connected.
pub(super) fn refusal(status: StatusCode, reason: &str) -> Response {
    let body = html! {
        h1 { "This assistant cannot be connected" }
        p.wrong { (reason) }
        p { a href="/" { "To saydo" } }
    };
    page(status, "Not connected", "'none'", &body)
}

fn page(status: StatusCode, title: &str, form_action: &str, body: &Markup) -> Response {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " - saydo" }
                link rel="stylesheet" href="/oauth/page.css";
            }
            body { main { (body) } }
        }
    };
    let policy = format!(
        "default-src 'none'; style-src 'self'; form-action {form_action}; base-uri 'none'; frame-ancestors 'none'"
    );
    let policy = HeaderValue::from_str(&policy).expect("an origin is visible ASCII");
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        // With no referrer at all, browsers would not say where our own form comes from.
        (
            header::REFERRER_POLICY,
            HeaderValue::from_static("same-origin"),
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        ),
    ];
    (status, headers, page).into_response()
}
