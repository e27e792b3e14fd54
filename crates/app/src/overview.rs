//! Everything that a sidebar shows, in one read.

use std::collections::HashMap;

use domain::actor::Actor;
use domain::filter::{Filter, FilterContext};
use domain::policy;
use domain::space::ProjectKind;
use domain::ProjectId;
use store::Batch;
use store::list::Query;

use crate::App;
use crate::error::QueryError;
use crate::list::COUNTED;
use crate::view::{Counts, Overview, ProjectView, SpaceView, UserView};

impl App {
    /// The counts, the directory, the reader and the space.
    ///
    /// # Errors
    /// [`QueryError`] when the actor may not read or the store cannot.
    pub async fn overview(&self, actor: &Actor) -> Result<Overview, QueryError> {
        let now = self.now();
        let scope = policy::may_read(actor)?;
        let around = self.surroundings(actor).await?;
        let clock = around.reader.time();
        let context = FilterContext {
            now,
            settings: &clock,
            directory: &around.directory,
            me: actor.user,
        };
        let mut batch = Batch::new();
        let mut count = |filter: &str| -> Result<_, QueryError> {
            let resolved = Filter::parse(filter)?.resolve(&context)?;
            let query = Query { filter: Some(&resolved), ..Query::default() };
            Ok(batch.add(store::list::count(scope, &query, COUNTED)))
        };
        let today = count("today")?;
        let overdue = count("overdue")?;
        let upcoming = count("upcoming")?;
        let user = batch.add(store::account::user::get(actor.user));
        let open = batch.add(store::task::open_counts(scope));
        let unread = batch.add(store::notification::unread(scope, COUNTED));
        let mut loaded = self.store().read(batch).await?;
        let open: HashMap<ProjectId, i64> = loaded.all(open).into_iter().collect();
        let directory = &around.directory;
        let visible = |project: &ProjectId| {
            actor.projects.as_ref().is_none_or(|allowed| allowed.contains(project))
        };
        let inbox = directory.projects.iter().find(|it| it.kind == ProjectKind::Inbox);
        let Some(user) = loaded.one(user) else {
            return Err(QueryError::NotFound { what: "user", name: actor.user.to_string() });
        };
        Ok(Overview {
            now,
            zone: clock.zone_name().to_owned(),
            today: clock.today(now).to_string(),
            counts: Counts {
                today: loaded.one(today).unwrap_or_default(),
                overdue: loaded.one(overdue).unwrap_or_default(),
                inbox: inbox.and_then(|it| open.get(&it.id)).copied().unwrap_or_default(),
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
        })
    }
}
