//! Filters asked task by task.

use std::collections::BTreeSet;

use jiff::civil::{date, time};

use super::{Reader, filter, uuid};
use crate::Position;
use crate::actor::Via;
use crate::due::{Due, Zone};
use crate::filter::Surroundings;
use crate::ids::{ChecklistItemId, ProjectId, SectionId, TagId, TaskId, UserId};
use crate::rule::{Frequency, Rule};
use crate::task::{CatchUp, ChecklistItem, Priority, Series, Status, Task};

fn task() -> Task {
    Task {
        id: TaskId::new(uuid(1)),
        number: 1,
        project: ProjectId::new(uuid(1)),
        section: None,
        parent: None,
        title: "Pay the rent".to_owned(),
        notes: String::new(),
        status: Status::Open,
        priority: Priority::None,
        position: Position::nth(1),
        start: None,
        due: None,
        deadline: None,
        duration_minutes: None,
        tags: BTreeSet::new(),
        assignees: BTreeSet::new(),
        series: None,
        checklist: Vec::new(),
        reminders: Vec::new(),
        blocked_by: BTreeSet::new(),
        relates_to: BTreeSet::new(),
        duplicates: BTreeSet::new(),
        source: Via::Ui,
        source_text: None,
        created_at: "2026-11-19T22:30:00Z".parse().unwrap(),
        updated_at: "2026-11-19T22:30:00Z".parse().unwrap(),
        completed_at: None,
        completed_by: None,
        deleted_at: None,
        version: 1,
    }
}

fn due_day(day: &str) -> Task {
    Task {
        due: Some(Due::Day {
            date: day.parse().unwrap(),
        }),
        ..task()
    }
}

fn due_at(day: &str, hour: i8, minute: i8, zone: Option<&str>) -> Task {
    let (date, time) = (day.parse().unwrap(), time(hour, minute, 0, 0));
    let due = match zone {
        None => Due::Floating { date, time },
        Some(zone) => Due::Zoned {
            date,
            time,
            zone: Zone::named(zone).unwrap(),
        },
    };
    Task {
        due: Some(due),
        ..task()
    }
}

/// Whether the filter holds for the task on Friday, 20 November 2026, 10:00 in Berlin. Task 7 is open.
#[track_caller]
fn matches(text: &str, task: &Task) -> bool {
    let reader = Reader::at("Europe/Berlin", "2026-11-20T10:00");
    let resolved = filter(text).resolve(&reader.context()).unwrap();
    let is_open = |id: TaskId| id == TaskId::new(uuid(7));
    resolved.matches(
        task,
        &Surroundings {
            owner: &reader.settings.zone,
            is_open: &is_open,
        },
    )
}

#[track_caller]
fn yes(text: &str, task: &Task) {
    assert!(matches(text, task), "{text} should match");
    assert!(
        !matches(&format!("not ({text})"), task),
        "not ({text}) should not match"
    );
}

#[track_caller]
fn no(text: &str, task: &Task) {
    assert!(!matches(text, task), "{text} should not match");
    assert!(
        matches(&format!("not ({text})"), task),
        "not ({text}) should match"
    );
}

#[test]
fn a_whole_day_is_not_overdue_during_its_day() {
    yes("today", &due_day("2026-11-20"));
    no("overdue", &due_day("2026-11-20"));
    yes("overdue", &due_day("2026-11-19"));
    no("today", &due_day("2026-11-19"));
    no("overdue", &task());
}

#[test]
fn a_time_is_overdue_from_its_instant_on() {
    yes("overdue & today", &due_at("2026-11-20", 9, 59, None));
    no("overdue", &due_at("2026-11-20", 10, 0, None));
    no("overdue", &due_at("2026-11-20", 10, 1, None));
    yes("today & !overdue", &due_at("2026-11-20", 23, 59, None));
}

#[test]
fn finished_tasks_are_never_overdue() {
    no(
        "overdue",
        &Task {
            status: Status::Done,
            ..due_day("2026-11-01")
        },
    );
    yes(
        "overdue",
        &Task {
            status: Status::Waiting,
            ..due_day("2026-11-01")
        },
    );
}

