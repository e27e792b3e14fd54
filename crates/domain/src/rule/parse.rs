//! Reads RFC 5545 rules, with the day overflow of RFC 7529. What saydo does not keep is refused by name.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

use super::{ByDay, End, Frequency, Mode, Overflow, Rule, RuleError};
use crate::{Slot, limits};

impl Rule {
    /// Reads a rule such as `FREQ=MONTHLY;BYMONTHDAY=1`, with or without `RRULE:` before it.
    ///
    /// A day that a month lacks is left out, as RFC 5545 says, unless the text asks for the last day:
    /// `RSCALE=GREGORIAN;SKIP=BACKWARD` or `BYMONTHDAY=28,29,30,31;BYSETPOS=-1`. The result is
    /// canonical and in schedule mode.
    ///
    /// # Errors
    /// Names the part that is malformed, out of bounds or not supported. UNTIL in UTC is refused;
    /// [`Rule::parse_in`] converts it.
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        read(text, None)
    }

    /// Like [`Rule::parse`], and an UNTIL in UTC becomes the local time in `zone`.
    ///
    /// # Errors
    /// Names the part that is malformed, out of bounds or not supported.
    pub fn parse_in(text: &str, zone: &TimeZone) -> Result<Self, RuleError> {
        read(text, Some(zone))
    }
}

impl std::str::FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        Self::parse(text)
    }
}

const PARTS: [&str; 11] = [
    "FREQ",
    "INTERVAL",
    "BYDAY",
    "BYMONTHDAY",
    "BYMONTH",
    "BYSETPOS",
    "WKST",
    "UNTIL",
    "COUNT",
    "RSCALE",
    "SKIP",
];

fn read(text: &str, zone: Option<&TimeZone>) -> Result<Rule, RuleError> {
    let text = text.trim();
    if text.len() > limits::RULE_CHARS {
        return Err(RuleError::TooLong(limits::RULE_CHARS));
    }
    let upper = text.to_ascii_uppercase();
    let body = upper.strip_prefix("RRULE:").unwrap_or(&upper).trim();
    if body.is_empty() {
        return Err(RuleError::Empty);
    }
    let parts = split(body)?;
    let value = |name: &str| {
        parts
            .iter()
            .find(|(part, _)| *part == name)
            .map(|(_, value)| *value)
    };
    let mut rule = Rule::every(1, frequency(value("FREQ"))?);
    if let Some(text) = value("INTERVAL") {
        rule.interval = number("INTERVAL", text, "1 to 999")?;
    }
    rule.by_day = list(value("BYDAY"), by_day)?;
    rule.by_month_day = list(value("BYMONTHDAY"), |item| {
        number("BYMONTHDAY", item, "1 to 31 or -31 to -1")
    })?;
    rule.by_month = list(value("BYMONTH"), by_month)?;
    rule.by_set_pos = list(value("BYSETPOS"), |item| {
        number("BYSETPOS", item, "1 to 366 or -366 to -1")
    })?;
    if let Some(text) = value("WKST") {
        rule.week_start = weekday(text).ok_or_else(|| RuleError::Value {
            part: "WKST",
            value: text.to_owned(),
            expected: "MO, TU, WE, TH, FR, SA or SU",
        })?;
    }
    rule.end = end(value("UNTIL"), value("COUNT"), zone)?;
    rule.overflow = overflow(value("RSCALE"), value("SKIP"))?;
    rule.mode = Mode::Schedule;
    rule.check()?;
    Ok(rule.canonical().with_clamped_spelling())
}

