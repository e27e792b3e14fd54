//! Days with a name: Christmas, Easter, Thanksgiving.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::moment::Weight;
use super::{Days, Scan};
use crate::locale::{Feast, Word};

impl Scan<'_> {
    /// A feast by its name, with a year where one is said.
    pub(crate) fn feast(&self, at: usize) -> Option<(Days, usize)> {
        let token = self.token(at)?;
        if !token.is_content() {
            return None;
        }
        let start = self.opt(at, Word::The);
        let (feast, mut next) = self
            .locale
            .feasts
            .beginning(self.surface(start))
            .iter()
            .find_map(|(words, feast)| {
                let mut place = start;
                for word in words {
                    let plain = word.trim_end_matches('.');
                    if self.surface(place) != plain {
                        return None;
                    }
                    place += 1;
                    if plain != *word {
                        place = self.opt_sense(place, ".");
                    }
                }
                Some((*feast, place))
            })?;
        if self.cut_off(next) {
            return None;
        }
        let this_year = self.today.year();
        let mut year = None;
        let behind = self.opt(self.opt(next, Word::Of), Word::In);
        if self.digits(behind) == 4 {
            year = self
                .number_at(behind)
                .and_then(|year| i16::try_from(year).ok());
            next = behind + 1;
        } else if self.is(behind, Word::This)
            && self.unit(behind + 1) == Some(crate::locale::Unit::Year)
        {
            year = Some(this_year);
            next = behind + 2;
        } else if self.is(behind, Word::Next)
            && self.unit(behind + 1) == Some(crate::locale::Unit::Year)
        {
            year = Some(this_year.checked_add(1)?);
            next = behind + 2;
        }
        let day = match year {
            Some(year) => feast_day(feast, year)?,
            None => (this_year..=this_year.checked_add(1)?)
                .filter_map(|year| feast_day(feast, year))
                .find(|day| *day >= self.today)?,
        };
        Some((Days::one(day, Weight::Plain)?, next))
    }
}

/// The day of a feast in a year.
pub(crate) fn feast_day(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Nth(month, weekday, nth) => Date::new(year, month, 1)
            .ok()?
            .nth_weekday_of_month(nth, weekday)
            .ok(),
        Feast::Thanksgiving(after) => {
            let thursday = Date::new(year, 11, 1)
                .ok()?
                .nth_weekday_of_month(4, Weekday::Thursday)
                .ok()?;
            thursday.checked_add(i64::from(after).days()).ok()
        }
        Feast::Easter(after) => easter(year)?.checked_add(i64::from(after).days()).ok(),
    }
}

/// Easter Sunday of the Gregorian calendar, by Gauss's rule in the form of Lichtenberg.
fn easter(year: i16) -> Option<Date> {
    let x = i32::from(year);
    let k = x / 100;
    let m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
    let s = 2 - (3 * k + 3) / 4;
    let a = x % 19;
    let d = (19 * a + m) % 30;
    let r = (d + a / 11) / 29;
    let og = 21 + d - r;
    let sz = 7 - (x + x / 4 + s).rem_euclid(7);
    let oe = 7 - (og - sz).rem_euclid(7);
    let march = Date::new(year, 3, 1).ok()?;
    march.checked_add(i64::from(og + oe - 1).days()).ok()
}

#[cfg(test)]
mod tests {
    use super::easter;

    #[test]
    fn easter_moves_with_the_moon() {
        for (year, day) in [
            (2018, "2018-04-01"),
            (2024, "2024-03-31"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), day);
        }
    }
}
