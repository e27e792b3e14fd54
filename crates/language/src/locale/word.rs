//! What words may mean to a clock, a calendar and the grammar.

use domain::rule::Frequency;
use jiff::civil::Weekday;

/// A unit of time, smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    /// Monday to Friday.
    Workday,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
}

/// A named part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Part {
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    /// The end of the day.
    Midnight,
}

/// What a word may mean. A word has any number of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Day(Weekday),
    /// Plural: a habit.
    Days(Weekday),
    Month(i8),
    /// The month's name is also another common word.
    Homonym,
    Unit(Unit),
    /// A unit in one or two letters, only read when glued to its number.
    Short(Unit),
    Number(u32),
    Tens(u32),
    Hundred,
    Thousand,
    Ordinal(u32),
    /// Makes digits an ordinal: st, nd, rd, th.
    OrdinalMark,
    Couple,
    Few,
    Half,
    Quarter,
    A,
    The,
    Today,
    Tomorrow,
    Yesterday,
    Tonight,
    Now,
    /// A part of the day, and whether it is a plural.
    Part(Part),
    Parts(Part),
    Am,
    Pm,
    Oclock,
    Past,
    To,
    Every,
    Other,
    /// daily, weekly, ..: so many units.
    Adverb(Frequency, u16),
    Once,
    Twice,
    Times,
    Next,
    Last,
    This,
    Following,
    Ago,
    Hence,
    Later,
    At,
    About,
    On,
    In,
    By,
    Before,
    After,
    Since,
    Until,
    From,
    Starting,
    Through,
    For,
    Of,
    And,
    Or,
    Between,
    Due,
    Early,
    Late,
    Middle,
    Start,
    End,
    /// A word that may follow a date without belonging to it: prepositions and connectors.
    Link,
    /// A pronoun, article or possessive: what follows is named by it.
    Determiner,
    /// Asks for something: what, who, how.
    Asking,
    /// Follows "how": often, many.
    Often,
    /// Leads from a reason to what follows from it: so.
    Therefore,
    /// Opens a case in which something is so: if, because.
    Condition,
    /// Verbs that put something new in the place of what is there.
    Change,
    /// The one who speaks: I, we.
    Speaker,
    /// Forms of to be and to have that make a passive: is, have been.
    Being,
    /// Says that something is done by now: already, finally.
    Lately,
    /// Tasks by a plural word: tasks, things.
    ThingsToDo,
    /// Introduces the name of a work or a thing: watch, read, buy.
    Media,
    /// Names a thing by its number: room, page, part.
    Numbered,
    /// Stands before a person's name: Mr, Dr.
    Honorific,
    /// A day by its distance from today: the day after tomorrow in one word.
    Ahead(i8),
    /// The last but so many, in one word; 1 is the last.
    FromEnd(u8),
    /// The one after the next, in one word.
    AfterNext,
    /// A number with a fraction in one word, in thousandths.
    Thousandths(u32),
    /// So many times, in one word.
    Fold(u32),
    /// Says behind a time in which part of the day it lies.
    OfDay(Part),
    /// A preposition that holds an article, or an article in the genitive.
    WithArticle,
    /// Stands before a length of time that has passed: ago, in front.
    AgoBefore,
    /// Only means this with a capital.
    Capitalised,
}

impl Word {
    /// Whether it says nothing about time, so that a name may go on with it.
    pub(crate) fn is_about_people_or_things(self) -> bool {
        matches!(
            self,
            Self::Change
                | Self::Asking
                | Self::Often
                | Self::Numbered
                | Self::Honorific
                | Self::Speaker
                | Self::Being
                | Self::Lately
                | Self::ThingsToDo
        )
    }
}

/// A fixed or computed day of every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feast {
    /// Month and day.
    Fixed(i8, i8),
    /// Month, weekday and which of them; negative counts from the end.
    Nth(i8, Weekday, i8),
    /// Days after Easter Sunday.
    Easter(i16),
    /// Days after the fourth Thursday of November.
    Thanksgiving(i8),
}
