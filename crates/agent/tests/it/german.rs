//! A conversation in German: what speaks of several tasks, and what surely makes one.

use app::TaskSet;
use domain::command::Command;
use domain::user::Settings;
use serde_json::json;

use crate::home::Home;

/// A saydo whose owner speaks German, with tasks of these titles.
async fn home(titles: &[&str]) -> Home {
    let home = Home::new().await;
    let settings = Settings {
        locale: "de-DE".to_owned(),
        time_zone: domain::due::Zone::named("Europe/Berlin").unwrap(),
        ..Settings::default()
    };
    let command = Command::UpdateSettings { settings };
    home.app.execute(&home.actor, command, None).await.unwrap();
    let tasks: Vec<_> = titles
        .iter()
        .map(|title| json!({ "title": title }))
        .collect();
    if !tasks.is_empty() {
        home.ok("add_tasks", json!({ "tasks": tasks })).await;
    }
    home
}

#[tokio::test]
async fn words_for_several_tasks_mean_all_that_were_listed() {
    for words in [
        "verschieb sie auf Freitag",
        "verschieb beide auf Freitag",
        "verschieb alle auf Freitag",
    ] {
        let home = home(&["Brot kaufen", "Milch kaufen"]).await;
        let listed = home.say("zeig mir alle Aufgaben").await;
        home.say_in(listed.conversation, words).await;
        for task in home.tasks(TaskSet::All).await {
            let due = task.due.map(|due| due.date);
            assert_eq!(due.as_deref(), Some("2026-11-27"), "{words}");
        }
    }
}

#[tokio::test]
async fn it_alone_is_no_leave_to_change_all_that_were_listed() {
    let home = home(&["Brot kaufen", "Milch kaufen"]).await;
    let listed = home.say("zeig mir alle Aufgaben").await;
    let asked = home
        .say_in(listed.conversation, "verschieb es auf Freitag")
        .await;
    assert!(asked.receipts().is_empty(), "{}", asked.text);
    let tasks = home.tasks(TaskSet::All).await;
    assert!(tasks.iter().all(|task| task.due.is_none()));
}

#[tokio::test]
async fn the_words_that_make_a_task_are_german_and_do() {
    let home = home(&[]).await;
    let told = home.say("ich bin müde").await;
    assert!(told.text.contains("sag „neue Aufgabe:“"), "{}", told.text);
    home.say("neue Aufgabe: ich bin müde").await;
    assert_eq!(home.titles(TaskSet::All).await, ["ich bin müde"]);
}

#[tokio::test]
async fn the_chat_answers_in_german() {
    let home = home(&["Brot kaufen", "Milch kaufen", "Keller aufräumen"]).await;
    let mut wrong = Vec::new();
    for (said, answer) in [
        (
            "hallo",
            "Hallo. Sag mir, was zu tun ist, oder frag, was ansteht.",
        ),
        ("was kannst du", "Ich führe deine Aufgaben."),
        ("spiel Musik", "Ich führe nur Aufgaben"),
        (
            "lösch die Miete",
            "Ich habe keine offene Aufgabe wie „Miete“ gefunden.",
        ),
        ("was ist überfällig?", "Nichts überfällig."),
        ("zeig mir alle Aufgaben", "3 offene Aufgaben."),
        (
            "Zahnarzt anrufen morgen um 9, wichtig",
            "Angelegt: „Zahnarzt anrufen“, morgen 09:00, Priorität hoch.",
        ),
        (
            "verschieb den Keller auf Freitag",
            "Verschoben: „Keller aufräumen“, jetzt Fr 27. Nov.",
        ),
        ("hab die Milch gekauft", "Erledigt: „Milch kaufen“."),
        (
            "habe ich die Milch schon gekauft?",
            "Ja: „Milch kaufen“ wurde erledigt, heute",
        ),
        (
            "mach den Keller wichtig",
            "Geändert: „Keller aufräumen“, Priorität hoch.",
        ),
        (
            "erstelle ein Projekt namens Urlaub",
            "Projekt „Urlaub“ angelegt.",
        ),
        (
            "lösch das Projekt Urlaub",
            "Das Projekt „Urlaub“ mit 0 Aufgaben löschen?",
        ),
        (
            "lösch Brot und Keller",
            "2 Aufgaben löschen? Sie bleiben 7 Tage im Papierkorb.",
        ),
        ("nein", "Es ist keine Frage offen."),
        ("mach das rückgängig", "Rückgängig gemacht."),
    ] {
        let told = home.say(said).await;
        if !told.text.starts_with(answer) {
            wrong.push(format!("{said}: {}", told.text));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[tokio::test]
async fn a_yes_for_all_in_german_answers_both_questions() {
    for (yes, changes) in [("ja, beide", 2), ("ja zu allem", 2), ("nein", 0)] {
        let home = home(&["Brot kaufen", "Milch kaufen"]).await;
        home.say("erstelle ein Projekt namens Urlaub").await;
        let asked = home
            .say("lösch Brot und Milch und lösch das Projekt Urlaub")
            .await;
        let done = home.say_in(asked.conversation, yes).await;
        assert_eq!(done.receipts().len(), changes, "{yes}: {}", done.text);
    }
}
