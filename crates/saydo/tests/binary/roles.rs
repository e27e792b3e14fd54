//! Roles as processes of their own, on one database: together they do what one process does.

use crate::support::{Server, World, in_seconds};

/// A server with one role, and settings for it.
fn serve(world: &World, role: &str, settings: &[String]) -> Server {
    let mut words = vec!["--role", role];
    for setting in settings {
        words.extend(["--set", setting]);
    }
    world.serve_with(&words)
}

fn story_of_separate_processes(world: World) {
    let token = world.token();
    let api = serve(&world, "api", &[]);
    let chat = serve(&world, "chat", &[]);
    let worker = serve(&world, "worker", &[]);
    let elsewhere = World::new();
    let urls = [
        format!("api_url={}", api.url()),
        format!("chat_url={}", chat.url()),
    ];
    let web = serve(&elsewhere, "web", &urls);

    let (status, page) = web.request("GET /today", "", "");
    assert_eq!(status, 200, "{page}");
    assert!(page.contains("<!doctype html>"), "{page}");
    for server in [&api, &chat, &worker, &web] {
        for path in ["/livez", "/readyz", "/metrics"] {
            let (status, body) = server.request(&format!("GET {path}"), "", "");
            assert_eq!(status, 200, "{path}: {body}");
        }
    }

    let at = in_seconds(2);
    let task = format!("{{\"title\":\"pay rent\",\"reminders\":[{{\"at\":\"{at}\"}}]}}");
    let (status, added) = web.request("POST /v1/tasks", &token, &task);
    assert_eq!(status, 201, "{added}");
    let (status, stream) = web.request("POST /v1/chat", &token, "{\"message\":\"add buy milk\"}");
    assert_eq!(status, 200, "{stream}");
    assert!(stream.contains("data-receipt"), "{stream}");
    assert_eq!(world.titles(), ["buy milk", "pay rent"]);
    let shown = web.wait_for(|| web.shown(&token).into_iter().next());
    assert_eq!(shown["task"]["title"], "pay rent");

    let (status, body) = web.request("GET /v1/nothing", &token, "");
    assert_eq!(status, 404, "{body}");
    api.kill();
    let answer = web.answer("GET /v1/tasks", &token, "").unwrap();
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(answer.to_lowercase().contains("retry-after: 1"), "{answer}");
    assert!(!elsewhere.path().join("data").exists());
}

#[test]
fn roles_in_separate_processes_work_together_on_one_file() {
    story_of_separate_processes(World::new());
}

#[test]
fn roles_in_separate_processes_work_together_on_postgres() {
    story_of_separate_processes(World::on_postgres());
}

#[test]
fn a_role_runs_once_on_a_data_folder() {
    let world = World::new();
    let api = serve(&world, "api", &[]);
    // Once it answers, it holds its lock.
    api.request("GET /livez", "", "");

    let second = world.run(&["serve", "--role", "api,worker", "--listen", "127.0.0.1:0"]);

    assert_eq!(second.code, 3);
    assert!(second.err.contains("role api"), "{}", second.err);
    assert!(second.err.contains(&api.url()), "{}", second.err);
}

#[test]
fn a_process_for_programs_prints_the_link_where_browsers_come_through_another() {
    let world = World::new();
    let mut child = world
        .command(&["serve", "--role", "api", "--listen", "127.0.0.1:0"])
        .args(["--set", "public_url=http://127.0.0.1:3000"])
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut output = std::io::BufReader::new(child.stdout.take().unwrap());
    std::io::BufRead::read_line(&mut output, &mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();

    assert!(
        line.contains("http://127.0.0.1:3000/sign-in/link?token="),
        "{line}"
    );
}