fn split(body: &str) -> Result<Vec<(&'static str, &str)>, RuleError> {
    let mut parts: Vec<(&'static str, &str)> = Vec::new();
    for part in body.split(';').map(str::trim) {
        if part.is_empty() && !parts.is_empty() {
            continue;
        }
        let malformed = || RuleError::Malformed(part.to_owned());
        let (name, value) = part.split_once('=').ok_or_else(malformed)?;
        let (name, value) = (name.trim(), value.trim());
        if name.is_empty() || value.is_empty() {
            return Err(malformed());
        }
        let known = PARTS
            .iter()
            .find(|known| **known == name)
            .ok_or_else(|| refusal(name))?;
        if parts.iter().any(|(given, _)| given == known) {
            return Err(RuleError::Twice(known));
        }
        parts.push((known, value));
    }
    Ok(parts)
}

fn refusal(name: &str) -> RuleError {
    let remedy = match name {
        "BYHOUR" | "BYMINUTE" | "BYSECOND" => "give the time of day with the due date",
        "BYYEARDAY" => "use BYMONTH and BYMONTHDAY",
        "BYWEEKNO" => "use FREQ=YEARLY with BYMONTH and BYDAY, or FREQ=WEEKLY with INTERVAL",
        _ => return RuleError::Unknown(name.to_owned()),
    };
    RuleError::Unsupported {
        part: name.to_owned(),
        remedy,
    }
}

fn frequency(text: Option<&str>) -> Result<Frequency, RuleError> {
    match text.ok_or(RuleError::NoFrequency)? {
        "HOURLY" => Ok(Frequency::Hourly),
        "DAILY" => Ok(Frequency::Daily),
        "WEEKLY" => Ok(Frequency::Weekly),
        "MONTHLY" => Ok(Frequency::Monthly),
        "YEARLY" => Ok(Frequency::Yearly),
        finer @ ("MINUTELY" | "SECONDLY") => Err(RuleError::Unsupported {
            part: format!("FREQ={finer}"),
            remedy: "the shortest step is FREQ=HOURLY",
        }),
        other => Err(RuleError::Value {
            part: "FREQ",
            value: other.to_owned(),
            expected: "HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY",
        }),
    }
}

fn overflow(scale: Option<&str>, skip: Option<&str>) -> Result<Overflow, RuleError> {
    match scale {
        None | Some("GREGORIAN") => {}
        Some(other) => {
            return Err(RuleError::Unsupported {
                part: format!("RSCALE={other}"),
                remedy: "use RSCALE=GREGORIAN",
            });
        }
    }
    match skip {
        None | Some("OMIT") => Ok(Overflow::Skip),
        Some("BACKWARD") => Ok(Overflow::Clamp),
        Some("FORWARD") => Err(RuleError::Unsupported {
            part: "SKIP=FORWARD".to_owned(),
            remedy: "use SKIP=BACKWARD or SKIP=OMIT",
        }),
        Some(other) => Err(RuleError::Value {
            part: "SKIP",
            value: other.to_owned(),
            expected: "BACKWARD or OMIT",
        }),
    }
}

fn end(
    until: Option<&str>,
    count: Option<&str>,
    zone: Option<&TimeZone>,
) -> Result<Option<End>, RuleError> {
    match (until, count) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(RuleError::Conflict {
            part: "UNTIL",
            other: "COUNT",
            remedy: "keep one of them",
        }),
        (None, Some(text)) => Ok(Some(End::Count(number("COUNT", text, "1 to 9999")?))),
        (Some(text), None) => Ok(Some(End::Until(until_slot(text, zone)?))),
    }
}

fn until_slot(text: &str, zone: Option<&TimeZone>) -> Result<Slot, RuleError> {
    let malformed = || RuleError::Value {
        part: "UNTIL",
        value: text.to_owned(),
        expected: "a local day such as 20261231 or a local time such as 20261231T170000",
    };
    let local = text.strip_suffix('Z');
    let plain = local.unwrap_or(text);
    let digits = plain
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'T');
    match plain.len() {
        8 if digits && local.is_none() => Date::strptime("%Y%m%d", plain)
            .map(Slot::day)
            .map_err(|_| malformed()),
        15 if digits => {
            let at = DateTime::strptime("%Y%m%dT%H%M%S", plain).map_err(|_| malformed())?;
            if local.is_none() {
                return Ok(Slot::timed(at));
            }
            let zone = zone.ok_or_else(|| RuleError::UntilInUtc(text.to_owned()))?;
            let instant = TimeZone::UTC.to_timestamp(at).map_err(|_| malformed())?;
            Ok(Slot::timed(zone.to_datetime(instant)))
        }
        _ => Err(malformed()),
    }
}

fn by_day(item: &str) -> Result<ByDay, RuleError> {
    let malformed = || RuleError::Value {
        part: "BYDAY",
        value: item.to_owned(),
        expected: "weekdays such as MO, 1MO or -1FR",
    };
    let at = item
        .len()
        .checked_sub(2)
        .filter(|at| item.is_char_boundary(*at));
    let (ordinal, name) = item.split_at(at.ok_or_else(malformed)?);
    let weekday = weekday(name).ok_or_else(malformed)?;
    if ordinal.is_empty() {
        return Ok(ByDay::every(weekday));
    }
    ordinal
        .parse()
        .map(|ordinal| ByDay::nth(ordinal, weekday))
        .map_err(|_| malformed())
}

fn by_month(item: &str) -> Result<i8, RuleError> {
    if item.ends_with('L') {
        return Err(RuleError::Unsupported {
            part: format!("BYMONTH={item}"),
            remedy: "the Gregorian calendar has no leap months",
        });
    }
    number("BYMONTH", item, "1 to 12")
}

fn list<T>(
    text: Option<&str>,
    item: impl Fn(&str) -> Result<T, RuleError>,
) -> Result<Vec<T>, RuleError> {
    text.map_or_else(
        || Ok(Vec::new()),
        |text| text.split(',').map(|part| item(part.trim())).collect(),
    )
}

fn number<T: std::str::FromStr>(
    part: &'static str,
    text: &str,
    expected: &'static str,
) -> Result<T, RuleError> {
    text.parse().map_err(|_| RuleError::Value {
        part,
        value: text.to_owned(),
        expected,
    })
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}

impl Rule {
    /// Turns "the last of the 28th to the nth" into what it means: the nth, clamped.
    fn with_clamped_spelling(mut self) -> Self {
        let one_set_per_month = match self.frequency {
            Frequency::Monthly => true,
            Frequency::Yearly => self.by_month.len() == 1,
            _ => false,
        };
        let day = match self.by_month_day.as_slice() {
            [28, 29] => 29,
            [28, 29, 30] => 30,
            [28, 29, 30, 31] => 31,
            _ => return self,
        };
        if one_set_per_month && self.by_set_pos == [-1] && self.by_day.is_empty() {
            self.by_month_day = vec![day];
            self.by_set_pos.clear();
            self.overflow = Overflow::Clamp;
        }
        self
    }
}
