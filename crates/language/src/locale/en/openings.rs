//! English openings of requests and of new tasks, and what is only polite. Earlier lines win.

/// What may stand before any request.
pub(super) static POLITE: &[&str] = &[
    "please",
    "pls",
    "plz",
    "kindly",
    "hey|hi|hello|ok|okay saydo|google|siri|alexa|olly|there?",
    "hey",
    "saydo|olly|alexa|siri",
    "can|could|would|will you|u|ya please|to|possibly|just|maybe|like|uh|um|perhaps? kindly|please?",
    "would|will you_be_able_to|you_be_so_kind_as_to",
    "are_you_able_to",
    "i_was_wondering_if|i_wonder_if|if you|we could|can|would",
    "you can|may",
    "hurry_up_and just?",
    "completely|just|simply",
    "do_me_a_favor_and|do_me_a_favour_and",
    "can|could i|we ask_you_to",
    "would|do you_mind",
    "yeah|yep|yup|yes",
    "one_more_thing|another_thing|one_last_thing|by_the_way|btw|anyway",
    "i_want_you_to|i'd_like_you_to|i_would_like_you_to|i_need_you_to|need_you_to|you_need_to|i_need_for_you_to|i_want_for_you_to",
    "find_and|locate_and",
    "if it's|it_is|its|that's not|not_too|no|isn't too_much|much|too|any|a trouble|bother|work|problem",
    "it_would_be|it'd_be|that_would_be great|good|nice|lovely|helpful|wonderful|awesome|cool if_you could|can|would",
    "and|then|also|so|now|well|oh|um|uh|uhm|umm|er|erm|hmm|actually|just",
    "ok|okay|alright|right|sure|great|thanks|cool",
    "go_ahead_and",
    "help_me?",
    "let's|lets",
];

/// Questions about what is possible, which ask for what they name when they name a task.
pub(super) static ABILITY: &[&str] = &[
    "is_it_possible_to",
    "are_there_ways_to|is_there_a_way_to|is_there_any_way_to|what_is_the_best_way_to|how_do_i_get_you_to",
    "can|could|may i|we",
];

/// What asks for a new list.
pub(super) static NEW_LIST: &[&str] = &[
    "create|make|start|begin|generate|set_up|build|prepare|write|add|need|want|give me|us? a|an|another|my|one|this_week's|today's|tomorrow's new|fresh|blank|empty? <name>? list|checklist",
    "open|open_up me|us? a|an|another|one|my new|fresh|blank|empty <name>? list|checklist",
    "open|open_up|bring_up me|us? a|an|another new|fresh|blank|empty? <name>? list|checklist",
    "create|make|start|begin|open|generate new|fresh list|checklist",
    "start creating a new|fresh? list|checklist",
    "new|fresh list|checklist",
    "make|create list",
];

/// Sounds of a speaker who thinks.
pub(super) static HESITATIONS: &str = "um uh uhm umm er erm hmm like";

/// What may stand after any request.
pub(super) static POLITE_END: &[&str] = &[
    "please",
    "pls",
    "plz",
    "thanks",
    "thank_you",
    "thx",
    "for_me",
    "as_well",
    "ok|okay",
    "would_you",
    "will_you",
    "if_you_can",
    "now_please",
    "right_now",
];

