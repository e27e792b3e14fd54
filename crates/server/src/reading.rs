//! Words inside requests, read as the caller means them: by their zone, their locale, their names.

use app::App;
use domain::Due;
use domain::actor::Actor;
use domain::command::{NewSeries, SeriesTime};
use domain::task::ReminderTime;

use crate::problem::{Code, Problem};
use crate::refusal;
use crate::wire::due::{DueInput, When};
use crate::wire::reminder::{Remind, ReminderInput};
use crate::wire::rule::{Repeat, RuleInput};

/// Reads words for one caller.
pub(crate) struct Reading<'a> {
    app: &'a App,
    actor: &'a Actor,
}

/// A rule, with the wall time that its words named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Series {
    pub(crate) series: NewSeries,
    pub(crate) time: Option<SeriesTime>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(app: &'a App, actor: &'a Actor) -> Self {
        Self { app, actor }
    }

    /// A moment.
    pub(crate) async fn moment(&self, input: DueInput, pointer: &str) -> Result<Due, Problem> {
        match input.read(pointer)? {
            When::Exact(due) => Ok(due),
            When::Words(words) => {
                bounded(&words, pointer)?;
                self.app
                    .read_when(self.actor, &words)
                    .await
                    .map_err(|error| refusal::words(error, pointer))
            }
        }
    }

    /// An instant: a day means its beginning in the caller's zone.
    pub(crate) async fn instant(
        &self,
        input: DueInput,
        pointer: &str,
    ) -> Result<jiff::Timestamp, Problem> {
        let due = self.moment(input, pointer).await?;
        let me = self.app.me(self.actor).await.map_err(refusal::account)?;
        let zone = domain::Zone::named(&me.time_zone).unwrap_or_else(|_| domain::Zone::utc());
        let zone = due.zone_or(zone.time_zone());
        let local = due.slot().datetime();
        let instant = zone.to_ambiguous_timestamp(local).compatible();
        instant.map_err(|_| {
            Problem::new(Code::InvalidField, "this moment is out of range").at(pointer)
        })
    }

    /// A rule.
    pub(crate) async fn series(&self, input: RuleInput, pointer: &str) -> Result<Series, Problem> {
        match input.read(pointer)? {
            Repeat::Exact(series) => Ok(Series { series, time: None }),
            Repeat::Words(words, catch_up) => {
                bounded(&words, pointer)?;
                let read = self.app.read_rule(self.actor, &words).await;
                let read = read.map_err(|error| refusal::words(error, pointer))?;
                let time = read.time.map(|time| SeriesTime {
                    time,
                    zone: read.zone,
                });
                Ok(Series {
                    series: NewSeries {
                        rule: read.rule,
                        catch_up,
                    },
                    time,
                })
            }
        }
    }

    /// Reminders.
    pub(crate) async fn reminders(
        &self,
        list: Vec<ReminderInput>,
        pointer: &str,
    ) -> Result<Vec<ReminderTime>, Problem> {
        if list.len() > domain::limits::TASK_REMINDERS {
            let detail = format!(
                "a task has at most {} reminders",
                domain::limits::TASK_REMINDERS
            );
            return Err(Problem::new(Code::TooMany, detail).at(pointer));
        }
        let mut reminders = Vec::with_capacity(list.len());
        for (index, input) in list.into_iter().enumerate() {
            let pointer = format!("{pointer}/{index}");
            reminders.push(match input.read(&pointer)? {
                Remind::Exact(reminder) => reminder,
                Remind::Words(words) => {
                    bounded(&words, &pointer)?;
                    let read = self.app.read_reminder(self.actor, &words).await;
                    read.map_err(|error| refusal::words(error, &pointer))?
                }
            });
        }
        Ok(reminders)
    }
}

fn bounded(words: &str, pointer: &str) -> Result<(), Problem> {
    if words.chars().count() <= domain::limits::TEXT_CHARS {
        return Ok(());
    }
    let detail = format!(
        "words have at most {} characters",
        domain::limits::TEXT_CHARS
    );
    Err(Problem::new(Code::InvalidField, detail).at(pointer))
}
