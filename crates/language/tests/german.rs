//! German sentences and what they lead to. The tasks are those of the list `zuhause` of
//! `evals/data/fixtures.json`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod said;

use domain::time::TimeSettings;
use jiff::tz::TimeZone;
use language::{Action, Context, Mode, Reply, echo, interpret, parse_move, parse_rule, parse_when};
use said::Speaker;

const SPEAKER: Speaker = Speaker {
    zone: "Europe/Berlin",
    locale: "de-DE",
    list: "zuhause",
};

/// Friday 20 November 2026, 10:00 in Berlin.
fn context(mode: Mode) -> Context {
    let time = TimeSettings {
        zone: TimeZone::get("Europe/Berlin").unwrap(),
        ..TimeSettings::default()
    };
    let mut ctx = Context::new("2026-11-20T09:00:00Z".parse().unwrap(), time, "de-DE");
    ctx.mode = mode;
    ctx
}

#[track_caller]
fn when(words: &str, expected: &str) {
    let due = parse_when(words, &context(Mode::Any));
    let got = due.map(|due| due.slot().to_string());
    assert_eq!(got.as_deref(), Some(expected), "{words}");
}

#[track_caller]
fn rule(words: &str, due: &str, expected: &str) {
    let read = parse_rule(words, &context(Mode::Any));
    let got = read.map(|read| (read.due.slot().to_string(), read.rule.to_rrule()));
    assert_eq!(got, Some((due.to_owned(), expected.to_owned())), "{words}");
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(SPEAKER.said(text, &[]), expected, "{text}");
}

#[test]
fn days_are_read() {
    when("heute", "2026-11-20");
    when("übermorgen", "2026-11-22");
    when("uebermorgen", "2026-11-22");
    when("am Montag", "2026-11-23");
    when("nächsten Dienstag", "2026-11-24");
    when("übernächsten Montag", "2026-11-30");
    when("Montag in einer Woche", "2026-11-30");
    when("heute in zwei Wochen", "2026-12-04");
    when("nächste Woche Mittwoch", "2026-11-25");
    when("am 3. Dezember", "2026-12-03");
    when("am 3.12.", "2026-12-03");
    when("31.12.", "2026-12-31");
    when("1.5.2027", "2027-05-01");
    when("1.5.27", "2027-05-01");
    when("Dienstag, den 1. Dezember", "2026-12-01");
    when("am 28.", "2026-11-28");
    when("in drei Tagen", "2026-11-23");
    when("in einem Monat", "2026-12-20");
    when("Ende des Monats", "2026-11-30");
    when("Mitte Januar", "2027-01-15");
    when("Anfang nächster Woche", "2026-11-23");
    when("am Wochenende", "2026-11-21");
    when("an Heiligabend", "2026-12-24");
    when("Ostermontag", "2027-03-29");
}

#[test]
fn times_are_read() {
    when("morgen um 8", "2026-11-21T08:00");
    when("morgen um halb acht", "2026-11-21T07:30");
    when("morgen um Viertel nach neun", "2026-11-21T09:15");
    when("morgen um Viertel vor sechs", "2026-11-21T17:45");
    when("morgen um drei viertel zehn", "2026-11-21T09:45");
    when("morgen um fünf vor halb neun", "2026-11-21T08:25");
    when("heute um 14 Uhr", "2026-11-20T14:00");
    when("heute 14 Uhr 30", "2026-11-20T14:30");
    when("morgen um 6:30", "2026-11-21T06:30");
    when("morgen 8.15 Uhr", "2026-11-21T08:15");
    when("morgen um 8 Uhr abends", "2026-11-21T20:00");
    when("morgen Abend um halb acht", "2026-11-21T19:30");
    when("morgen früh", "2026-11-21T09:00");
    when("heute Abend", "2026-11-20T19:00");
    when("Samstagvormittag", "2026-11-21T09:00");
    when("am Morgen", "2026-11-21T09:00");
    when("in einer halben Stunde", "2026-11-20T10:30");
    when("in anderthalb Stunden", "2026-11-20T11:30");
    when("in einer Viertelstunde", "2026-11-20T10:15");
    when("um ein Uhr", "2026-11-20T13:00");
    when("morgen um Mitternacht", "2026-11-22T00:00");
}

