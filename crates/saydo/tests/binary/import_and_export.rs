//! What goes out comes back in, and nothing comes in twice.

use serde_json::Value;

use crate::support::World;

/// What an export says about tasks, without what belongs to the installation.
fn essence(export: &str) -> Vec<Value> {
    let own = [
        "id",
        "number",
        "project_id",
        "section_id",
        "parent_id",
        "position",
        "created_at",
        "updated_at",
        "version",
        "source",
        "next",
        "overdue",
        "due_words",
    ];
    let mut tasks: Vec<Value> = export
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .filter(|document| document["kind"] == "task")
        .map(|mut task| {
            for name in own {
                task.as_object_mut().unwrap().remove(name);
            }
            for list in ["checklist", "reminders"] {
                for item in task[list].as_array_mut().unwrap() {
                    item.as_object_mut().unwrap().remove("id");
                    item.as_object_mut().unwrap().remove("next_at");
                }
            }
            task
        })
        .collect();
    tasks.sort_by_key(|task| task["title"].as_str().unwrap().to_owned());
    tasks
}

#[test]
fn an_export_brings_everything_back_and_only_once() {
    let from = World::new();
    from.json(&[
        "add",
        "pay rent on the 1st of every month, high priority, #home",
    ]);
    from.json(&["add", "dig the garden tomorrow 9am +Garden"]);
    from.json(&["add", "call mum"]);
    from.json(&["done", "mum"]);
    from.json(&["edit", "1", "--notes", "by *transfer*", "--duration", "20"]);
    let file = from.path().join("all.jsonl").to_str().unwrap().to_owned();
    assert_eq!(from.run(&["export", &file]).code, 0);

    let to = World::new();
    let sent = to.json(&["import", &file]);
    assert_eq!(sent["imported"], 3);
    let again = to.run(&["import", &file]);
    assert_eq!(again.code, 0, "{}", again.err);

    let original = essence(&std::fs::read_to_string(&file).unwrap());
    assert_eq!(original.len(), 3);
    assert_eq!(essence(&to.run(&["export"]).out), original);
}

#[test]
fn a_table_is_imported_once_however_often_it_is_sent() {
    let world = World::new();
    let file = world.file(
        "tasks.csv",
        "title,due,priority,tags,section,project,done\n\
         pay rent,every month,p1,home,Bills,Chores,no\n\
         walk,,low,,,,yes\n",
    );

    let dry = world.json(&["import", &file, "--dry-run"]);
    assert_eq!(dry["tasks"].as_array().unwrap().len(), 2);
    assert!(world.titles().is_empty());

    for _ in 0..2 {
        let run = world.run(&["import", &file]);
        assert_eq!(run.code, 0, "{}", run.err);
    }
    assert_eq!(world.titles(), ["pay rent"]);
    let rent = &world.json(&["ls"])["tasks"][0];
    assert_eq!(rent["section"], "Bills");
    assert_eq!(rent["project"], "Chores");
    assert_eq!(rent["source"], "import");
    assert!(rent["rule"]["rrule"].as_str().unwrap().contains("MONTHLY"));
}

/// Texts that ask for what nobody asked for.
const INJECTIONS: &str = include_str!("../../../agent/tests/injections.txt");

#[test]
fn text_in_imports_is_never_obeyed() {
    let world = World::new();
    for before in ["buy milk", "pay rent on the 1st of every month"] {
        world.json(&["add", before]);
    }
    let known = |world: &World| -> Vec<Value> {
        let listed = world.json(&["ls", "--limit", "200", "--sort", "created"]);
        listed["tasks"].as_array().unwrap()[..2].to_vec()
    };
    let before = known(&world);
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["title", "notes"]).unwrap();
    for text in INJECTIONS.lines() {
        table.write_record([text, text]).unwrap();
    }
    let table = String::from_utf8(table.into_inner().unwrap()).unwrap();
    let file = world.file("tasks.csv", &table);

    let sent = world.json(&["import", &file]);

    assert_eq!(sent["imported"], INJECTIONS.lines().count());
    assert_eq!(known(&world), before);
    let exported = essence(&world.run(&["export"]).out);
    assert_eq!(exported.len(), 2 + INJECTIONS.lines().count());
    for task in exported {
        assert_eq!(task["status"], "open", "{task}");
        assert!(task["deleted_at"].is_null(), "{task}");
        assert!(
            task["rule"].is_null() || task["title"] == "pay rent",
            "{task}"
        );
    }
}

#[test]
fn a_date_that_nobody_understands_is_named_by_its_line() {
    let world = World::new();
    let file = world.file("tasks.csv", "title,due\nfine,tomorrow\nodd,blorp\n");

    let run = world.run(&["import", &file]);

    assert_eq!(run.code, 2);
    assert!(
        run.err.contains("line 3: due: 'blorp' names no date"),
        "{}",
        run.err
    );
    assert!(world.titles().is_empty());
}

#[test]
fn a_backup_brings_back_what_was_there() {
    let world = World::new();
    world.json(&["add", "before"]);
    let copy = world.path().join("copy.db").to_str().unwrap().to_owned();
    world.json(&["backup", &copy]);
    world.json(&["add", "after"]);

    let restored = world.json(&["restore", &copy, "--yes"]);

    assert_eq!(world.titles(), ["before"]);
    assert!(restored["kept"].is_string());
}
