//! A conversation in a terminal, where another program may be the one who types.

use crate::support::World;

fn world_with_two_tasks() -> World {
    let world = World::new();
    let run = world.run_with("milk\nbread\n", &["add", "-"]);
    assert_eq!(run.code, 0, "{}", run.err);
    world
}

#[test]
fn the_next_line_answers_what_the_chat_asked() {
    for (answer, left) in [("yes", 0), ("no", 2)] {
        let world = world_with_two_tasks();

        let run = world.run_with(&format!("delete everything\n{answer}\n"), &["chat"]);

        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.out.contains("Delete 2 tasks?"), "{}", run.out);
        assert_eq!(world.titles().len(), left, "{answer}: {}", run.out);
    }
}

#[test]
fn a_sentence_that_needs_a_yes_waits_for_it() {
    let world = world_with_two_tasks();

    let asked = world.run(&["chat", "delete everything"]);
    assert_eq!(asked.code, 1, "{}", asked.err);
    assert_eq!(world.titles().len(), 2);

    let answer = asked.err.trim().rsplit_once("saydo chat ").unwrap().1;
    let words: Vec<&str> = ["chat"].into_iter().chain(answer.split(' ')).collect();
    let answered = world.run(&words);
    assert_eq!(answered.code, 0, "{}", answered.err);
    assert!(world.titles().is_empty(), "{}", answered.out);

    let world = world_with_two_tasks();
    let told = world.run(&["chat", "--yes", "delete everything"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(world.titles().is_empty(), "{}", told.out);
}