#[test]
fn rules_are_read() {
    rule("jeden Tag", "2026-11-20", "FREQ=DAILY");
    rule(
        "werktags um 8",
        "2026-11-23T08:00",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    );
    rule(
        "jeden zweiten Dienstag",
        "2026-11-24",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    );
    rule("alle zwei Wochen", "2026-11-20", "FREQ=WEEKLY;INTERVAL=2");
    rule(
        "am Ersten jedes Monats",
        "2026-12-01",
        "FREQ=MONTHLY;BYMONTHDAY=1",
    );
    rule(
        "am 1. und 15. jedes Monats",
        "2026-12-01",
        "FREQ=MONTHLY;BYMONTHDAY=1,15",
    );
    rule(
        "jeden letzten Freitag im Monat",
        "2026-11-27",
        "FREQ=MONTHLY;BYDAY=-1FR",
    );
    rule(
        "jeden vorletzten Tag des Monats",
        "2026-11-29",
        "FREQ=MONTHLY;BYMONTHDAY=-2",
    );
    rule(
        "montags und donnerstags um 18 Uhr",
        "2026-11-23T18:00",
        "FREQ=WEEKLY;BYDAY=MO,TH",
    );
    rule("jeden Abend", "2026-11-20T19:00", "FREQ=DAILY");
    rule("abends um 9", "2026-11-20T21:00", "FREQ=DAILY");
    rule(
        "jedes Jahr am 24. Dezember",
        "2026-12-24",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
    );
    rule("einmal pro Woche", "2026-11-20", "FREQ=WEEKLY");
    rule(
        "jeden Montag dreimal",
        "2026-11-23",
        "FREQ=WEEKLY;BYDAY=MO;COUNT=3",
    );
}

#[test]
fn a_phrase_may_be_english_too() {
    when("tomorrow at 5pm", "2026-11-21T17:00");
    rule(
        "every weekday at 8",
        "2026-11-23T08:00",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    );
}

#[test]
fn a_move_is_read() {
    use domain::command::Move;
    let moved = |words: &str| parse_move(words, &context(Mode::Any));
    assert_eq!(moved("um zwei Tage"), Some(Move::ByDays { days: 2 }));
    assert_eq!(moved("kein Datum"), Some(Move::Clear));
}

#[test]
fn new_tasks_keep_their_words() {
    check(
        "Erinnere mich daran, morgen die Garage aufzuräumen",
        "create_task due=2026-11-21 title=die Garage aufräumen",
    );
    check(
        "vergiss nicht, die Heizung zu entlüften",
        "create_task title=die Heizung entlüften",
    );
    check(
        "trag Elternabend am Montag um 19 Uhr ein",
        "create_task due=2026-11-23T19:00 title=Elternabend",
    );
    check(
        "kannst du bitte Tee auf die Einkaufsliste setzen?",
        "create_task project=Einkauf title=Tee",
    );
    check(
        "Monatsbericht lesen",
        "create_task title=Monatsbericht lesen",
    );
    check("Abendkleid abholen", "create_task title=Abendkleid abholen");
    check(
        "kauf am Samstag Blumen",
        "create_task due=2026-11-21 title=kauf Blumen",
    );
    check("Milch nicht vergessen", "create_task title=Milch");
}

#[test]
fn what_belongs_to_a_thing_stays_in_its_title() {
    for title in [
        "Wohnung im 3. Stock streichen",
        "Kapitel 3 lesen",
        "Version 2.5 testen",
        "Rechnung über 45,50 Euro bezahlen",
        "Weihnachten planen",
        "Mai Li anrufen",
        "Herr Sommer anrufen",
        "Lampe kaufen",
    ] {
        check(title, &format!("create_task title={title}"));
    }
}

#[test]
fn a_rule_has_its_end_and_its_part_of_the_day() {
    check(
        "jeden Morgen um 7 Tabletten bis Ende Januar",
        "create_task due=2026-11-21T07:00 recurrence=FREQ=DAILY;UNTIL=20270131 title=Tabletten",
    );
    check(
        "alle zwei Tage abends Blumen gießen",
        "create_task due=2026-11-20T19:00 recurrence=FREQ=DAILY;INTERVAL=2 title=Blumen gießen",
    );
    check("zweimal täglich Tabletten", "clarify");
}

#[test]
fn bulk_orders_take_their_filter_and_not_more() {
    check(
        "markiere alle Aufgaben mit dem Tag wohnung als erledigt",
        "complete_task d4,d10,d13,d14",
    );
    check(
        "verschieb alles von heute auf morgen",
        "update_task d1 due=2026-11-21; update_task d7 due=2026-11-21T17:00",
    );
}

