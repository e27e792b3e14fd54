//! From what was said to a due date, by the conventions for open hours and missing days.

use domain::due::{Due, Zone};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use super::clock::in_part;
use super::{Bound, Clock, Moment, Scan, When};

impl Scan<'_> {
    /// The due date of a task that is given this expression.
    pub(crate) fn due(&self, when: &When) -> Option<Due> {
        let moment = &when.start;
        // "before friday" is the day before; "before 5pm" is that time.
        if when.bound == Bound::Before
            && moment.clock.is_none()
            && moment.part.is_none()
            && moment.exact.is_none()
        {
            let days = moment.days?;
            return Some(Due::Day {
                date: days.from.yesterday().ok()?,
            });
        }
        self.moment_due(moment)
    }

    /// The due date that a moment means.
    pub(crate) fn moment_due(&self, moment: &Moment) -> Option<Due> {
        if let Some((instant, _)) = &moment.exact {
            let local = instant.datetime();
            let time = local
                .time()
                .with()
                .second(0)
                .subsec_nanosecond(0)
                .build()
                .ok()?;
            let zone = self
                .ctx
                .time
                .zone
                .iana_name()
                .and_then(|name| Zone::named(name).ok());
            return Some(match zone {
                Some(zone) => Due::Zoned {
                    date: local.date(),
                    time,
                    zone,
                },
                None => Due::Floating {
                    date: local.date(),
                    time,
                },
            });
        }
        let Some((day, time)) = self.day_and_time(moment) else {
            return Some(Due::Day {
                date: moment.days?.task,
            });
        };
        Some(self.timed(day.to_datetime(time), moment.zone.clone()))
    }

    /// A wall time: floating, or zoned where a zone was named or the space is shared.
    pub(crate) fn timed(&self, at: DateTime, zone: Option<Zone>) -> Due {
        let own = || {
            self.ctx
                .time
                .zone
                .iana_name()
                .and_then(|name| Zone::named(name).ok())
        };
        let zone = zone.or_else(|| if self.ctx.shared { own() } else { None });
        match zone {
            Some(zone) => Due::Zoned {
                date: at.date(),
                time: at.time(),
                zone,
            },
            None => Due::Floating {
                date: at.date(),
                time: at.time(),
            },
        }
    }

    /// The wall time of a moment, where it has one, with the day that it falls on.
    pub(crate) fn day_and_time(&self, moment: &Moment) -> Option<(Date, Time)> {
        let clock = self.clock_of(moment)?;
        let day = moment.days.map(|days| days.task);
        let local = self.local_now(moment.zone.as_ref());
        let (mut day, time) = match day {
            Some(day) => (
                day,
                self.settle_open(clock, moment, day == local.date(), local.time()),
            ),
            None => {
                let time = self.settle_open(clock, moment, true, local.time());
                let ahead = time > local.time() || clock.next_day;
                let day = if ahead {
                    local.date()
                } else {
                    local.date().tomorrow().ok()?
                };
                // Tomorrow an open hour has its plain reading again.
                let time = if ahead {
                    time
                } else {
                    self.settle_open(clock, moment, false, local.time())
                };
                (day, time)
            }
        };
        if clock.next_day {
            day = day.checked_add(1.day()).ok()?;
        }
        Some((day, time))
    }

    /// The wall time of a habit: an open hour has its plain reading whatever the time is now.
    pub(crate) fn habit_time(&self, moment: &Moment) -> Option<Time> {
        let clock = self.clock_of(moment)?;
        Some(self.settle_open(clock, moment, false, Time::midnight()))
    }

    fn local_now(&self, zone: Option<&Zone>) -> DateTime {
        match zone {
            Some(zone) => self.ctx.now.to_zoned(zone.time_zone().clone()).datetime(),
            None => self.today.to_datetime(self.now.time()),
        }
    }

    /// The clock that a moment names, a part of the day standing for its time.
    fn clock_of(&self, moment: &Moment) -> Option<Clock> {
        match (moment.clock, moment.part) {
            (Some(clock), _) => Some(clock),
            (None, Some(part)) => Some(self.part_clock(part)),
            (None, None) => None,
        }
    }

    fn settle_open(&self, clock: Clock, moment: &Moment, is_today: bool, now: Time) -> Time {
        if !clock.open {
            return clock.time;
        }
        if let (Some(part), Some(_)) = (moment.part, moment.clock) {
            return in_part(clock.time, part);
        }
        self.settle_hour(clock, is_today.then_some(now))
    }

    /// The plain reading of a bare hour: 1 to 6 is pm, 7 to 11 am, 12 noon; pm where that has
    /// passed today and pm has not.
    pub(crate) fn settle_hour(&self, clock: Clock, now: Option<Time>) -> Time {
        let hour = clock.time.hour();
        if !clock.open || clock.plain || !(1..=12).contains(&hour) {
            return clock.time;
        }
        let at = |hour: i8| clock.time.with().hour(hour).build().unwrap_or(clock.time);
        let morning = at(hour % 12);
        let evening = at(hour % 12 + 12);
        let plain = if (7..=11).contains(&hour) {
            morning
        } else {
            evening
        };
        match now {
            Some(now) if plain <= now && evening > now => evening,
            _ => plain,
        }
    }
}
