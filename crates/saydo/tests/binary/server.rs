//! A server and the command line on the same data, and a server that is killed.

use crate::support::World;

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
    let at = |seconds: i64| {
        let later = jiff::SignedDuration::from_secs(seconds);
        #[expect(
            clippy::disallowed_methods,
            reason = "the server under test has the same clock"
        )]
        let now = jiff::Timestamp::now();
        (now + later).to_string()
    };
    let add = |server: &crate::support::Server, title: &str, at: &str| {
        let body = format!("{{\"title\":\"{title}\",\"reminders\":[{{\"at\":\"{at}\"}}]}}");
        let (status, answer) = server.request("POST /v1/tasks", &token, &body);
        assert_eq!(status, 201, "{answer}");
    };
    let shown = |server: &crate::support::Server| {
        let page = server.get("/v1/notifications", &token);
        page["notifications"].as_array().unwrap().clone()
    };
    add(&server, "soon", &at(2));
    add(&server, "over the kill", &at(4));

    let first = server.wait_for(|| shown(&server).into_iter().next());
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
    let all = again.wait_for(|| Some(shown(&again)).filter(|shown| shown.len() > 1));
    assert_eq!(all.len(), 2);
}

#[cfg(unix)]
#[test]
fn a_server_that_is_told_to_end_ends_well() {
    let world = World::new();
    let mut server = world.serve();
    let id = server.child.id().to_string();

    let told = std::process::Command::new("kill")
        .args(["-TERM", &id])
        .status()
        .unwrap();

    assert!(told.success());
    assert!(server.child.wait().unwrap().success());
}

#[test]
fn a_web_process_forwards_to_the_process_with_the_interface() {
    let world = World::new();
    let server = world.serve();
    let token = world.token();
    world.json(&["add", "seen through the web process"]);
    let web = World::new();
    let api = format!("api_url={}", server.url());

    let front = web.serve_with(&["--role", "web,worker", "--set", &api]);

    let seen = front.get("/v1/tasks", &token);
    assert_eq!(seen["tasks"][0]["title"], "seen through the web process");
}