/// What begins a new task. The rest of the sentence is the task.
pub(super) static CREATE: &[&str] = &[
    "add|create|make|write|put|enter|set <number> new? tasks|todos|items|things|reminders|to_dos on_my_list? to_my_list?",
    "add|create|make|write|put|enter|new|the? new? following tasks|todos|items|things|reminders|to_dos? :",
    "new|add tasks|todos|items|things|reminders|to_dos :",
    "tasks|todos|to_dos|things_to_do|reminders :",
    "remind|remember me|us again? to",
    "reminding me|us again? to|of|about?",
    "tell me|us to",
    "remind|remember me|us",
    "please? send|give me a? reminder|notification|alert about|to|of|for?",
    "notify|alert|ping|nudge me to|about|of|when?",
    "do_not|don't|dont forget|let_me_forget to|about|that?",
    "never forget to|about?",
    "i|we mustn't|must_not|shouldn't|should_not|can't|cannot|don't_want_to|do_not_want_to forget to|about|that?",
    "remember to",
    "make_sure|be_sure to|that? i|we?",
    "i|we need|have|want|ought|got|gotta|'ve_got a reminder|task|todo to|for|about|that?",
    "i|we would|will? need|want|like|wish to_be|to_get reminded|notified|alerted|told to|about|of|when?",
    "i|we need|have|want|wish|ought to_be_reminded to|about|of?",
    "i|we also? need|have|want|wish|ought|got|plan|'d_like|intend to",
    "i'd_like|i_would_like|we'd_like|i_want|i_need to_be_reminded to|about|of?",
    "i'd_like|i_would_like|i've_got|i_have_got|we've_got|i'm_supposed|i_am_supposed|i'm_going to",
    "i|we must|should|gotta|better really|probably|definitely|also?",
    "i|we really|definitely|probably|still must|should|gotta",
    "i|we really|definitely|probably|still need|have|ought|got to",
    "make|take a|another note|reminder to|about|of|that",
    "add another one|task|todo|reminder? :",
    "i|we have|got a|an",
    "i've_got|we've_got|i'm_having|i_am_having|we're_having a|an|my",
    "i_want|i_need|i'd_like|i_would_like|can_i_have|could_i_have|how_about a|some? reminder|reminders|notification set? up? to|for|about|that?",
    "on|to|for|in|onto my|the|our <name> list please? add|put|include",
    "on|to|for|in|onto my|the|our list|calendar|schedule|agenda|to_do_list|todo_list|list_of_things_to_do please? add|put|include that?",
    "need|have|got to",
    "gotta",
    "add|create|make|set|set_up|setup|put|start|open|open_up|enter|new|schedule|log|record|register|generate|save me|us? a|an|another|the|my|one? new|quick? <rule>? <priority>? recurring|repeating|daily? task|todo|to_do|reminder|entry|item|note_to_self|todo_item|to_do_item|action_item|notification|alert|alarm called|named|titled|saying|that_says|with_the_title|entitled|so_i_don't_forget|so_i_remember|for_me?",
    "new|another <priority>? task|todo|to_do|reminder|item|entry called|named|titled?",
    "<priority> priority? task|todo|to_do|reminder :",
    "task|todo|to_do|reminder|memo|note_to_self :",
    "todo",
    "note_to_self",
    "set|set_up|create|add|make|give|send me|us? reminders|alerts|notifications to|for|about|of|that?",
    "re_-_add|readd",
    "help me|us? remember|remind me|us? to|about|of|that?",
    "we need",
    "i|we need more",
    "add|include|append|insert|jot_down|write_down|note_down|put_down|log|enqueue that|down?",
    "put",
    "remind",
    "schedule|book|plan|arrange|set|set_up|create|make|organize a|an|another|my|the? meeting|appointment|call|event|lunch|dinner|breakfast|party|interview|visit|session|conference|conference_call|date",
];

/// New parts of a task, which is `<task>`; without it what was last spoken about.
pub(super) static SUBTASK: &[&str] = &[
    "add|put|attach a|the|another? new? checklist to <task>",
    "add|put|include|write <name> to|on|onto the|its? checklist of|for|on|in <task>",
    "add|create|make|put|give a|an|another|the|my|some|new? new? subtask|subtasks|sub_task|sub_tasks to|for|under|of|on <task> : <text>",
    "add|create|make|put|give a|an|another|the|my|some|new? new? subtask|subtasks|sub_task|sub_tasks for|under|of|on <task> to|called|named <text>",
    "subtask|subtasks|sub_task|sub_tasks to|for|under|of|on <task> : <text>",
    "to|under|for <task> add|create a|an|another|the|my|some|new? new? subtask|subtasks|sub_task|sub_tasks called|named|titled? <text>",
    "add|create|make|put a|an|another|the|my|some|new? new? subtask|subtasks|sub_task|sub_tasks called|named|titled|to? <text> to|under <task>",
    "add|create|make|put a|an|another|the|my|some|new? new? subtask|subtasks|sub_task|sub_tasks called|named|titled|to? <text> of|for|in|on <task>",
    "add|put|include|insert <text> as a|an|another|the|new? new? subtask|subtasks|sub_task|sub_tasks to|of|under|for|in|on <task>",
    "add|put|include|insert <text> as a|an|another|the|new? new? subtask|subtasks|sub_task|sub_tasks",
    "add|create|make a|an|another|the|my|some|new? new? subtask|subtasks|sub_task|sub_tasks called|named|titled? <text>",
];
