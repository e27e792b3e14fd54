//! What verbs print, and the exit codes that scripts rely on.

use std::process::Stdio;

use crate::support::{World, bare, finish};

const RENT: &str = "remind me to pay rent on the 1st of every month, high priority, #home";

#[test]
fn what_is_added_is_listed_and_undone() {
    let world = World::new();

    let added = world.json(&["add", RENT]);
    let task = &added["tasks"][0];
    assert_eq!(task["title"], "pay rent");
    assert_eq!(task["priority"], "high");
    assert_eq!(task["tags"][0], "home");
    assert_eq!(task["next"].as_array().unwrap().len(), 3);
    assert_eq!(added.as_object().unwrap().len(), 2);

    let listed = world.json(&["ls", "#home"]);
    assert_eq!(listed["tasks"][0]["id"], task["id"]);
    assert!(listed["next_cursor"].is_null());

    let undone = world.json(&["undo"]);
    assert_eq!(undone["undone"], added["change_id"]);
    assert!(world.titles().is_empty());
}

#[test]
fn relations_ticks_and_series_are_edited_and_shown() {
    let world = World::new();
    world.json(&["add", "paint the fence"]);
    world.json(&["add", "buy paint"]);
    world.json(&["add", "pay rent on the 1st of every month at 9am"]);
    let edit = |words: &[&str]| world.json(&[&["edit"], words].concat());

    edit(&[
        "1",
        "--blocked-by",
        "buy paint",
        "--checklist",
        "brush",
        "--checklist",
        "tape",
    ]);
    edit(&["1", "--tick", "bru", "--relates-to", "3", "--after", "2"]);
    let shown = world.run(&["show", "1"]).out;
    for line in [
        "blocked by    #2 buy paint",
        "relates to    #3 pay rent",
        "[x] brush",
        "[ ] tape",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    assert!(world.run(&["show", "2"]).out.contains("blocks        #1"));
    let circle = world.run(&["edit", "2", "--blocked-by", "1"]);
    assert_eq!(circle.code, 1);
    assert!(circle.err.contains("wait for itself"), "{}", circle.err);

    edit(&["3", "--catch-up", "each"]);
    let moved = edit(&["3", "--due", "2030-12-05", "--series"]);
    assert_eq!(moved["tasks"][0]["rule"]["catch_up"], "each");
    assert_eq!(moved["tasks"][0]["next"][0], "2031-01-05T09:00");
    let free = edit(&["1", "--unrelated-to", "2"]);
    assert_eq!(free["tasks"][0]["blocked_by"].as_array().unwrap().len(), 0);
}

#[test]
fn several_lines_become_several_tasks_and_one_change() {
    let world = World::new();

    let run = world.run_with("milk\nbread tomorrow\n\neggs\n", &["add", "-"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(world.titles(), ["bread", "eggs", "milk"]);

    world.json(&["undo"]);
    assert!(world.titles().is_empty());
}

#[test]
fn a_task_is_shown_edited_completed_and_removed_by_number_or_by_words() {
    let world = World::new();
    world.json(&["add", "call mum"]);
    world.json(&["add", "call the bank"]);

    let edited = world.json(&[
        "edit",
        "mum",
        "--due",
        "2027-03-05T17:00",
        "--priority",
        "p1",
    ]);
    assert_eq!(edited["tasks"][0]["priority"], "urgent");
    assert_eq!(edited["tasks"][0]["due"]["time"], "17:00");
    assert_eq!(world.json(&["show", "#1"])["priority"], "urgent");

    let several = world.run(&["done", "call"]);
    assert_eq!(several.code, 1);
    assert!(several.err.contains("#1 call mum") && several.err.contains("#2 call the bank"));

    world.json(&["done", "bank"]);
    assert_eq!(world.titles(), ["call mum"]);
    world.json(&["rm", "1"]);
    assert!(world.titles().is_empty());
    world.json(&["rm", "--restore", "1"]);
    assert_eq!(world.titles(), ["call mum"]);
}

#[track_caller]
fn check(words: &[&str], code: i32, message: &str) {
    let world = World::new();
    let run = world.run(words);
    assert_eq!(run.code, code, "{}", run.err);
    assert!(run.err.contains(message), "{}", run.err);
    assert!(run.out.is_empty(), "{}", run.out);
}

#[test]
fn bad_input_has_a_clear_message_and_an_exit_code() {
    check(&["show", "99"], 1, "#99");
    check(
        &["done", "nothing like it"],
        1,
        "no open task has 'nothing like it' in it",
    );
    check(&["undo"], 1, "");
    check(&["undo", "0199a1c0-0000-7000-8000-000000000000"], 1, "");
    check(&["ls", "due <"], 2, "a day is missing");
    check(&["ls", "--limit", "0"], 2, "0");
    check(&["add", "   "], 2, "nothing to add");
    check(&["edit", "1"], 2, "say what to change");
    check(&["frobnicate"], 2, "frobnicate");
    check(&["ls", "--set", "listn=1"], 2, "did you mean listen?");
    check(
        &["import", "/does/not/exist"],
        2,
        "cannot read /does/not/exist",
    );
    check(&["restore", "/does/not/exist"], 2, "there is no file");
    check(
        &[
            "ls",
            "--set",
            "database_url=postgres://nobody@127.0.0.1:1/x",
        ],
        3,
        "cannot be reached",
    );
}

#[test]
fn a_server_that_is_not_there_and_a_token_that_is_wrong_are_told_apart() {
    let world = World::new();
    let run = |words: &[&str]| {
        finish(
            bare()
                .env("HOME", world.path())
                .args(words)
                .stdin(Stdio::null())
                .output()
                .unwrap(),
        )
    };

    let away = run(&["ls", "--server", "http://127.0.0.1:1"]);
    assert_eq!(away.code, 3);
    assert!(away.err.contains("is the server running?"), "{}", away.err);

    let server = world.serve();
    let wrong = run(&[
        "ls",
        "--server",
        &server.url(),
        "--set",
        "token=saydo_pat_wrong",
    ]);
    assert_eq!(wrong.code, 4, "{}", wrong.err);
    assert!(wrong.err.contains("saydo login"), "{}", wrong.err);
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_as_it_is() {
    let world = World::new();
    std::fs::create_dir_all(world.path().join("data")).unwrap();
    let file = world.file("data/saydo.db", &"no database\n".repeat(1000));

    let run = world.run(&["ls"]);

    assert_eq!(run.code, 3, "{}", run.err);
    assert!(run.err.contains("damaged"), "{}", run.err);
    assert!(
        std::fs::read_to_string(file)
            .unwrap()
            .starts_with("no database")
    );
}

#[test]
fn output_that_nobody_reads_is_no_error() {
    let world = World::new();
    for _ in 0..3 {
        world.json(&["add", "something to do"]);
    }
    let mut child = world
        .command(&["ls", "--json"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
}

#[test]
fn rows_are_interpreted_one_by_one() {
    let world = World::new();
    let row = r#"{"id":"a","text":"pay rent tomorrow","now":"2026-11-20T10:00:00","tz":"Europe/Berlin","locale":"en-US","state":"empty"}"#;

    let run = world.run_with(&format!("{row}\n{{broken\n"), &["interpret", "--jsonl"]);

    assert_eq!(run.code, 0, "{}", run.err);
    let rows: Vec<serde_json::Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["id"], "a");
    assert!(rows[1].get("error").is_some(), "{}", rows[1]);
}

#[test]
fn completions_and_man_pages_are_made() {
    let world = World::new();
    let bash = world.run(&["completions", "bash"]);
    assert!(bash.out.contains("_saydo"));

    let folder = world.path().join("man");
    let run = world.run(&["man", folder.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(folder.join("saydo-add.1").is_file());
}
