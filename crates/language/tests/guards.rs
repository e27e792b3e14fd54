//! Sentences that must not act, and words of time that are none: what is denied, excepted, past, or
//! means something else.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use domain::time::TimeSettings;
use jiff::tz::TimeZone;
use language::{Action, Context, Mode, Proposal, interpret};

const ENGLISH: &str = "en-US";
const GERMAN: &str = "de-DE";

/// Friday 20 November 2026, 10:00 in Berlin.
fn proposal(text: &str, mode: Mode, locale: &str) -> Proposal {
    let time = TimeSettings {
        zone: TimeZone::get("Europe/Berlin").unwrap(),
        ..TimeSettings::default()
    };
    let mut ctx = Context::new("2026-11-20T09:00:00Z".parse().unwrap(), time, locale);
    ctx.mode = mode;
    interpret(text, &ctx)
}

/// The new tasks of a text, each as "title | due | rule", divided by semicolons.
fn created(proposal: &Proposal) -> String {
    let drafts = proposal.actions.iter().filter_map(|action| match action {
        Action::Create { drafts } => Some(drafts),
        _ => None,
    });
    let tasks = drafts.flatten().map(|draft| {
        let task = &draft.task;
        let due = task.due.as_ref().map(|due| due.slot().to_string());
        let series = task.series.as_ref();
        let rule = series.map(|series| series.rule.to_rrule());
        let (due, rule) = (due.unwrap_or_default(), rule.unwrap_or_default());
        format!("{} | {due} | {rule}", task.title)
            .trim_end_matches([' ', '|'])
            .to_owned()
    });
    tasks.collect::<Vec<_>>().join("; ")
}

/// What the add box makes of each text.
#[track_caller]
fn adds(locale: &str, table: &[(&str, &str)]) {
    check(table, |text| created(&proposal(text, Mode::Add, locale)));
}

/// What each text adds where commands are understood, without a question.
#[track_caller]
fn creates(locale: &str, table: &[(&str, &str)]) {
    check(table, |text| {
        let proposal = proposal(text, Mode::Any, locale);
        match proposal.doubts.first() {
            Some(doubt) => doubt.question.clone(),
            None => created(&proposal),
        }
    });
}

