//! Projects, sections and tags in sentences, and the titles that only sound like them. The tasks are
//! those of `evals/data/fixtures.json`, whose projects and tags exist.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod said;

use domain::time::TimeSettings;
use language::{Context, Mode, interpret};
use said::{ENGLISH, GERMAN, Speaker};

#[track_caller]
fn check(speaker: &Speaker, rows: &[(&str, &str)]) {
    for (text, wanted) in rows {
        assert_eq!(speaker.said(text, &[]), *wanted, "{text}");
    }
}

#[test]
fn a_project_a_section_or_a_tag_is_made_by_its_name() {
    check(
        &ENGLISH,
        &[
            (
                "create a project called Family",
                "organize action=add kind=project name=Family",
            ),
            (
                "please make me a new project named home and garden",
                "organize action=add kind=project name=home and garden",
            ),
            (
                "create a project called \"Launch monday\"",
                "organize action=add kind=project name=Launch monday",
            ),
            (
                "new project Family",
                "organize action=add kind=project name=Family",
            ),
            (
                "new project: Kitchen",
                "organize action=add kind=project name=Kitchen",
            ),
            (
                "create a project Apollo",
                "organize action=add kind=project name=Apollo",
            ),
            (
                "make a section Fruit in groceries",
                "organize action=add kind=section name=Fruit parent=Groceries",
            ),
            (
                "add a section called to read to the Work project",
                "organize action=add kind=section name=to read parent=Work",
            ),
            (
                "in groceries add a section Fruit",
                "organize action=add kind=section name=Fruit parent=Groceries",
            ),
            (
                "create a tag urgent",
                "organize action=add kind=tag name=urgent",
            ),
            (
                "create a new tag called waiting",
                "organize action=add kind=tag name=waiting",
            ),
            (
                "create a tag #waiting",
                "organize action=add kind=tag name=waiting",
            ),
            (
                "create a project called Trip and add pack bags tomorrow",
                "organize action=add kind=project name=Trip; create_task due=2026-11-21 title=pack bags",
            ),
        ],
    );
    check(
        &GERMAN,
        &[
            (
                "erstelle ein Projekt namens Familie",
                "organize action=add kind=project name=Familie",
            ),
            (
                "leg ein neues Projekt Haus und Garten an",
                "organize action=add kind=project name=Haus und Garten",
            ),
            (
                "neues Projekt Familie",
                "organize action=add kind=project name=Familie",
            ),
            (
                "kannst du bitte ein Projekt Familie anlegen?",
                "organize action=add kind=project name=Familie",
            ),
            (
                "mach einen Abschnitt Obst in Einkauf",
                "organize action=add kind=section name=Obst parent=Einkauf",
            ),
            (
                "füge im Projekt Einkauf einen Abschnitt Obst hinzu",
                "organize action=add kind=section name=Obst parent=Einkauf",
            ),
            (
                "erstelle das Schlagwort dringend",
                "organize action=add kind=tag name=dringend",
            ),
            (
                "erstelle einen Tag dringend",
                "organize action=add kind=tag name=dringend",
            ),
        ],
    );
}

#[test]
fn what_exists_is_renamed_put_away_and_deleted_by_its_name() {
    check(
        &ENGLISH,
        &[
            (
                "rename the project groceries to Food",
                "organize action=change kind=project name=Groceries new_name=Food",
            ),
            (
                "rename the work project to Day job",
                "organize action=change kind=project name=Work new_name=Day job",
            ),
            (
                "rename the tag home to house",
                "organize action=change kind=tag name=home new_name=house",
            ),
            (
                "archive the project Work",
                "organize action=archive kind=project name=Work",
            ),
            (
                "delete the tag home",
                "organize action=delete kind=tag name=home",
            ),
            // A project takes its tasks along.
            ("delete the project Work", "confirm"),
            ("delete the groceries project", "confirm"),
            // Nearly a name: it is told so.
            (
                "rename the project Grocries to Food",
                "organize action=change kind=project name=Grocries new_name=Food",
            ),
        ],
    );
    check(
        &GERMAN,
        &[
            (
                "benenne das Projekt Arbeit in Büro um",
                "organize action=change kind=project name=Arbeit new_name=Büro",
            ),
            (
                "benenne den Tag wohnung um in haus",
                "organize action=change kind=tag name=wohnung new_name=haus",
            ),
            (
                "archiviere das Projekt Arbeit",
                "organize action=archive kind=project name=Arbeit",
            ),
            (
                "lösch den Tag reise",
                "organize action=delete kind=tag name=reise",
            ),
            ("lösch das Projekt Arbeit", "confirm"),
            ("kannst du das Projekt Arbeit löschen", "confirm"),
        ],
    );
}

#[test]
fn a_section_without_its_project_is_asked_about() {
    check(&ENGLISH, &[("make a section called Fruit", "clarify")]);
    check(&GERMAN, &[("neuer Abschnitt namens Obst", "clarify")]);
}

#[test]
fn longer_nouns_purposes_and_dates_stay_tasks() {
    check(
        &ENGLISH,
        &[
            (
                "create a project plan for Monday",
                "create_task due=2026-11-23 title=create a project plan",
            ),
            (
                "create a new project plan",
                "create_task title=create a new project plan",
            ),
            (
                "create a project schedule",
                "create_task title=create a project schedule",
            ),
            ("create a tag cloud", "create_task title=create a tag cloud"),
            (
                "create a project in the ERP",
                "create_task title=create a project in the ERP",
            ),
            ("make a section drawing", "chat"),
            ("make a section drawing in groceries", "chat"),
            ("new project proposal", "chat"),
            ("start a project with the kids", "chat"),
            ("don't create a project called Trip", "chat"),
            ("should I delete the project Work?", "chat"),
            ("how do I create a project called Trip", "chat"),
            // Nothing of that name: a task may be meant, and none fits.
            ("delete the project Gardening", "clarify"),
            ("rename the project Gardening to Kin", "clarify"),
        ],
    );
    check(
        &GERMAN,
        &[
            (
                "Projektplan für Montag erstellen",
                "create_task due=2026-11-23 title=Projektplan erstellen",
            ),
            (
                "Projekt Familie anlegen",
                "create_task title=Projekt Familie anlegen",
            ),
            ("mach ein Projekt für die Schule", "chat"),
            ("neuer Tag, neues Glück", "chat"),
            ("lösch das Projekt Arbeit nicht", "chat"),
        ],
    );
}

#[test]
fn in_the_add_box_they_are_titles() {
    let now = jiff::Timestamp::from_second(1_795_186_800).unwrap_or_default();
    for (locale, text) in [
        ("en", "create a project called Family"),
        ("en", "rename the project Work to Job"),
        ("en", "delete the project Work"),
        ("de", "lösch das Projekt Arbeit"),
    ] {
        let mut ctx = Context::new(now, TimeSettings::default(), locale);
        ctx.mode = Mode::Add;
        ctx.projects = vec!["Work".to_owned(), "Arbeit".to_owned()];
        let proposal = interpret(text, &ctx);
        let [language::Action::Create { drafts }] = proposal.actions.as_slice() else {
            panic!("{text}: {proposal:?}")
        };
        assert_eq!(drafts[0].task.title, text);
    }
}