#[test]
fn separable_verbs_close_around_their_object() {
    check("hake die Reifen ab", "complete_task d16");
    check("schließ die Aufgabe Wasserhahn ab", "complete_task d13");
    check("streich die Aufgabe Blumen gießen", "delete_task d10");
    check("kannst du Brot von der Liste streichen?", "delete_task d3");
    check(
        "füg der Einkaufsliste Quark hinzu",
        "create_task project=Einkauf title=Quark",
    );
    check(
        "benenne Mama anrufen in Oma anrufen um",
        "update_task d15 title=Oma anrufen",
    );
    check(
        "kannst du den Keller auf Montag verschieben?",
        "update_task d14 due=2026-11-23",
    );
    check("kannst du bitte Brot kaufen löschen?", "delete_task d3");
}

#[test]
fn statements_of_what_was_done_complete() {
    check("ich habe den Flug gebucht", "complete_task d11");
    check("der Reisepass wurde verlängert", "complete_task d12");
    // "Müll" is not the beginning of "Müller", and the one about it is done already.
    check("der Müll ist rausgebracht", "clarify");
    check("die Steuererklärung habe ich abgegeben", "complete_task d9");
}

#[test]
fn what_is_denied_changes_nothing() {
    for text in [
        "lösch nichts",
        "lösch den Keller nicht",
        "bitte nichts löschen",
        "verschieb den Frisörtermin nicht",
        "hak Milch kaufen noch nicht ab",
        "markiere die Miete nicht als erledigt",
    ] {
        let proposal = interpret(text, &context(Mode::Any));
        assert!(
            !proposal.actions.iter().any(Action::is_change),
            "{text}: {proposal:?}"
        );
    }
}

#[test]
fn questions_and_talk_change_nothing() {
    for text in [
        "was steht morgen an?",
        "wie viele Aufgaben sind offen?",
        "soll ich die Blumen gießen?",
        "ist die Miete schon überwiesen?",
        "wie wird das Wetter am Montag?",
        "guten Abend",
        "ich habe Hunger",
        "Mama hat angerufen",
        "eigentlich wollte ich die Reifen wechseln",
        "was muss heute noch erledigt werden?",
        "schön, dich zu sehen",
        "das war ein langer Tag",
    ] {
        let proposal = interpret(text, &context(Mode::Any));
        assert!(
            !proposal.actions.iter().any(Action::is_change),
            "{text}: {proposal:?}"
        );
    }
    assert_eq!(interpret("hilfe", &context(Mode::Any)).reply, Reply::Help);
}

#[test]
fn quoted_text_is_never_interpreted() {
    let ctx = context(Mode::Add);
    let proposal = interpret("lies „Morgen um acht“", &ctx);
    let [Action::Create { drafts }] = proposal.actions.as_slice() else {
        panic!("{proposal:?}")
    };
    assert_eq!(drafts[0].task.title, "lies „Morgen um acht“");
    assert_eq!(drafts[0].task.due, None);
}

#[test]
fn things_are_said_back_in_german() {
    let ctx = context(Mode::Any);
    let due = parse_when("morgen um halb acht", &ctx).unwrap();
    assert_eq!(echo::due(&due, ctx.now, &ctx.time, "de"), "morgen 07:30");
    let read = parse_rule("alle zwei Wochen am Sonntag um 9", &ctx).unwrap();
    let words = echo::rule(&read.rule, Some(read.due.slot()), "de-AT");
    assert_eq!(words, "jede zweite Woche am Sonntag um 09:00");
    let twice = parse_rule("zweimal pro Woche", &ctx);
    assert_eq!(twice, None);
}

#[test]
fn english_words_mean_nothing_by_their_spelling_alone() {
    // "die", "will", "was", "in" and "so" are words of both languages.
    check("will ich das?", "chat");
    check("was ist so in Arbeit?", "list_tasks project=Arbeit");
}

#[test]
fn a_yes_and_a_no_are_german() {
    let ctx = context(Mode::Any);
    for (words, expected) in [
        ("ja", Some(true)),
        ("Ja, bitte!", Some(true)),
        ("nein", Some(false)),
        ("lieber nicht", Some(false)),
        ("am Freitag", None),
    ] {
        assert_eq!(language::yes_or_no(words, &ctx), expected, "{words}");
    }
}

#[test]
fn the_next_one_is_the_occurrence_that_is_skipped() {
    let skipped = SPEAKER.said("überspring die Miete diesmal", &[]);
    assert!(skipped.starts_with("update_task d4 due="), "{skipped}");
    check("überspring die nächste Miete", &skipped);
    check("überspringe das nächste Miete überweisen", &skipped);
    assert_eq!(SPEAKER.said("überspring das nächste", &["d4"]), skipped);
    check("überspring das nächste", "clarify");
}
