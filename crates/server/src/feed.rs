//! One reader of the event feed: waits for hints, reads events from the database, in order.
//!
//! Nothing is queued per reader: the next page is read when the connection has taken the one before.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::time::{Duration, Instant};

use app::view::EventView;
use axum::response::sse::Event;
use domain::SpaceId;
use domain::actor::Actor;
use futures_util::{Stream, stream};
use tokio::sync::watch;

use crate::caller::Shown;
use crate::metrics::FeedGuard;
use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;

/// Events that are read at once.
const PAGE: u32 = 200;
/// How old the first event of a replay may be.
const RETENTION: jiff::SignedDuration = jiff::SignedDuration::from_hours(30 * 24);
/// While events flow, the right to read them is asked for at most this often.
const RECHECK_WHILE_BUSY: Duration = Duration::from_secs(1);

/// A place in a space's history, on the wire `<space>:<rev>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    space: SpaceId,
    rev: i64,
}

impl Place {
    pub(crate) fn new(space: SpaceId, rev: i64) -> Self {
        Self { space, rev }
    }

    pub(crate) fn rev(self) -> i64 {
        self.rev
    }

    /// Reads a place of `space`, or a plain revision.
    pub(crate) fn parse(text: &str, space: SpaceId) -> Option<Self> {
        let rev = match text.split_once(':') {
            None => text,
            Some((named, rev)) if named.parse() == Ok(space) => rev,
            Some(_) => return None,
        };
        let rev = rev.parse().ok().filter(|rev| *rev >= 0)?;
        Some(Self { space, rev })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.space, self.rev)
    }
}

struct Reader {
    state: ServerState,
    actor: Actor,
    shown: Shown,
    hints: watch::Receiver<i64>,
    place: Place,
    waiting: VecDeque<Event>,
    checked_at: Instant,
    _counted: FeedGuard,
}

/// The stream of one reader, from `after` on or from now.
pub(crate) async fn stream(
    state: ServerState,
    actor: Actor,
    shown: Shown,
    after: Option<Place>,
) -> Result<impl Stream<Item = Result<Event, Infallible>> + Send + use<>, Problem> {
    // The hint first, then the reading: what happens in between is hinted at.
    let hints = state.app.subscribe(&actor).map_err(refusal::query)?;
    state.poll_feed();
    let overview = state.app.overview(&actor).await.map_err(refusal::query)?;
    let now = Place::new(actor.space, overview.rev);
    let mut waiting = VecDeque::new();
    let place = match after {
        None => now,
        Some(place) if is_replayable(&state, &actor, place, now).await? => place,
        Some(_) => {
            waiting.push_back(Event::default().event("reset").data("{}"));
            now
        }
    };
    // Names the place before anything has happened, so that a reconnection misses nothing.
    waiting.push_back(Event::default().id(place.to_string()));
    let counted = state.metrics.feed();
    let reader = Reader {
        state,
        actor,
        shown,
        hints,
        place,
        waiting,
        checked_at: Instant::now(),
        _counted: counted,
    };
    Ok(stream::unfold(reader, Reader::next))
}

async fn is_replayable(
    state: &ServerState,
    actor: &Actor,
    place: Place,
    now: Place,
) -> Result<bool, Problem> {
    if place.rev >= now.rev {
        return Ok(place.rev == now.rev);
    }
    let first = state
        .app
        .events(actor, place.rev, 1)
        .await
        .map_err(refusal::query)?;
    let oldest = state
        .app
        .now()
        .checked_sub(RETENTION)
        .unwrap_or(jiff::Timestamp::MIN);
    Ok(first
        .first()
        .is_some_and(|event| event.rev == place.rev + 1 && event.at >= oldest))
}

impl Reader {
    async fn next(mut self) -> Option<(Result<Event, Infallible>, Self)> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some((Ok(event), self));
            }
            self.hints.borrow_and_update();
            let events = self.read().await?;
            if events.is_empty() {
                self.wait().await?;
                continue;
            }
            for event in &events {
                self.place.rev = event.rev;
                self.waiting.push_back(wire(event, self.place));
            }
        }
    }

    /// The next events, `None` when the stream is over.
    async fn read(&mut self) -> Option<Vec<EventView>> {
        if self.checked_at.elapsed() >= RECHECK_WHILE_BUSY {
            self.recheck().await?;
        }
        match self
            .state
            .app
            .events(&self.actor, self.place.rev, PAGE)
            .await
        {
            Ok(events) => Some(events),
            Err(error) => {
                tracing::debug!(
                    error = &error as &dyn std::error::Error,
                    "an event stream ends"
                );
                None
            }
        }
    }

    /// Waits for a hint; now and then asks whether the reader still may read.
    async fn wait(&mut self) -> Option<()> {
        loop {
            let left = self
                .state
                .options
                .feed_recheck
                .saturating_sub(self.checked_at.elapsed());
            match tokio::time::timeout(left, self.hints.changed()).await {
                Ok(Ok(())) => return Some(()),
                // The application is closing.
                Ok(Err(_)) => return None,
                Err(_) => self.recheck().await?,
            }
        }
    }

    async fn recheck(&mut self) -> Option<()> {
        let actor = self.shown.actor(&self.state).await.ok()?;
        if actor.space != self.place.space {
            return None;
        }
        self.actor = actor;
        self.checked_at = Instant::now();
        Some(())
    }
}

fn wire(event: &EventView, place: Place) -> Event {
    let data = serde_json::to_string(event).unwrap_or_default();
    Event::default()
        .id(place.to_string())
        .event("change")
        .data(data)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_place_is_read_back_in_its_own_space_only() {
        let space = SpaceId::new(Uuid::from_u128(1));
        let place = Place::new(space, 17);
        assert_eq!(Place::parse(&place.to_string(), space), Some(place));
        assert_eq!(Place::parse("17", space), Some(place));
        assert_eq!(
            Place::parse(&place.to_string(), SpaceId::new(Uuid::from_u128(2))),
            None
        );
        assert_eq!(Place::parse("-1", space), None);
        assert_eq!(Place::parse("x", space), None);
    }
}
