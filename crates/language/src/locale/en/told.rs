//! English requests that stand behind what they are about, and words that only open a list.

/// What only opens a list before a command.
pub(super) static OPENED: &[&str] = &[
    "open|open_up|bring_up|pull_up|go_to|go_into|check|access my|the|our? items|events|tasks|everything? on|in? my|the|our? <name>? list|lists|calendar|agenda|schedule|todos|reminders app? and|then|to?",
    "open|open_up|reopen <name> and",
];

/// Requests to keep what was told before them, wholly.
pub(super) static KEEP: &[&str] = &[
    "remind me|us of_it|of_that|of_this|about_it|about_that|then? on_my_list|on_the_list?",
    "set|save|note|mark|schedule|record|log|keep it|this|that|them down|in? please?",
    "set me|us? a reminder for_it|for_that|about_it|for_me?",
    "add|put|place|note|mark|save|record|write|include|schedule|enter|jot it|this|that|them|those down? <list>",
    "i|we need|want|have|would_like|'d_like to be reminded of|about it|that?",
    "i|we need|want|would_like|'d_like it|that|this|them to_be? added|put|noted|saved|included <list>",
    "need|needs to_be|it_to_be|them_to_be added|put|noted|included <list>",
    "i|we want|need|have|would_like|'d_like to_be_there|to_go|to_attend|to_be_reminded",
];

/// Openings of what is told.
pub(super) static TOLD: &[&str] = &[
    "there|there's is|are|will_be? a|an|the?",
    "i've|we've got? a|an|the|my|our?",
    "i|we have|got|am_having|are_having a|an|the|my|our?",
    "i'm|i_am|im|we're|we_are out_of|low_on|running_low_on|running_out_of|almost_out_of",
    "i|we ran|have_run|are_running out_of|low_on",
    "i'd_like|i_would_like|i_want|i_need|we_need|we_want to?",
    "it|it's is? my|our|the|a|an?",
    "a_day_of|the_day_of",
];

/// Requests to put what was asked about on the list, wholly.
pub(super) static PUT_IT: &[&str] = &[
    "add|put|include|append|insert|place|write|get it|them|that|those|this|some down|on|in|too? there|on_there|to_it|on_it|to_them? <list>?",
    "add|put|include|append|insert|place it|them|that|those|this|some <list>",
];

/// Openings of what is to stand on a list.
pub(super) static BE_THERE: &[&str] = &["make|be|making sure that?", "ensure that?"];
