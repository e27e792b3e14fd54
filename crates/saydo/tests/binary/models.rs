//! A language model behind the whole binary.

use std::process::Command;

use fake_model::{Behaviour, FakeModel, KEY, MODEL};
use serde_json::json;
use tokio::runtime::Runtime;

use crate::support::{World, finish};

/// The verb with the model set in its environment.
fn with_model(world: &World, fake: &FakeModel, words: &[&str]) -> Command {
    let mut command = world.command(words);
    command
        .env("SAYDO_LLM_PROVIDER", "compatible")
        .env("SAYDO_LLM_BASE_URL", fake.base_url())
        .env("SAYDO_LLM_MODEL", MODEL)
        .env("SAYDO_LLM_API_KEY", KEY);
    command
}

#[test]
fn a_model_that_is_set_answers_what_is_not_understood_and_plans_with_the_tools() {
    let runtime = Runtime::new().unwrap();
    let fake = runtime
        .block_on(FakeModel::start(|_, at| match at {
            0 => Behaviour::Call(
                "",
                vec![(
                    "add_tasks",
                    json!({ "tasks": [{ "title": "Buy candles" }] }),
                )],
            ),
            _ => Behaviour::Say("Anything else?".to_owned()),
        }))
        .unwrap();
    let world = World::new();

    let mut chat = with_model(
        &world,
        &fake,
        &["chat", "the candles thing, sort it somehow"],
    );
    let run = finish(chat.output().unwrap());

    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("Buy candles"), "{}", run.out);
    assert!(run.out.contains("Anything else?"), "{}", run.out);
    assert_eq!(world.titles(), ["Buy candles"]);
    assert_eq!(fake.faults(), [""; 0]);
    assert!(!run.err.contains(KEY), "{}", run.err);

    let doctor = finish(with_model(&world, &fake, &["doctor"]).output().unwrap());
    assert!(doctor.out.contains(MODEL), "{}", doctor.out);
    assert!(!doctor.out.contains(KEY), "{}", doctor.out);
    assert_eq!(doctor.code, 0, "{}", doctor.out);
}

#[test]
fn what_a_model_lacks_is_named_before_anything_starts() {
    let cases: [(&[(&str, &str)], &str); 4] = [
        (&[("SAYDO_LLM_PROVIDER", "openai")], "llm_api_key"),
        (&[("SAYDO_LLM_PROVIDER", "ollama")], "llm_model"),
        (
            &[
                ("SAYDO_LLM_PROVIDER", "compatible"),
                ("SAYDO_LLM_MODEL", "any"),
            ],
            "llm_base_url",
        ),
        (&[("SAYDO_LLM_PROVIDER", "gpt")], "not one of off, openai"),
    ];
    for (variables, missing) in cases {
        let world = World::new();
        let mut command = world.command(&["ls"]);
        command.envs(variables.iter().copied());
        let run = finish(command.output().unwrap());
        assert_eq!(run.code, 2, "{variables:?}: {}", run.err);
        assert!(run.err.contains(missing), "{variables:?}: {}", run.err);
    }
}
