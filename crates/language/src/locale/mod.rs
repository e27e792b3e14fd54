//! Locales as data: what words mean to a clock, which phrases give commands, how dates are said.

mod en;

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use domain::rule::Frequency;
use jiff::civil::Weekday;

use crate::pattern::Pattern;

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
    Within,
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

/// One language.
pub(crate) struct Locale {
    words: HashMap<&'static str, &'static [Word]>,
    /// Names of feasts as words, longest first.
    pub(crate) feasts: Names<Feast>,
    /// Cities and abbreviations, with the zone's name; longest first.
    pub(crate) zones: Names<&'static str>,
    /// Cities and countries, with the zone's name.
    pub(crate) places: Names<&'static str>,
    /// Phrases that give commands.
    pub(crate) phrases: Phrases,
    /// Words and catalogue for saying things back.
    pub(crate) catalogue: &'static Catalogue,
    /// Sounds of a speaker who thinks.
    pub(crate) hesitations: HashSet<&'static str>,
    /// Words that carry no meaning when tasks are matched.
    pub(crate) noise: &'static [&'static str],
    /// Inflected forms with their base form.
    pub(crate) forms: HashMap<&'static str, &'static str>,
    /// Past forms of verbs with their base form.
    pub(crate) past: HashMap<&'static str, &'static str>,
    /// Verbs that begin a task.
    pub(crate) verbs: HashMap<&'static str, ()>,
    /// Words of other domains.
    pub(crate) topics: Topics,
}

/// Words that tell a to-do from something else.
pub(crate) struct Topics {
    /// Names of things on a list: task, reminder, appointment.
    pub(crate) nouns: HashSet<&'static str>,
    /// Words of other domains: weather, jazz, lights.
    pub(crate) foreign: HashSet<&'static str>,
    /// Verbs that are orders to another kind of device: play, turn.
    pub(crate) devices: HashSet<&'static str>,
    /// Words of other domains that decide alone.
    pub(crate) strangers: HashSet<&'static str>,
    /// Verbs that ask to be told: know, hear, see.
    pub(crate) informing: HashSet<&'static str>,
    /// Forms that make a sentence a statement: is, was, has.
    pub(crate) finite: HashSet<&'static str>,
    /// Words that open a question.
    pub(crate) questions: HashSet<&'static str>,
    /// Names of lists: list, calendar, agenda.
    pub(crate) lists: HashSet<&'static str>,
    /// Say whose list it is: my, the.
    pub(crate) owners: HashSet<&'static str>,
    /// Say which list it is: shopping, to-do.
    pub(crate) kinds_of_list: HashSet<&'static str>,
    /// Lists of other services: playlist, contacts.
    pub(crate) others_lists: HashSet<&'static str>,
    /// Verbs that ask to be told what is there.
    pub(crate) telling: HashSet<&'static str>,
    /// Verbs that change what is there.
    pub(crate) changing: HashSet<&'static str>,
    /// Verbs of change whose object is a task.
    pub(crate) moving: HashSet<&'static str>,
    /// Verbs of memory: remember, remind.
    pub(crate) memory: HashSet<&'static str>,
    /// Whom a customer informs: bank.
    pub(crate) institutions: HashSet<&'static str>,
    /// Verbs that open a question about what is or was so.
    pub(crate) helping: HashSet<&'static str>,
    /// What has a time of its own: meeting, birthday.
    pub(crate) events: HashSet<&'static str>,
    /// Words without meaning in a question.
    pub(crate) filler: HashSet<&'static str>,
    /// The same where a title is searched for.
    pub(crate) filler_of_search: HashSet<&'static str>,
}

/// The lists of [`Topics`], words divided by spaces.
pub(crate) struct TopicWords {
    /// Names of things on a list: task, reminder, appointment.
    pub(crate) nouns: &'static str,
    /// Words of other domains: weather, jazz, lights.
    pub(crate) foreign: &'static str,
    /// Verbs that are orders to another kind of device: play, turn.
    pub(crate) devices: &'static str,
    /// Words of other domains that decide alone.
    pub(crate) strangers: &'static str,
    /// Verbs that ask to be told: know, hear, see.
    pub(crate) informing: &'static str,
    /// Forms that make a sentence a statement: is, was, has.
    pub(crate) finite: &'static str,
    /// Words that open a question.
    pub(crate) questions: &'static str,
    /// Names of lists: list, calendar, agenda.
    pub(crate) lists: &'static str,
    /// Say whose list it is: my, the.
    pub(crate) owners: &'static str,
    /// Say which list it is: shopping, to-do.
    pub(crate) kinds_of_list: &'static str,
    /// Lists of other services: playlist, contacts.
    pub(crate) others_lists: &'static str,
    /// Verbs that ask to be told what is there.
    pub(crate) telling: &'static str,
    /// Verbs that change what is there.
    pub(crate) changing: &'static str,
    /// Verbs of change whose object is a task.
    pub(crate) moving: &'static str,
    /// Verbs of memory: remember, remind.
    pub(crate) memory: &'static str,
    /// Whom a customer informs: bank.
    pub(crate) institutions: &'static str,
    /// Verbs that open a question about what is or was so.
    pub(crate) helping: &'static str,
    /// What has a time of its own: meeting, birthday.
    pub(crate) events: &'static str,
    /// Words without meaning in a question.
    pub(crate) filler: &'static str,
    /// The same where a title is searched for.
    pub(crate) filler_of_search: &'static str,
}

