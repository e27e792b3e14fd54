//! A server and the command line on the same data, and a server that is killed.

use crate::support::{World, in_seconds};

#[test]
fn the_command_line_works_beside_a_server() {
    let world = World::new();
    let server = world.serve();
    assert_eq!(server.line.matches("http").count(), 1, "{}", server.line);
    assert!(
        server
            .line
            .contains(&format!("{}/sign-in/link?token=", server.url()))
    );

    let token = world.token();
    let added = world.json(&["add", "water plants every 3 days"]);
    let seen = server.get("/v1/tasks", &token);
    assert_eq!(seen["tasks"][0]["id"], added["tasks"][0]["id"]);

    let remote = |words: &[&str]| {
        let token = format!("token={token}");
        let mut command = crate::support::bare();
        command
            .env("HOME", world.path())
            .args(["--server", &server.url(), "--set", &token]);
        crate::support::finish(command.args(words).args(["--json"]).output().unwrap()).json()
    };
    assert_eq!(remote(&["ls"])["tasks"], world.json(&["ls"])["tasks"]);
    let undone = world.json(&["undo"]);
    assert_eq!(undone["undone"], added["change_id"]);
    assert!(remote(&["ls"])["tasks"].as_array().unwrap().is_empty());
}

#[test]
fn a_link_signs_in_once() {
    let world = World::new();
    let server = world.serve();
    let path = server
        .line
        .split(&server.url())
        .nth(1)
        .unwrap()
        .trim()
        .to_owned();

    let (first, _) = server.request(&format!("GET {path}"), "", "");
    let (second, _) = server.request(&format!("GET {path}"), "", "");

    assert_eq!(first, 303);
    assert_ne!(second, 303);
}

#[test]
fn a_second_server_on_the_same_folder_is_told_about_the_first() {
    let world = World::new();
    let server = world.serve();

    let second = world.run(&["serve", "--listen", "127.0.0.1:0"]);

    assert_eq!(second.code, 3);
    assert!(second.err.contains(&server.url()), "{}", second.err);
}

#[test]
fn a_killed_server_has_lost_nothing_and_starts_again() {
    let world = World::new();
    let server = world.serve();
    let token = world.token();
    let mut acknowledged = Vec::new();
    for number in 0..20 {
        let body = format!("{{\"title\":\"task {number:02}\"}}");
        let (status, answer) = server.request("POST /v1/tasks", &token, &body);
        assert_eq!(status, 201, "{answer}");
        acknowledged.push(format!("task {number:02}"));
    }
    let address = server.address;
    server.kill();

    let again = world.serve_on(address);

    let tasks = again.get("/v1/tasks?limit=200", &token);
    assert_eq!(tasks["tasks"].as_array().unwrap().len(), 20);
    assert_eq!(world.titles(), acknowledged);
}

#[test]
fn a_reminder_sounds_on_time_and_once_also_over_a_kill() {
    let world = World::new();
    let server = world.serve();
    let token = world.token();
    let add = |server: &crate::support::Server, title: &str, at: &str| {
        let body = format!("{{\"title\":\"{title}\",\"reminders\":[{{\"at\":\"{at}\"}}]}}");
        let (status, answer) = server.request("POST /v1/tasks", &token, &body);
        assert_eq!(status, 201, "{answer}");
    };
    add(&server, "soon", &in_seconds(2));
    add(&server, "over the kill", &in_seconds(4));

    let first = server.wait_for(|| server.shown(&token).into_iter().next());
    assert_eq!(first["task"]["title"], "soon");
    assert_eq!(first["late"], false);
    let time = |name: &str| {
        first[name]
            .as_str()
            .unwrap()
            .parse::<jiff::Timestamp>()
            .unwrap()
    };
    let lateness = time("sent_at").duration_since(time("fire_at"));
    assert!(lateness < jiff::SignedDuration::from_secs(2), "{lateness}");

    let address = server.address;
    server.kill();
    let again = world.serve_on(address);
    let all = again.wait_for(|| Some(again.shown(&token)).filter(|shown| shown.len() > 1));
    assert_eq!(all.len(), 2);
}

#[cfg(unix)]
#[test]
fn a_server_that_is_told_to_end_ends_well() {
    let world = World::new();
    let mut server = world.serve();

    server.signal("TERM");

    assert!(server.child.wait().unwrap().success());
}
