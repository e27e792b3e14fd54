//! `saydo chat`: the same conversation as in the browser, in the terminal.

use clap::Args;

use crate::chat::Conversation;
use crate::print;

use super::Session;

/// Talk: one sentence as arguments, or a conversation without.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  saydo chat what is due today
  saydo chat")]
pub(super) struct Chat {
    /// What to say.
    #[arg(value_name = "WORDS")]
    words: Vec<String>,
    /// Go on with this conversation.
    #[arg(long, value_name = "ID")]
    conversation: Option<String>,
    /// Say yes to what asks for it.
    #[arg(long)]
    yes: bool,
}

impl Chat {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let backend = session.backend().await?;
        let mut talk = Conversation::new(&backend, self.conversation, session.json, self.yes);
        if !self.words.is_empty() {
            return talk.say_and_settle(&self.words.join(" ")).await;
        }
        print::say("Say what there is to do, or ask. An empty line ends.");
        loop {
            let line = match print::ask(">")? {
                Some(line) => line,
                None => match next_line()? {
                    Some(line) => line,
                    None => return Ok(()),
                },
            };
            if line.is_empty() {
                return Ok(());
            }
            talk.say(&line).await?;
        }
    }
}

/// The next line of standard input, when it is no terminal.
fn next_line() -> std::io::Result<Option<String>> {
    use std::io::IsTerminal as _;
    if std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let mut line = String::new();
    let read = std::io::stdin().read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim().to_owned()))
}