#[test]
fn a_zoned_time_belongs_to_the_reader_s_day() {
    // 19:30 in New York is 01:30 the next day in Berlin.
    no(
        "today",
        &due_at("2026-11-20", 19, 30, Some("America/New_York")),
    );
    yes(
        "tomorrow",
        &due_at("2026-11-20", 19, 30, Some("America/New_York")),
    );
    // 02:00 in Auckland is 14:00 the day before in Berlin.
    yes(
        "today",
        &due_at("2026-11-21", 2, 0, Some("Pacific/Auckland")),
    );
    yes(
        "upcoming",
        &due_at("2026-11-20", 19, 30, Some("America/New_York")),
    );
}

#[test]
fn a_task_without_the_date_meets_no_comparison_and_every_negation() {
    no("due < +7d", &task());
    no("due >= today", &task());
    no("deadline > -7d", &task());
    no("completed < tomorrow", &task());
    yes("no due & no start & no deadline", &task());
    yes("due != today", &task());
}

#[test]
fn created_and_completed_are_days_of_the_reader() {
    // 22:30 UTC is 23:30 in Berlin.
    yes("created = yesterday", &task());
    let done = Task {
        status: Status::Done,
        completed_at: Some("2026-11-19T23:30:00Z".parse().unwrap()),
        ..task()
    };
    yes("completed = today", &done);
    yes("done", &done);
    no("open", &done);
    yes("status:any", &done);
}

#[test]
fn priorities_are_ordered() {
    let high = Task {
        priority: Priority::High,
        ..task()
    };
    yes("priority >= high", &high);
    yes("priority > medium & priority < urgent", &high);
    yes("p2 | p1", &high);
    no("p1", &high);
    yes("has:priority", &high);
    yes("priority = none & no priority & priority <= low", &task());
}

#[test]
fn tags_projects_and_people() {
    let tagged = Task {
        tags: BTreeSet::from([TagId::new(uuid(2))]),
        ..task()
    };
    yes("#\"Two Words\" & has:tag", &tagged);
    no("#errands", &tagged);
    let roses = Task {
        project: ProjectId::new(uuid(4)),
        ..task()
    };
    no("+home", &roses);
    yes("++home & ++garden & +roses", &roses);
    yes("+inbox", &task());
    let mine = Task {
        assignees: BTreeSet::from([UserId::new(uuid(1))]),
        ..task()
    };
    yes("assigned:me & @me & @lovelace & @\"ada lovelace\"", &mine);
    no("@grace | assigned:none", &mine);
    yes("assigned:none", &task());
}

#[test]
fn text_is_found_without_regard_to_case_and_accents() {
    let noted = Task {
        title: "Café".to_owned(),
        notes: "the\n LAST one".to_owned(),
        ..task()
    };
    yes("\"cafe\" & \"the last\" & text:CAFÉ & has:notes", &noted);
    no("\"cafe the\"", &noted);
    yes("\"the rent\"", &task());
}

#[test]
fn states_and_parts() {
    let rule = Rule::every(1, Frequency::Daily);
    let slot = "2026-11-20".parse().unwrap();
    let series = Series {
        rule,
        anchor: slot,
        slot,
        spent: 0,
        catch_up: CatchUp::Jump,
        original: None,
    };
    let full = Task {
        series: Some(series),
        parent: Some(TaskId::new(uuid(9))),
        section: Some(SectionId::new(uuid(1))),
        duration_minutes: Some(30),
        deadline: Some(date(2026, 12, 1)),
        checklist: vec![ChecklistItem {
            id: ChecklistItemId::new(uuid(1)),
            title: "one".to_owned(),
            done: false,
        }],
        blocked_by: BTreeSet::from([TaskId::new(uuid(7))]),
        ..task()
    };
    yes(
        "recurring & subtask & blocked & has:section & has:duration & has:checklist",
        &full,
    );
    yes("deadline = 2026-12-01", &full);
    no("has:reminder", &full);
    let free = Task {
        blocked_by: BTreeSet::from([TaskId::new(uuid(8))]),
        ..task()
    };
    no("blocked | recurring | subtask", &free);
}