impl From<&TopicWords> for Topics {
    fn from(words: &TopicWords) -> Self {
        let set = |text: &'static str| text.split_whitespace().collect();
        Self {
            nouns: set(words.nouns),
            foreign: set(words.foreign),
            devices: set(words.devices),
            strangers: set(words.strangers),
            informing: set(words.informing),
            finite: set(words.finite),
            questions: set(words.questions),
            lists: set(words.lists),
            owners: set(words.owners),
            kinds_of_list: set(words.kinds_of_list),
            others_lists: set(words.others_lists),
            telling: set(words.telling),
            changing: set(words.changing),
            moving: set(words.moving),
            memory: set(words.memory),
            institutions: set(words.institutions),
            helping: set(words.helping),
            events: set(words.events),
            filler: set(words.filler),
            filler_of_search: set(words.filler_of_search),
        }
    }
}

/// Phrases by purpose. See [`crate::pattern`] for their notation.
pub(crate) struct Phrases {
    /// What may stand before any request.
    pub(crate) polite: Vec<Pattern>,
    /// What asks for a new list.
    pub(crate) new_list: Vec<Pattern>,
    /// Questions about what is possible.
    pub(crate) ability: Vec<Pattern>,
    /// What may stand after any request.
    pub(crate) polite_end: Vec<Pattern>,
    /// What begins a new task.
    pub(crate) create: Vec<Pattern>,
    /// Commands, each with what it does.
    pub(crate) commands: Vec<(crate::intents::Intent, Pattern)>,
    /// Small talk, each with its kind.
    pub(crate) talk: Vec<(crate::small_talk::Talk, Pattern)>,
    /// What opens a question about tasks.
    pub(crate) ask: Vec<(crate::queries::Ask, Pattern)>,
}

/// How things are said back.
pub(crate) struct Catalogue {
    pub(crate) today: &'static str,
    pub(crate) tomorrow: &'static str,
    pub(crate) yesterday: &'static str,
    /// Monday first.
    pub(crate) weekdays: [&'static str; 7],
    pub(crate) weekdays_short: [&'static str; 7],
    pub(crate) months: [&'static str; 12],
    pub(crate) months_short: [&'static str; 12],
    /// Hour, day, week, month, year: singular and plural.
    pub(crate) units: [(&'static str, &'static str); 5],
    pub(crate) minute: (&'static str, &'static str),
    pub(crate) every: &'static str,
    /// Counting from completion.
    pub(crate) every_strictly: &'static str,
    pub(crate) every_other: &'static str,
    pub(crate) on: &'static str,
    pub(crate) on_the: &'static str,
    pub(crate) of: &'static str,
    pub(crate) in_month: &'static str,
    pub(crate) and: &'static str,
    pub(crate) at: &'static str,
    pub(crate) until: &'static str,
    pub(crate) times: &'static str,
    pub(crate) once: &'static str,
    pub(crate) weekday: &'static str,
    pub(crate) last: &'static str,
    pub(crate) day: &'static str,
    pub(crate) skipping: &'static str,
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    pub(crate) at_the_time: &'static str,
    /// Due, start, deadline.
    pub(crate) anchors: [&'static str; 3],
    /// None, low, medium, high, urgent.
    pub(crate) priorities: [&'static str; 5],
    pub(crate) ordinal: fn(i32) -> String,
}

impl Locale {
    /// The classes of a word in lower case.
    pub(crate) fn classes(&self, low: &str) -> &'static [Word] {
        self.words.get(low).copied().unwrap_or(&[])
    }

    /// The base form of an inflected word in lower case.
    pub(crate) fn base<'w>(&self, low: &'w str) -> &'w str
    where
        'static: 'w,
    {
        self.forms.get(low).copied().unwrap_or(low)
    }
}

/// The locale for a language tag; English where there is none.
pub(crate) fn of(tag: &str) -> &'static Locale {
    static ENGLISH: LazyLock<Locale> = LazyLock::new(en::locale);
    let _ = tag;
    &ENGLISH
}

/// Makes the word table from lines of spellings that share their classes.
fn table(lines: &[(&'static str, &'static [Word])]) -> HashMap<&'static str, &'static [Word]> {
    let mut words = HashMap::with_capacity(1024);
    for (spellings, classes) in lines {
        for spelling in spellings.split_whitespace() {
            let before = words.insert(spelling, *classes);
            debug_assert!(
                before.is_none(),
                "'{spelling}' stands twice in the word table"
            );
        }
    }
    words
}

/// Names of one or more words, each with what it means.
pub(crate) struct Names<T> {
    /// Longest first.
    names: Vec<(Vec<&'static str>, T)>,
    /// The words that names begin with, without full stops.
    first: HashSet<&'static str>,
}

impl<T: Copy> Names<T> {
    /// Reads lines of names, divided by bars, that share their meaning.
    fn new(lines: &[(&'static str, T)]) -> Self {
        let mut names: Vec<(Vec<&'static str>, T)> = lines
            .iter()
            .flat_map(|(names, value)| {
                names
                    .split('|')
                    .map(|name| (name.split_whitespace().collect(), *value))
            })
            .collect();
        names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let first = names
            .iter()
            .filter_map(|(words, _)| words.first())
            .map(|word| word.trim_end_matches('.'))
            .collect();
        Self { names, first }
    }

    /// The names that may begin with `word`: none, or all.
    pub(crate) fn beginning(&self, word: &str) -> &[(Vec<&'static str>, T)] {
        if self.first.contains(word) {
            &self.names
        } else {
            &[]
        }
    }
}
