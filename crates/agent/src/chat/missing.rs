//! Tasks that are added where they are not on the list yet: "do I have milk on my list? if not, add
//! it".

use domain::fold::key;
use language::{Action, Context, Draft, TaskRef};
use serde_json::json;

use super::arguments;
use super::event::Reason;
use super::find::Found;
use super::receipt::Verb;
use super::session::{Session, Trouble};
use super::text::{Text, args};

impl Session {
    /// Adds those of `drafts` that no open task is like, and says which are there.
    pub(super) async fn add_missing(
        &mut self,
        ctx: &Context,
        drafts: &[Draft],
    ) -> Result<Reason, Trouble> {
        let (mut there, mut rows) = (Vec::new(), Vec::new());
        for draft in drafts {
            match self.open_like(ctx, &draft.task.title).await? {
                Some(title) => there.push(self.words.quoted(&title)),
                None => rows.push(arguments::new_task(&draft.task)),
            }
        }
        if !there.is_empty() {
            let names = self.words.listed(&there);
            let words = self
                .words
                .with(Text::OnListAlready, &args!["names" => names]);
            self.say(words).await;
        }
        if rows.is_empty() {
            return Ok(Reason::Done);
        }
        self.change("add_tasks", json!({ "tasks": rows }), Verb::Added, ctx)
            .await
    }

    /// The title of the open task that is called like this, or is one of several.
    async fn open_like(&self, ctx: &Context, title: &str) -> Result<Option<String>, Trouble> {
        let tasks = TaskRef::Text(title.to_owned());
        let found = match self.find(ctx, &Action::Complete { tasks }).await? {
            Found::Tasks(tasks) | Found::Ambiguous(tasks) => tasks,
            Found::Partly(_) | Found::Missing | Found::TooMany => Vec::new(),
        };
        let same = found.iter().find(|task| key(&task.title) == key(title));
        Ok(same.or(found.first()).map(|task| task.title.clone()))
    }
}
