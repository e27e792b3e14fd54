//! What is read, how it is written back, and what is refused where.

use super::{Reader, filter};
use crate::filter::{Filter, SortKey};
use crate::limits;

/// Expects the short spelling of a filter, which reads back as the same filter.
#[track_caller]
fn reads_as(text: &str, short: &str) {
    let read = filter(text);
    assert_eq!(read.to_string(), short);
    assert_eq!(filter(short), read);
}

/// Expects an error at the character where `^` stands in the second line.
#[track_caller]
fn refused(text: &str, place: &str, message: &str) {
    let error = Filter::parse(text).unwrap_err();
    assert_eq!(error.message, message, "{text}");
    assert_eq!(" ".repeat(error.position) + "^", place, "{text}");
}

#[track_caller]
fn unresolved(text: &str, place: &str, message: &str, suggestion: Option<&str>) {
    let reader = Reader::at("Europe/Berlin", "2026-11-20T10:00");
    let error = filter(text).resolve(&reader.context()).unwrap_err();
    assert_eq!(error.message, message, "{text}");
    assert_eq!(" ".repeat(error.position) + "^", place, "{text}");
    assert_eq!(error.suggestion.as_deref(), suggestion);
}

#[test]
fn the_short_spelling() {
    reads_as(
        "(today | overdue) & p1 & #errands & +home",
        "(today | overdue) & p1 & #errands & +home",
    );
    reads_as("today|overdue&p1", "today | overdue & p1");
    reads_as("++home !#garden", "++home & !#garden");
    reads_as(
        "@ada || @me || assigned:none",
        "@ada | assigned:me | assigned:none",
    );
    reads_as(
        "#\"two words\" +\"my home\"",
        "#\"two words\" & +\"my home\"",
    );
}

#[test]
fn the_spelling_with_fields() {
    reads_as(
        "due < +7d and priority >= high and not tag:garden sort:due,-priority",
        "due < +7d & priority >= high & !#garden sort:due,-priority",
    );
    reads_as(
        "project:home or project:\"my home\"",
        "+home | +\"my home\"",
    );
    reads_as(
        "status:waiting has:notes recurring blocked subtask",
        "status:waiting & has:notes & recurring & blocked & subtask",
    );
    reads_as("text:rent \"pay rent\"", "\"rent\" & \"pay rent\"");
    reads_as("priority:p2 priority != none", "p2 & !priority = none");
    reads_as("tag != errands", "!#errands");
    reads_as("tag:none", "!has:tag");
    reads_as(
        "created > -2w completed >= yesterday",
        "created > -2w & completed >= yesterday",
    );
    reads_as(
        "start after next week deadline by 2026-12-01",
        "start > next week & deadline <= 2026-12-01",
    );
}

#[test]
fn absence_is_said_with_no() {
    reads_as("no due", "!has:due");
    reads_as("no date", "!has:due");
    reads_as("not no due", "has:due");
    reads_as("due:none", "!has:due");
    reads_as("no tags & without reminders", "!has:tag & !has:reminder");
    reads_as("no rule", "!recurring");
}

#[test]
fn bare_days_are_due_days() {
    reads_as("tomorrow", "tomorrow");
    reads_as("due = tomorrow", "tomorrow");
    reads_as("monday or this week", "due = monday | due = this week");
    reads_as("2026-12-01", "due = 2026-12-01");
    reads_as("due <= today+2w", "due <= +2w");
    reads_as("due = monday+1w", "due = monday+1w");
}

#[test]
fn bare_statuses_are_statuses() {
    reads_as("done", "status:done");
    reads_as("completed", "status:done");
    reads_as("completed > -7d", "completed > -7d");
    reads_as("open | waiting", "status:open | status:waiting");
}

#[test]
fn case_and_spacing_do_not_matter_and_neighbours_are_joined_by_and() {
    reads_as("  TODAY   P1 AND Not OVERDUE ", "today & p1 & !overdue");
    reads_as("not(today or overdue)", "!(today | overdue)");
    reads_as("!!today", "today");
    reads_as("((((today))))", "today");
}

