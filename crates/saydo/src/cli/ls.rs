//! `saydo ls`: lists tasks.

use clap::Args;

use crate::backend::view::{List, Tasks};
use crate::print;

use super::Session;

/// List tasks, all open ones or those that a filter selects.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  saydo ls
  saydo ls today
  saydo ls '(today | overdue) & p1 & #errands'
  saydo ls 'due < +7d and priority >= high sort:due'")]
pub(super) struct Ls {
    /// A filter.
    #[arg(value_name = "FILTER")]
    filter: Vec<String>,
    /// Which tasks.
    #[arg(long, default_value = "open", value_parser = ["open", "done", "trash", "all"])]
    status: String,
    /// Order, such as due,-priority.
    #[arg(long)]
    sort: Option<String>,
    /// How many at most, up to 200 a page.
    #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=200))]
    limit: u32,
    /// Go on where `next_cursor` of the page before says.
    #[arg(long)]
    cursor: Option<String>,
}

impl Ls {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let filter = Some(self.filter.join(" ")).filter(|filter| !filter.trim().is_empty());
        let list = List {
            filter,
            sort: self.sort,
            status: self.status,
            limit: self.limit,
            cursor: self.cursor,
        };
        let page = session.backend().await?.list(&list).await?;
        if session.json {
            return print::json(&print::pick(&page, &["tasks", "next_cursor"]));
        }
        let page: Tasks = serde_json::from_value(page)?;
        print::tasks(&page)?;
        if page.tasks.is_empty() {
            print::say(match (&list.filter, list.status.as_str()) {
                (Some(_), _) => "No task fits this filter.",
                (None, "open") => "Nothing to do. Try: saydo add call mum tomorrow 5pm",
                (None, _) => "Nothing here.",
            });
        } else if page.next_cursor.is_some() {
            print::say("There are more; ask for them with --limit, or narrow with a filter.");
        }
        Ok(())
    }
}
