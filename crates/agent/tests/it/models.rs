//! The chat with a language model: a fake one over real HTTP that is honest, wrong, or led astray.

mod astray;
mod broken;
mod honest;

use agent::chat::Reason;
use agent::model::{ModelSettings, OpenAiModel, Provider};
use agent::{AgentEvent, Chat};
use fake_model::{Behaviour, FakeModel, KEY, MODEL};
use serde_json::{Value, json};
use std::sync::Arc;

use crate::home::{Answer, Home};

/// A furnished saydo whose chat has a fake model.
struct World {
    home: Home,
    fake: FakeModel,
}

impl World {
    /// The model answers the n-th request, from 0, as `choose` says.
    async fn new(choose: impl FnMut(&Value, usize) -> Behaviour + Send + 'static) -> Self {
        let fake = FakeModel::start(choose).await.unwrap();
        let mut home = Home::new().await;
        home.furnish().await;
        let model = OpenAiModel::new(ModelSettings {
            provider: Provider::Compatible,
            base_url: fake.base_url(),
            model: MODEL.to_owned(),
            api_key: Some(KEY.into()),
        });
        home.chat = Chat::new(home.app.clone()).with_model(Arc::new(model.unwrap()));
        Self { home, fake }
    }

    /// Says what nobody understands without a model.
    async fn say(&self, message: &str) -> Answer {
        let before = self.fake.requests().len();
        let answer = self.home.say(message).await;
        assert!(self.fake.requests().len() > before, "{}", answer.text);
        assert_eq!(self.fake.faults(), [""; 0], "{message}");
        answer
    }
}

/// What a tool gave to the model in a request, latest last.
fn results(request: &Value) -> Vec<Value> {
    let messages = request["messages"].as_array().unwrap();
    let told = messages.iter().filter(|message| message["role"] == "tool");
    told.map(|message| serde_json::from_str(message["content"].as_str().unwrap()).unwrap())
        .collect()
}

/// The ids of the tasks that the last result of a request has.
fn ids(request: &Value) -> Vec<Value> {
    let last = results(request).pop().unwrap();
    let tasks = last["data"]["tasks"].as_array().unwrap().clone();
    tasks.into_iter().map(|task| task["id"].clone()).collect()
}

fn reason(answer: &Answer) -> Reason {
    match answer.events.last() {
        Some(AgentEvent::Finished { reason, .. }) => *reason,
        other => panic!("{other:?}"),
    }
}

fn find(text: &str) -> Behaviour {
    Behaviour::Call("", vec![("find_tasks", json!({ "text": text }))])
}

fn say(text: &str) -> Behaviour {
    Behaviour::Say(text.to_owned())
}