#[test]
fn quotes_keep_words_from_being_keywords() {
    reads_as("\"today\"", "\"today\"");
    reads_as("@\"me\"", "@\"me\"");
    reads_as(r#""say \"hi\" \\""#, r#""say \"hi\" \\""#);
    reads_as("“pay rent”", "\"pay rent\"");
}

#[test]
fn an_empty_filter_is_every_task() {
    assert_eq!(filter(""), Filter::default());
    assert_eq!(filter("  \n "), Filter::default());
    reads_as("sort:-created", "sort:-created");
}

#[test]
fn an_order_is_read_by_itself() {
    let keys = SortKey::parse_list("due,-priority").unwrap();
    assert_eq!(
        keys.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["due", "-priority"]
    );
    assert_eq!(SortKey::parse_list(" "), Ok(Vec::new()));
    assert_eq!(
        SortKey::parse_list("dues")
            .unwrap_err()
            .suggestion
            .as_deref(),
        Some("due")
    );
    assert_eq!(
        SortKey::parse_list("due,-prioritty").unwrap_err().position,
        4
    );
    assert!(SortKey::parse_list("due,due").is_err());
    assert!(SortKey::parse_list("due,").is_err());
}

#[test]
fn errors_name_the_place_and_what_was_meant() {
    refused(
        "tody & p1",
        "^",
        "'tody' is no condition; write \"tody\" in quotes to search for it; did you mean today?",
    );
    refused(
        "p1 & milk",
        "     ^",
        "'milk' is no condition; write \"milk\" in quotes to search for it",
    );
    refused(
        "due < tomorow",
        "      ^",
        "'tomorow' is no day; write today, tomorrow, monday, +7d, -2w, next week or 2026-12-01; did you mean tomorrow?",
    );
    refused(
        "due < 2026-02-30",
        "      ^",
        "'2026-02-30' is no day; write today, tomorrow, monday, +7d, -2w, next week or 2026-12-01",
    );
    refused("due <", "     ^", "a day is missing here");
    refused(
        "due",
        "^",
        "'due' needs a comparison; write due < +7d, due = today, has:due",
    );
    refused(
        "priority > hihg",
        "           ^",
        "'hihg' is no priority; write none, low, medium, high or urgent; did you mean high?",
    );
    refused(
        "status:wating",
        "       ^",
        "'wating' is no status; write one of open, todo, in_progress, waiting, done, cancelled, any; did you mean waiting?",
    );
    refused(
        "has:note2",
        "    ^",
        "a task has no 'note2'; write one of due, start, deadline, priority, tag, reminder, notes, checklist, duration, assignee, section; did you mean notes?",
    );
    refused(
        "tag > errands",
        "    ^",
        "'tag' has no order; write tag:errands",
    );
    refused(
        "sort:dues",
        "     ^",
        "tasks cannot be sorted by 'dues'; did you mean due?",
    );
    refused(
        "created:none",
        "        ^",
        "'none' is no day here; write for example created > -7d",
    );
}

#[test]
fn errors_of_structure_name_the_place() {
    refused("(today", "^", "this ( is not closed; add a )");
    refused("today)", "     ^", "this ) closes nothing; remove it");
    refused("()", "^", "there is no condition inside these brackets");
    refused("today |", "       ^", "a condition is missing here");
    refused("| today", "^", "a condition is missing here");
    refused(
        "today &",
        "      ^",
        "a condition is missing beside this \"and\"",
    );
    refused("& today", "^", "a condition is missing beside this \"and\"");
    refused(
        "today and or p1",
        "      ^",
        "a condition is missing beside this \"and\"",
    );
    refused("not", "   ^", "a condition is missing here");
    refused("!sort:due", "^", "there is nothing to negate here");
    refused(
        "< today",
        "^",
        "'<' needs a field before it, for example due < today",
    );
    refused("\"milk", "^", "this quotation has no end; close it with \"");
    refused("#", "^", "a name or text is missing here");
    refused("\"\"", "^", "a name or text is missing here");
    refused(
        "sort:due sort:title",
        "         ^",
        "sort: is given twice; give it once",
    );
    refused("\"é\" #ü (", "       ^", "this ( is not closed; add a )");
}

#[test]
fn bounds_are_kept() {
    let long = "x".repeat(limits::FILTER_CHARS + 1);
    assert_eq!(
        Filter::parse(&long).unwrap_err().position,
        limits::FILTER_CHARS
    );
    let deep = format!("{}today{}", "(".repeat(30), ")".repeat(30));
    assert_eq!(
        Filter::parse(&deep).unwrap_err().message,
        "a filter nests at most 20 deep"
    );
    let negated = format!("{}today", "!".repeat(500));
    assert_eq!(
        Filter::parse(&negated).unwrap_err().message,
        "a filter nests at most 20 deep"
    );
    let many = "p1 ".repeat(101);
    assert_eq!(
        Filter::parse(&many).unwrap_err().message,
        "a filter has at most 100 conditions"
    );
}

#[test]
fn names_that_do_not_exist_are_found_with_their_neighbours() {
    unresolved(
        "today & #erands",
        "        ^",
        "there is no tag 'erands'; did you mean errands?",
        Some("errands"),
    );
    unresolved("tag:zzz", "    ^", "there is no tag 'zzz'", None);
    unresolved(
        "++gardn",
        "^",
        "there is no project 'gardn'; did you mean Garden?",
        Some("Garden"),
    );
    unresolved(
        "@gracie",
        "^",
        "there is no member 'gracie'; did you mean Grace?",
        Some("Grace"),
    );
    unresolved(
        "@ada",
        "^",
        "several members are called 'ada'; write the full name",
        None,
    );
}

#[test]
fn a_filter_about_statuses_says_so() {
    assert!(filter("p1 & (done | status:any)").mentions_status());
    assert!(filter("completed > -7d").mentions_status());
    assert!(!filter("today | overdue").mentions_status());
}
