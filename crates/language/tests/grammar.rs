//! Grammar that a few sentences each keep in place: what is said, and the calls that come of it.
//! The tasks are those of `evals/data/fixtures.json`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod said;

use said::Speaker;

const SPEAKER: Speaker = Speaker {
    zone: "America/New_York",
    locale: "en-US",
    list: "home",
};

fn said(text: &str, focus: &[&str]) -> String {
    SPEAKER.said(text, focus)
}

#[track_caller]
fn check(rows: &[(&str, &str)]) {
    let got: Vec<_> = rows
        .iter()
        .map(|(text, _)| (*text, said(text, &[])))
        .collect();
    let wanted: Vec<_> = rows
        .iter()
        .map(|(text, wanted)| (*text, (*wanted).to_owned()))
        .collect();
    assert_eq!(got, wanted);
}

#[test]
fn days_of_a_habit_may_be_named_without_every() {
    check(&[
        (
            "standup mon-fri at 9:15",
            "create_task due=2026-11-23T09:15 recurrence=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR title=standup",
        ),
        (
            "swim mon wed fri 6:30am",
            "create_task due=2026-11-23T06:30 recurrence=FREQ=WEEKLY;BYDAY=MO,WE,FR title=swim",
        ),
        (
            "yoga tue/thu 6:30pm every week",
            "create_task due=2026-11-24T18:30 recurrence=FREQ=WEEKLY;BYDAY=TU,TH title=yoga",
        ),
        (
            "office hours monday to friday at 4pm",
            "create_task due=2026-11-20T16:00 recurrence=FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR title=office hours",
        ),
        (
            "put the bins out every wednesday and saturday",
            "create_task due=2026-11-21 recurrence=FREQ=WEEKLY;BYDAY=WE,SA title=put the bins out",
        ),
        (
            "conference monday to wednesday",
            "create_task due=2026-11-23 title=conference",
        ),
    ]);
}

#[test]
fn several_days_of_the_month_make_one_rule() {
    check(&[
        (
            "team lunch every first friday",
            "create_task due=2026-12-04 recurrence=FREQ=MONTHLY;BYDAY=1FR title=team lunch",
        ),
        (
            "sync every second friday",
            "create_task due=2026-11-20 recurrence=FREQ=WEEKLY;INTERVAL=2;BYDAY=FR title=sync",
        ),
        (
            "book club on the first and third thursday of the month at 7pm",
            "create_task due=2026-12-03T19:00 recurrence=FREQ=MONTHLY;BYDAY=1TH,3TH title=book club",
        ),
        (
            "pay the cleaner on the 15th and last day of every month",
            "create_task due=2026-11-30 recurrence=FREQ=MONTHLY;BYMONTHDAY=-1,15 title=pay the cleaner",
        ),
        (
            "submit timesheets on the last working day of the month",
            "create_task due=2026-11-30 recurrence=FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 title=submit timesheets",
        ),
        (
            "close the books on the last day of the month",
            "create_task due=2026-11-30 title=close the books",
        ),
    ]);
}

#[test]
fn hours_for_days_are_a_number_of_times() {
    check(&[(
        "take antibiotics every 8 hours for 5 days",
        "create_task due=2026-11-20T10:00 recurrence=FREQ=HOURLY;INTERVAL=8;COUNT=15 title=take antibiotics",
    )]);
}

#[test]
fn the_one_after_next_is_two_ahead() {
    check(&[
        (
            "sand the table weekend after next",
            "create_task due=2026-12-05 title=sand the table",
        ),
        (
            "plant tulips the week after next",
            "create_task due=2026-11-30 title=plant tulips",
        ),
    ]);
}

#[test]
fn the_end_of_a_working_day_is_that_day() {
    check(&[
        (
            "fix the bike later today",
            "create_task due=2026-11-20 title=fix the bike",
        ),
        (
            "return the books by close of business friday",
            "create_task due=2026-11-27 title=return the books",
        ),
        (
            "send it by eod tomorrow",
            "create_task due=2026-11-21 title=send it",
        ),
        ("send it by cob", "create_task due=2026-11-20 title=send it"),
    ]);
}

#[test]
fn openings_hold_adverbs_and_negations_of_memory() {
    check(&[
        (
            "i really ought to back up my laptop this weekend",
            "create_task due=2026-11-21 title=back up my laptop",
        ),
        (
            "I mustn't forget to feed the fish on saturday",
            "create_task due=2026-11-21 title=feed the fish",
        ),
        (
            "need you to remind me about the recital on december 12 at 6pm",
            "create_task due=2026-12-12T18:00 title=the recital",
        ),
        (
            "it would be great if you could remind me to stretch at noon",
            "create_task due=2026-11-20T12:00 title=stretch",
        ),
        (
            "please make a note to ring grandma on sunday afternoon",
            "create_task due=2026-11-22T15:00 title=ring grandma",
        ),
    ]);
}

