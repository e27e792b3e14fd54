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
        "when|what_time|what_day|which_day is|are|was|does|do|will|'s i|we?",
    ),
    (
        When,
        "when's|where's|where_is|what_time_is|how_long_until|how_long_till|how_soon_is",
    ),
    (Top, "top|next|first|the_top <number>"),
    (Any, "anything|something|any|nothing"),
    (
        List,
        "show|list|display|give|tell|pull_up|bring_up|list_out|read_out|read_back",
    ),
    (
        Look,
        "read|see|view|print|open|get|check|go_through|go_over|recite|repeat|fetch|review|iterate|say|want|need",
    ),
    (List, "what|which|what's|whats|where|who|how"),
    (
        List,
        "i_want_to|i_wanna|i'd_like_to|i_would_like_to|i_need_to|let_me|can_i|could_i|may_i|need_to|want_to see|hear|know|view|check|look_at|review|have|get",
    ),
    (
        List,
        "do|am|have|did|is|are|does|was|were|will|can|could|should",
    ),
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
