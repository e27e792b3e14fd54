//! English openings of questions. Earlier lines win.

use crate::queries::Ask::{self, Agenda, Any, Count, Find, List, Look, Noun, Top, When};

/// What opens a question about tasks.
pub(super) static ASK: &[(Ask, &str)] = &[
    (Count, "how_many"),
    (Count, "count|number_of"),
    (
        Agenda,
        "what's|what_is|whats|show|give|tell|read|get me|us? my|the|today's? agenda|plan|day|itinerary",
    ),
    (
        Agenda,
        "what|how does|do|will|is my|our|the? day|week|month|morning|afternoon|evening|night|weekend|schedule|calendar look|looking|shaping_up|looks like?",
    ),
    (
        Agenda,
        "give|tell|show|read|get me|us? an|a|the? quick|short|full? overview|rundown|summary|outline|recap of|on my|the|our? day|plan|agenda",
    ),
    (
        Agenda,
        "am|are i|we still? free|busy|available|booked|booked_up|open|occupied",
    ),
    (
        Agenda,
        "is|are my|our day|morning|afternoon|evening|night|week|weekend|schedule|calendar free|open|clear|busy|full|packed|booked|booked_up",
    ),
    (
        Agenda,
        "do|have i|we have|got any|some|a? free|spare time|slot|slots|moment|hour|break|window",
    ),
    (Agenda, "when am|are i|we free|busy|available"),
    (Agenda, "do|have i|we have|got? any|some|the|enough? time"),
    (Agenda, "my weekly|daily|monthly plan|plans|schedule|agenda"),
    (
        Agenda,
        "what's_next|what_is_next|whats_next|what's_up_next|what's_up",
    ),
    (
        Agenda,
        "plan_my_day|plan_today|plan_for|my_agenda|brief_me|daily_briefing",
    ),
    (List, "remind me|us again|of|about? what|which|what's|whats"),
    (
        List,
        "remind me|us of|about? how_many|when|where|what_time|what_day",
    ),
    (
        List,
        "i|we really|just|also|would? want|need|like to see|hear|know|view|check|look_at|review",
    ),
    (
        Find,
        "give|tell|show|get|find|read me|us? all|any|more|some|the? known? information|info|details|detail|particulars about|on|of|for|regarding",
    ),
    (Find, "more|any|all? information|info|details about|on|of"),
    (Find, "am|are i|we supposed|meant|scheduled to"),
    (Find, "find|search|look_for|look_up|search_for|lookup"),
    (
        Find,
        "did|have i|we already|ever? add|added|put|write|include|create|set|make|note|remember|tell_you",
    ),
    (Find, "do|have i|we already? have|got|a|any"),
    (
        Find,
        "is|are|was there a|an|any|already|something|anything?",
    ),
    (
        When,
        "when|what_time|what_day|which_day and? where|what_day|what_time|at_what_time? is|are|was|does|do|will|'s i|we?",
    ),
    (
        When,
        "when's|where's|where_is|what_time_is|how_long_until|how_long_till|how_soon_is",
    ),
    (Top, "top|next|first|the_top <number>"),
    (
        Any,
        "anything|something|any|nothing interesting|special|exciting|fun?",
    ),
    (
        List,
        "give|show|tell|get|read|send me|us? an|a|the? quick|short|full? overview|rundown|summary|outline|recap|breakdown of|on|for? what?",
    ),
    (
        List,
        "show|list|display|give|tell|pull_up|bring_up|list_out|read_out|read_back",
    ),
    (
        Look,
        "read|see|view|print|open|get|check|go_through|go_over|recite|repeat|fetch|review|iterate|say|want|need",
    ),
    (List, "notify|alert|inform me|us of|about"),
    (List, "what|which|what's|whats|where|who|how"),
    (
        List,
        "i_want_to|i_wanna|i'd_like_to|i_would_like_to|i_need_to|let_me|can_i|could_i|may_i|need_to|want_to see|hear|know|view|check|look_at|review|have|get",
    ),
    (
        List,
        "do|am|have|did|is|are|does|was|were|will|can|could|should",
    ),
    (Noun, "up_coming"),
    (
        Noun,
        "meetings|events|appointments|plans|agenda|schedule|to_do_list|todo_list|shopping_list|grocery_list|list",
    ),
    (
        Noun,
        "all|every|everything|my|the|tasks|todos|reminders|overdue|open|upcoming|today's|tomorrow's|high|urgent|completed|done|remaining|pending",
    ),
];

/// Questions whether something was done. `<task>` begins with its verb where none is given by `<past>`.
pub(super) static WHETHER_DONE: &[&str] = &[
    "did i|we already|ever|just|actually|even|really? <task> already|yet?",
    "have|had i|we already|ever|just|actually|even|really? <past> <task> already|yet?",
    "has|have the|my|our <task> already? been already? <past> already|yet?",
    "is|are|was|were the|my|our <task> already|all? <past> already|yet?",
    "when did i|we last|actually? <task> last?",
    "when have i|we last? <past> <task> last?",
];