#[test]
fn a_due_date_is_moved_by_months_and_to_a_time() {
    check(&[
        (
            "postpone the passport by two months",
            "update_task t12 due=2027-03-15",
        ),
        (
            "bring the passport forward by a month",
            "update_task t12 due=2026-12-15",
        ),
        (
            "move the dentist appointment to 4pm",
            "update_task t6 due=2026-11-26T16:00",
        ),
        (
            "make the dentist appointment an hour later",
            "update_task t6 due=2026-11-26T15:30",
        ),
        (
            "take the due date off the flights",
            "update_task t11 due=null",
        ),
    ]);
}

#[test]
fn notes_are_added_behind_those_that_are_there() {
    check(&[
        (
            "add a note to the passport: bring two photos",
            "update_task t12 notes=bring two photos",
        ),
        (
            "add a note to the invoice saying PO number 7781",
            "update_task t8 notes=PO number 7781",
        ),
        (
            "add \"window seat\" to the notes of the flights",
            "update_task t11 notes=window seat",
        ),
    ]);
}

#[test]
fn facts_in_the_passive_complete() {
    check(&[
        ("the milk's been bought", "complete_task t1"),
        ("the rent is paid", "complete_task t4"),
        ("the invoice to acme has been sent", "complete_task t8"),
        ("the plants have been watered", "complete_task t10"),
        ("the card is blocked", "chat"),
        (
            "has the rent been paid?",
            "list_tasks status=all text=pay rent",
        ),
    ]);
}

#[test]
fn hesitations_say_nothing() {
    check(&[
        (
            "um remind me to like call the plumber tomorrow",
            "create_task due=2026-11-21 title=call the plumber",
        ),
        (
            "uh remind me to um water the ferns tonight",
            "create_task due=2026-11-20T20:00 title=water the ferns",
        ),
        (
            "remind me to like the photo",
            "create_task title=like the photo",
        ),
    ]);
}

#[test]
fn it_means_what_was_named_before() {
    check(&[
        (
            "rename the garage to tidy the garage and move it to sunday",
            "update_task t14 title=tidy the garage; update_task t14 due=2026-11-22",
        ),
        (
            "add call Ana tomorrow and make it high priority",
            "create_task due=2026-11-21 priority=high title=call Ana",
        ),
        ("delete the car inspection and move it to monday", "chat"),
    ]);
    assert_eq!(
        said("actually make it wednesday", &["t9"]),
        "update_task t9 due=2026-11-25"
    );
    assert_eq!(
        said("and set it to high priority", &["t14"]),
        "update_task t14 priority=high"
    );
    assert_eq!(said("delete it", &[]), "clarify");
}

#[test]
fn a_change_may_be_taken_back_in_many_words() {
    check(&[
        ("i didn't mean to do that, undo", "undo"),
        ("take that back", "undo"),
        ("undo that please", "undo"),
    ]);
}

#[test]
fn what_belongs_to_another_service_is_no_task() {
    check(&[
        ("cancel my reservation at the Ritz", "chat"),
        ("delete this account!", "chat"),
        ("skip to the next episode", "chat"),
        ("put on some jazz", "chat"),
        ("change the lighting to blue", "chat"),
        ("text Ana saying i will be late", "chat"),
        ("find a ride to the bar", "chat"),
        ("when is your birthday", "chat"),
    ]);
}

#[test]
fn a_question_may_follow_its_place() {
    check(&[
        ("on my calendar are there any birthdays", "list_tasks"),
        ("at what time is laundry on my to do list", "list_tasks"),
        ("my shopping list contains what again", "list_tasks"),
        ("what do i need to buy", "list_tasks text=buy"),
        ("remind me how many lists i have", "list_tasks"),
    ]);
}

#[test]
fn a_list_may_be_named_before_what_goes_on_it() {
    check(&[
        (
            "for the shopping list, add ham as well",
            "create_task tags=shopping title=ham",
        ),
        ("pop ham on my list", "create_task title=ham"),
        (
            "i ran out of ham so add that to the groceries list",
            "create_task project=Groceries title=ham",
        ),
        (
            "make sure my calendar is completely clear tomorrow",
            "clarify",
        ),
    ]);
}

#[test]
fn the_next_one_is_the_occurrence_that_is_skipped() {
    let skipped = said("skip the gym today", &[]);
    assert!(skipped.starts_with("update_task t18 due="), "{skipped}");
    for text in [
        "skip the next gym",
        "skip next gym",
        "skip the next occurrence of the gym",
    ] {
        assert_eq!(said(text, &[]), skipped, "{text}");
    }
    assert_eq!(said("skip the next one", &["t18"]), skipped);
    check(&[
        ("skip the next one", "clarify"),
        ("skip to the next song", "chat"),
        ("skip the next song", "chat"),
    ]);
}

#[test]
fn parts_of_a_period_are_counted_from_its_edge() {
    check(&[
        (
            "out of office for 3 days from monday",
            "create_task due=2026-11-23 title=out of office",
        ),
        (
            "plan the trip in the 9th month of next year",
            "create_task due=2027-09-01 title=plan the trip",
        ),
        (
            "take stock in the first ten days of march",
            "create_task due=2027-03-01 title=take stock",
        ),
    ]);
}
