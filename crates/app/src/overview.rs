//! Everything that a sidebar shows, in one read.

use std::collections::HashMap;

use domain::ProjectId;
use domain::actor::Actor;
use domain::filter::{Filter, FilterContext};
use domain::space::ProjectKind;
use store::Key;
use store::account::user::Account;
use store::list::Query;

use crate::App;
use crate::error::QueryError;
use crate::list::COUNTED;
use crate::view::{Counts, Overview, ProjectView, SpaceView, UserView};

/// Where the parts of the overview are found after reading.
struct Keys {
    today: Key<i64>,
    overdue: Key<i64>,
    /// Those of today that are not overdue yet.
    still_today: Key<i64>,
    upcoming: Key<i64>,
    user: Key<Account>,
    open: Key<(ProjectId, i64)>,
    unread: Key<i64>,
}

impl App {
    /// The counts, the directory, the reader and the space.
    ///
    /// # Errors
    /// [`QueryError`] when the actor may not read or the store cannot.
    pub async fn overview(&self, actor: &Actor) -> Result<Overview, QueryError> {
        let now = self.now();
        let (around, mut loaded, keys) = self
            .read_knowing(actor, |scope, around, batch| {
                let clock = around.reader.time();
                let context = FilterContext {
                    now,
                    settings: &clock,
                    directory: &around.directory,
                    me: actor.user,
                };
                let mut count = |filter: &str| -> Result<_, QueryError> {
                    let resolved = Filter::parse(filter)?.resolve(&context)?;
                    let query = Query {
                        filter: Some(&resolved),
                        ..Query::default()
                    };
                    Ok(batch.add(store::list::count(scope, &query, COUNTED)))
                };
                Ok(Keys {
                    today: count("today")?,
                    overdue: count("overdue")?,
                    still_today: count("today & !overdue")?,
                    upcoming: count("upcoming")?,
                    user: batch.add(store::account::user::get(actor.user)),
                    open: batch.add(store::task::open_counts(scope)),
                    unread: batch.add(store::notification::unread(scope, COUNTED)),
                })
            })
            .await?;
        let clock = around.reader.time();
        let Keys {
            today,
            overdue,
            still_today,
            upcoming,
            user,
            open,
            unread,
        } = keys;
        let open: HashMap<ProjectId, i64> = loaded.all(open).into_iter().collect();
        let directory = &around.directory;
        let visible = |project: &ProjectId| {
            actor
                .projects
                .as_ref()
                .is_none_or(|allowed| allowed.contains(project))
        };
        let inbox = directory
            .projects
            .iter()
            .find(|it| it.kind == ProjectKind::Inbox);
        let Some(user) = loaded.one(user) else {
            return Err(QueryError::NotFound {
                what: "user",
                name: actor.user.to_string(),
            });
        };
        let overdue = loaded.one(overdue).unwrap_or_default();
        Ok(Overview {
            now,
            zone: clock.zone_name().to_owned(),
            today: clock.today(now).to_string(),
            counts: Counts {
                today: loaded.one(today).unwrap_or_default(),
                overdue,
                due: overdue + loaded.one(still_today).unwrap_or_default(),
                inbox: inbox
                    .and_then(|it| open.get(&it.id))
                    .copied()
                    .unwrap_or_default(),
                upcoming: loaded.one(upcoming).unwrap_or_default(),
                open: open.values().sum(),
            },
            projects: directory
                .projects
                .iter()
                .filter(|project| visible(&project.id))
                .map(|it| ProjectView::new(it, Some(open.get(&it.id).copied().unwrap_or_default())))
                .collect(),
            sections: directory
                .sections
                .iter()
                .filter(|section| visible(&section.project))
                .map(Into::into)
                .collect(),
            tags: directory.tags.iter().map(Into::into).collect(),
            views: directory.views.iter().map(Into::into).collect(),
            user: UserView::from(&user.user),
            space: SpaceView {
                id: around.space.id.uuid(),
                name: around.space.name.clone(),
                kind: around.space.kind,
                role: actor.role,
            },
            rev: around.space.rev,
            unread_notifications: loaded.one(unread).unwrap_or_default(),
            trash_days: self.trash_days(),
        })
    }
}
