//! The fake model by itself: `cargo run -p saydo-fake-model`. What the last message says after
//! "behave:" is how it answers; faults of requests are printed.
#![expect(clippy::print_stdout, reason = "a tool for the terminal")]

use fake_model::{Behaviour, FakeModel, KEY, MODEL};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let fake = FakeModel::start(|request, _| {
        let messages = request["messages"].as_array();
        let last = messages.and_then(|all| all.last());
        let said = last.and_then(|message| message["content"].as_str());
        Behaviour::named(said.unwrap_or_default())
    })
    .await?;
    println!("SAYDO_LLM_PROVIDER=compatible");
    println!("SAYDO_LLM_BASE_URL={}", fake.base_url());
    println!("SAYDO_LLM_API_KEY={KEY}");
    println!("SAYDO_LLM_MODEL={MODEL}");
    let mut told = 0;
    loop {
        fake.asked().await;
        let faults = fake.faults();
        for fault in &faults[told..] {
            println!("fault: {fault}");
        }
        told = faults.len();
    }
}