#[track_caller]
fn check(table: &[(&str, &str)], read: impl Fn(&str) -> String) {
    let all = table
        .iter()
        .map(|(text, expected)| (text, read(text), expected));
    let wrong: Vec<_> = all.filter(|(_, got, expected)| got != *expected).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[track_caller]
fn changes_nothing(locale: &str, texts: &[&str]) {
    let acts = |text: &&&str| {
        let proposal = proposal(text, Mode::Any, locale);
        proposal.actions.iter().any(Action::is_change)
    };
    let wrong: Vec<_> = texts.iter().filter(acts).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Where commands are understood, nothing happens before somebody says what is meant.
#[track_caller]
fn is_asked_about(locale: &str, texts: &[&str]) {
    let is_sure = |text: &&&str| proposal(text, Mode::Any, locale).doubts.len() != 1;
    let wrong: Vec<_> = texts.iter().filter(is_sure).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_doubled_letter_of_several_bytes_is_no_panic() {
    for text in ["I ßßed the rent", "ßßed", "ääed", "the rent is ééed"] {
        proposal(text, Mode::Any, ENGLISH);
    }
}

#[test]
fn a_denied_request_for_a_task_makes_none() {
    changes_nothing(
        GERMAN,
        &[
            "füg keine Milch hinzu",
            "füg die Milch nicht hinzu",
            "setz Milch nicht auf die Liste",
            "nimm Milch nicht auf die Liste",
            "trag nichts ein",
            "keine Milch hinzufügen",
            "erinnere mich nicht an die Miete",
            "erinnere mich morgen nicht an die Miete",
            "erinnere mich nicht daran, die Miete zu überweisen",
            "mich nicht erinnern",
            "ich möchte nicht erinnert werden",
            "ich muss die Miete nicht überweisen",
            "ich muss nicht einkaufen",
            "ich muss heute nicht mehr einkaufen",
        ],
    );
    creates(
        GERMAN,
        &[
            ("Milch nicht vergessen", "Milch"),
            (
                "erinnere mich an die Miete und füg keine Milch hinzu",
                "Miete",
            ),
            (
                "erinnere mich an die Miete und füg Milch hinzu",
                "Miete; Milch",
            ),
            (
                "vergiss nicht, die Heizung zu entlüften",
                "die Heizung entlüften",
            ),
            ("lass mich nicht vergessen, Brot zu kaufen", "Brot kaufen"),
            (
                "erinnere mich daran, nicht zu spät zu kommen",
                "nicht zu spät kommen",
            ),
            ("erinnere mich, keine Milch zu kaufen", "keine Milch kaufen"),
            (
                "ich muss Brot kaufen, sonst gibt es keins",
                "Brot kaufen, sonst gibt es keins",
            ),
        ],
    );
}

#[test]
fn verbs_of_everyday_life_are_things_to_do_and_no_orders() {
    changes_nothing(
        GERMAN,
        &[
            "kannst du den Keller streichen",
            "streich Eier nicht von der Liste",
            "könntest du den Müll wegwerfen?",
        ],
    );
    creates(
        GERMAN,
        &[
            ("streiche den Keller", "streiche den Keller"),
            ("streiche die Blumen", "streiche die Blumen"),
            ("wirf die Rechnung weg", "wirf die Rechnung weg"),
            ("schmeiß das Brot weg", "schmeiß das Brot weg"),
            ("schließe den Keller ab", "schließe den Keller ab"),
            ("erledige den Keller", "erledige den Keller"),
            (
                "erledige die Steuererklärung",
                "erledige die Steuererklärung",
            ),
        ],
    );
}

#[test]
fn a_time_that_is_denied_or_excepted_stays_in_the_title() {
    adds(
        ENGLISH,
        &[
            ("pay rent but not tomorrow", "pay rent but not tomorrow"),
            ("not today: take out trash", "not today: take out trash"),
            (
                "water plants daily except in august",
                "water plants except in august | 2026-11-20 | FREQ=DAILY",
            ),
            (
                "pay rent not on monday or tuesday",
                "pay rent not on monday or tuesday",
            ),
            (
                "call Bob not tomorrow but on monday",
                "call Bob not tomorrow but | 2026-11-23",
            ),
            (
                "run every day except sunday",
                "run | 2026-11-20 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA",
            ),
        ],
    );
    adds(
        GERMAN,
        &[
            (
                "Müll rausbringen, aber nicht morgen",
                "Müll rausbringen, aber nicht morgen",
            ),
            (
                "nicht heute: Müll rausbringen",
                "nicht heute: Müll rausbringen",
            ),
            (
                "jeden Montag außer im August Kurs",
                "außer im August Kurs | 2026-11-23 | FREQ=WEEKLY;BYDAY=MO",
            ),
            (
                "Miete zahlen, nicht am Montag",
                "Miete zahlen, nicht am Montag",
            ),
            (
                "Milch nicht vergessen am Montag",
                "Milch nicht vergessen | 2026-11-23",
            ),
        ],
    );
    changes_nothing(GERMAN, &["Müll rausbringen, aber nicht morgen"]);
    is_asked_about(
        ENGLISH,
        &[
            "remind me to pay rent but not tomorrow",
            "pay rent every month except in august",
        ],
    );
    is_asked_about(
        GERMAN,
        &[
            "jeden Montag außer im August Kurs",
            "außer Montag jeden Tag laufen",
        ],
    );
}

#[test]
fn a_past_day_is_no_due_date() {
    adds(
        ENGLISH,
        &[
            ("movie last friday", "movie last friday"),
            ("sick since monday", "sick since monday"),
            ("photos from yesterday", "photos from yesterday"),
        ],
    );
    adds(
        GERMAN,
        &[
            ("letzten Freitag Kino", "letzten Freitag Kino"),
            ("Fotos vom letzten Freitag", "Fotos vom letzten Freitag"),
            ("seit Montag krank", "seit Montag krank"),
        ],
    );
}

#[test]
fn a_word_of_time_goes_with_its_day() {
    adds(
        GERMAN,
        &[
            ("ab Montag Diät", "Diät | 2026-11-23"),
            ("Diät ab Montag", "Diät | 2026-11-23"),
            (
                "Rechnung 4711 bis 15.12. zahlen",
                "Rechnung 4711 zahlen | 2026-12-15",
            ),
            (
                "Rechnung bis Freitag zahlen",
                "Rechnung zahlen | 2026-11-27",
            ),
        ],
    );
}

#[test]
fn a_full_stop_of_an_ordinal_ends_no_sentence() {
    adds(
        GERMAN,
        &[
            ("zum 3. Mal Müller mahnen", "zum 3. Mal Müller mahnen"),
            ("Brot kaufen. Ruf Mama an", "Brot kaufen; Ruf Mama an"),
            ("morgen um 8. Ruf Mama an", "Ruf Mama an | 2026-11-21T08:00"),
        ],
    );
    creates(
        GERMAN,
        &[("zum 3. Mal Müller mahnen", "zum 3. Mal Müller mahnen")],
    );
    changes_nothing(GERMAN, &["Miete ist nicht wichtig"]);
    changes_nothing(ENGLISH, &["the rent is not urgent"]);
}

#[test]
fn an_ordinal_is_a_day_only_where_one_is_announced() {
    adds(
        GERMAN,
        &[
            (
                "nach dem 3. Klingeln abheben",
                "nach dem 3. Klingeln abheben",
            ),
            (
                "FSV Mainz 05 gegen 1. FC Köln schauen",
                "FSV Mainz 05 gegen 1. FC Köln schauen",
            ),
            ("im 3. Stock klingeln", "im 3. Stock klingeln"),
            ("am 3. Miete zahlen", "Miete zahlen | 2026-12-03"),
            ("bis zum 3. kündigen", "kündigen | 2026-12-03"),
            ("Freitag, den 4. Kurs", "Kurs | 2026-12-04"),
        ],
    );
}

#[test]
fn a_short_day_that_is_a_word_too_needs_company() {
    adds(
        GERMAN,
        &[
            ("Fr. Müller anrufen", "Fr. Müller anrufen"),
            ("Fr Müller anrufen", "Fr Müller anrufen"),
            ("Do it yourself Regal bauen", "Do it yourself Regal bauen"),
            ("di caprio film schauen", "di caprio film schauen"),
            ("Di 10 Uhr Zahnarzt", "Zahnarzt | 2026-11-24T10:00"),
            ("Kurs am Do", "Kurs | 2026-11-26"),
            ("Fr, 4.12. Kurs", "Kurs | 2026-12-04"),
        ],
    );
}

#[test]
fn a_number_that_no_calendar_holds_is_no_time() {
    adds(
        ENGLISH,
        &[
            ("in 999999999 days stretch", "in 999999999 days stretch"),
            (
                "remind me 99999999 days before rent",
                "99999999 days before rent",
            ),
            ("in 90 days stretch", "stretch | 2027-02-18"),
        ],
    );
}

#[test]
fn parts_of_hours_are_lengths() {
    adds(
        GERMAN,
        &[
            (
                "in einer dreiviertel Stunde anrufen",
                "anrufen | 2026-11-20T10:45",
            ),
            (
                "in dreiviertel Stunden anrufen",
                "anrufen | 2026-11-20T10:45",
            ),
        ],
    );
}

#[test]
fn the_add_box_keeps_verbs_that_are_things_to_do() {
    adds(
        GERMAN,
        &[
            ("nimm die Sendung auf", "nimm die Sendung auf"),
            ("trag dich in die Liste ein", "trag dich in die Liste ein"),
            ("Punkte in die Checkliste eintragen", "Punkte"),
            ("guten Morgen", "guten Morgen"),
            ("füg Milch hinzu", "Milch"),
            ("setz Milch auf die Liste", "Milch"),
            (
                "kannst du mich an die Wäsche erinnern",
                "kannst du mich an die Wäsche erinnern",
            ),
            ("mich an die Wäsche erinnern", "Wäsche"),
        ],
    );
    adds(ENGLISH, &[("good morning", "good morning")]);
}

#[test]
fn a_word_of_talk_is_kept_where_it_belongs_to_the_task() {
    for mode in [Mode::Any, Mode::Add] {
        let text = "So schnell wie möglich antworten";
        let read = created(&proposal(text, mode, GERMAN));
        assert_eq!(read, text);
    }
    creates(GERMAN, &[("so, erinnere mich an die Wäsche", "Wäsche")]);
}
