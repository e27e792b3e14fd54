//! Words that tell what a sentence is about.

use std::collections::HashSet;

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
    /// Nouns that go on with the word for a project, a section or a tag: plan, drawing, cloud.
    pub(crate) compounds: HashSet<&'static str>,
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
    /// Nouns that go on with the word for a project, a section or a tag: plan, drawing, cloud.
    pub(crate) compounds: &'static str,
    /// Words without meaning in a question.
    pub(crate) filler: &'static str,
    /// The same where a title is searched for.
    pub(crate) filler_of_search: &'static str,
}

impl TopicWords {
    /// The words of all lists.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> + use<> {
        [
            self.nouns,
            self.foreign,
            self.devices,
            self.strangers,
            self.informing,
            self.finite,
            self.questions,
            self.lists,
            self.owners,
            self.kinds_of_list,
            self.others_lists,
            self.telling,
            self.changing,
            self.moving,
            self.memory,
            self.institutions,
            self.helping,
            self.events,
            self.compounds,
            self.filler,
            self.filler_of_search,
        ]
        .into_iter()
    }
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
            compounds: set(words.compounds),
            filler: set(words.filler),
            filler_of_search: set(words.filler_of_search),
        }
    }
}
