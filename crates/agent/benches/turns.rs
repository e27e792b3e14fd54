//! What chat turns without a model cost, as a table: wall time by percentiles.
//!
//! `cargo bench -p saydo-agent --bench turns`; for processor time, `perf stat` or `time` around it.
//! `TURNS=N` sets how many turns there are of each sentence.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a tool for the terminal that measures time"
)]

use std::time::{Duration, Instant};

use agent::{Chat, TurnRequest};
use app::{App, Database, Options};
use domain::actor::Actor;
use tokio_stream::StreamExt as _;

/// Each with what follows it, so that the number of open tasks stays the same.
const SENTENCES: [&str; 4] = [
    "buy oat milk tomorrow at 5pm #groceries",
    "move oat milk to friday",
    "delete oat milk",
    "what is due this week?",
];

async fn turn(chat: &Chat, actor: &Actor, message: &str) -> Duration {
    let begin = Instant::now();
    let request = TurnRequest {
        conversation: None,
        message: message.to_owned(),
        request_id: None,
    };
    let mut events = chat.turn(actor, request).await.expect("a turn begins");
    while events.next().await.is_some() {}
    begin.elapsed()
}

#[tokio::main]
async fn main() {
    let turns = std::env::var("TURNS").ok().and_then(|n| n.parse().ok());
    let turns: usize = turns.unwrap_or(200);
    let folder = tempfile::tempdir().expect("a folder for the data");
    let options = Options::new(Database::Sqlite(folder.path().join("saydo.db")));
    let app = App::open(options).await.expect("a database");
    let actor = app.local_owner().await.expect("an owner");
    let chat = Chat::new(app);
    let mut times = [const { Vec::new() }; SENTENCES.len()];
    for _ in 0..turns {
        for (sentence, times) in SENTENCES.iter().zip(&mut times) {
            times.push(turn(&chat, &actor, sentence).await);
        }
    }
    println!(
        "{:<44} {:>6} {:>9} {:>9}",
        "a turn of", "turns", "p50 us", "p95 us"
    );
    for (sentence, times) in SENTENCES.iter().zip(&mut times) {
        times.sort_unstable();
        let part = |hundredths: usize| times[(times.len() - 1) * hundredths / 100].as_micros();
        println!(
            "{sentence:<44} {:>6} {:>9} {:>9}",
            times.len(),
            part(50),
            part(95)
        );
    }
}
