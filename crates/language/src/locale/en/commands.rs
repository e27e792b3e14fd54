//! English phrases that give commands. Earlier lines win.

use crate::intents::Intent::{
    self, Add, AddNotes, AddTag, ClearDue, ClearLength, ClearNotes, ClearProject, ClearReminders,
    ClearRule, Complete, Delete, Empty, Length, MoveBy, MoveProject, MoveTo, Prioritize, Remind,
    RemoveTag, Rename, Reopen, Repeat, SetNotes, SetPriority, Skip, Snooze, Undo,
};

/// Commands on tasks that exist.
pub(super) static COMMANDS: &[(Intent, &str)] = &[
    (Complete, "done|finished|completed"),
    (AddTag, "tag|label it|that|this|them as|with? <name>"),
    (
        Remind,
        "remind|notify|alert me|us <amount> before|beforehand|ahead|earlier|in_advance it|that?",
    ),
    (
        AddNotes,
        "add|put|leave|write|attach|make a|the? note|notes|comment to|on|for|in <task> : <text>",
    ),
    (
        AddNotes,
        "add|put|leave|write|attach|make a|the? note|notes|comment to|on|for|in <task> saying|that|that_says|which_says|to_say <text>",
    ),
    (AddNotes, "note|comment on|for|about <task> : <text>"),
    (
        AddNotes,
        "add|put|leave|write|attach|make a|the? note|notes|comment : <text>",
    ),
    (
        AddNotes,
        "add|put|leave|write|attach|make a|the? note|notes|comment saying|that|that_says <text>",
    ),
    (
        AddNotes,
        "add|put|write <text> to|in|into the? notes|note of|for|on <task>",
    ),
    (
        AddNotes,
        "add|put|write <text> as_a_note|as_a_comment to|on|for <task>",
    ),
    (
        SetNotes,
        "set|change|update|replace the? notes|note|description of|for|on <task> to|as|with <text>",
    ),
    (
        ClearNotes,
        "remove|clear|delete|erase|drop the|all? notes|note|description from|of|on|for <task>",
    ),
    (
        ClearReminders,
        "remove|clear|delete|cancel|drop|turn_off the|all|any? the|my? reminder|reminders|alert|alerts|notifications from|on <task>",
    ),
    (
        ClearReminders,
        "stop reminding|notifying|alerting me|us about|of <task>",
    ),
    (MoveBy, "make <task> <amount> later|earlier|sooner"),
    (MoveTo, "make it|that|this|them <when> instead?"),
    (
        MoveBy,
        "bring|pull|move <task> forward|up|ahead by? <amount>",
    ),
    (
        MoveBy,
        "bring|pull|move <task> <amount> forward|ahead|earlier|sooner",
    ),
    (MoveTo, "bring|pull <task> forward|back|up to|until <when>"),
    (
        Add,
        "i|we|i'd|we'd need|want|like|would_like|wish <task> to_be? added|put|placed|included|listed on|to|onto|in my|the|our <text>",
    ),
    (Add, "i|we need|want <task> on my|the|our <name>? list"),
    (
        Add,
        "<task> should|needs|must|has to? be added|put|placed|included on|to|onto|in my|the|our <text>",
    ),
    (
        Add,
        "i'm|we're|i_am|we_are|im|i|we out_of|low_on|running_out_of|running_low_on|ran_out_of|have_run_out_of <task> so|and? please|will_you|can_you|could_you? add|put that|it|them|those|some? on|to|onto my|the|our <text>",
    ),
    (
        Add,
        "i|we have_no|need <task> so|and? please|will_you|can_you? add|put that|it|them|those|some on|to|onto my|the|our <text>",
    ),
    (
        Undo,
        "oops|whoops|no|wait|sorry|damn? undo that|it|this|the_last_change|last|the_last_one|the_last_action|my_last_change|please?",
    ),
    (
        Undo,
        "oops|whoops? that_was_wrong|that_was_a_mistake|that's_wrong|my_mistake? please? revert|undo|roll_back|take_back|reverse my|the|your? last|latest|previous|most_recent? that|it|this|change|one|action|command|step|edit|deletion|thing|what_you_did|what_i_did?",
    ),
    (Undo, "take that|it back"),
    (
        Undo,
        "i|we didn't_mean|did_not_mean to do|delete|complete|change|finish|say|add that|this|it undo|revert|take_back that|it|this?",
    ),
    (
        Undo,
        "oops|whoops that_was_wrong|that_was_a_mistake|wrong_one|my_mistake",
    ),
    (
        Reopen,
        "uncheck|untick|unmark|uncomplete|reopen|restore|undelete|un_-_complete <task>",
    ),
    (
        Reopen,
        "mark|set <task> as|to? not_done|not_complete|not_completed|not_finished|undone|incomplete|unfinished|open|not_yet_done",
    ),
    (Reopen, "mark|set <task> as|to? todo|to_do"),
    (
        Reopen,
        "i|we didn't|did_not|haven't|have_not actually|really? <task> put_it_back|reopen_it|bring_it_back|undo_that|put_it_back_on_my_list|put_it_back_on_the_list",
    ),
    (
        Reopen,
        "put|bring|move|add <task> back on_my_list|on_the_list|to_my_list|to_the_list|in|again?",
    ),
    (Reopen, "bring back <task>"),
    (
        Reopen,
        "<task> is|are not|n't done|finished|complete|completed yet|after_all?",
    ),
    (
        Reopen,
        "<task> isn't|aren't|wasn't done|finished|complete|completed yet|after_all?",
    ),
    (
        ClearDue,
        "remove|clear|delete|drop|unset|cancel|erase the|its? due_date|date|deadline|due from|of|for|on <task>",
    ),
    (
        ClearDue,
        "remove|clear|delete|drop|unset|take <task> 's|s? due_date|deadline off?",
    ),
    (
        ClearDue,
        "take|pull the? due_date|date|deadline off|from of? <task>",
    ),
    (ClearDue, "unschedule <task>"),
    (
        ClearDue,
        "make|set|leave <task> with|to|have? no_due_date|undated|without_a_date|without_date|no_date|without_a_due_date",
    ),
    (ClearRule, "stop repeating|recurring <task>"),
    (
        ClearRule,
        "make|set|have? <task> stop|not|no_longer repeating|repeat|recur|recurring",
    ),
    (ClearRule, "stop <task> from? repeating|recurring"),
    (
        ClearRule,
        "remove|clear|delete|drop|cancel the? recurrence|repeat|repetition|rule|recurring_rule|repeat_rule|schedule from|of|for|on <task>",
    ),
    (ClearRule, "don't|do_not repeat <task> any_more|anymore?"),
    (
        ClearRule,
        "make <task> a? one_-_off|one_off|one_-_time|one_time|non_-_recurring",
    ),
    (
        Repeat,
        "make|set|have|let <task> to? repeat|recur|recurring|repeating|happen <rule>",
    ),
    (Repeat, "repeat <task> <rule>"),
    (
        Repeat,
        "change|set|update the? recurrence|repeat|rule|schedule|frequency of|for|on <task> to <rule>",
    ),
    (
        Repeat,
        "<task> should|must|needs_to now|only|just? repeat|recur|happen <rule>",
    ),
    (Repeat, "change|switch <task> to <rule>"),
    (Repeat, "make <task> <rule>"),
    (
        RemoveTag,
        "remove|delete|drop|take_off|clear|strip the? tag|label <name> from|off|of <task>",
    ),
    (
        RemoveTag,
        "remove|delete|drop|take_off|clear|strip the? <name> tag|label from|off|of <task>",
    ),
    (
        RemoveTag,
        "remove|delete|drop|strip|clear # <name> from|off|of <task>",
    ),
    (RemoveTag, "untag <name> from <task>"),
    (RemoveTag, "take the? <name> tag|label off of? <task>"),
    (AddTag, "tag|label <task> with|as the|tag? <name>"),
    (
        AddTag,
        "add|put|set|attach|apply the|a? tag|label <name> to|on <task>",
    ),
    (
        AddTag,
        "add|put|set|attach|apply the|a? <name> tag|label to|on <task>",
    ),
    (AddTag, "add|put|attach|apply # <name> to|on <task>"),
    (AddTag, "tag|label <task> : <name>"),
    (
        Remind,
        "remind|notify|alert|ping me|us <amount> before|ahead_of|prior_to <task> is|are? due|starts|begins|start|begin?",
    ),
    (
        Remind,
        "set|add|give|create me? a? reminder|alert for? <amount> before|ahead_of|prior_to <task> is|are? due|starts|begins|start|begin?",
    ),
    (
        Remind,
        "remind|notify|alert me|us about|of <task> <amount> before|beforehand|ahead|earlier|in_advance",
    ),
    (
        Remind,
        "add|set a? reminder to|for|on <task> <amount> before|beforehand|ahead|earlier|in_advance",
    ),
    (
        SetPriority,
        "set|change|update|raise|lower|bump|drop the? priority of|for|on <task> to <priority>",
    ),
    (
        SetPriority,
        "set|change|update|raise|lower <task> 's|s? priority to|as <priority>",
    ),
    (
        SetPriority,
        "make|mark|flag|bump|raise|upgrade|downgrade <task> as|to|a|an|up_to|down_to? <priority>",
    ),
    (SetPriority, "set|change <task> to|as <priority>"),
    (
        SetPriority,
        "<task> is|are now|very|really|super? <priority>",
    ),
    (
        SetPriority,
        "remove|clear|drop the? priority|no_priority from|of|on <task>",
    ),
    (Prioritize, "prioritize|prioritise <task>"),
    (
        Length,
        "it|that|this takes|will_take|lasts|should_take about|around|roughly|only|just? <amount>",
    ),
    (
        Length,
        "set|change|update the? duration|length|estimate of|for|on <task> to|as <amount>",
    ),
    (
        ClearLength,
        "remove|clear|delete|drop the? duration|estimate from|of|on|for <task>",
    ),
    (Rename, "rename|retitle|reword <task> to|as|into <text>"),
    (
        Rename,
        "change|set|update the? title|name|text|wording of|for <task> to|into <text>",
    ),
    (Rename, "change|edit|update <task> to say|read <text>"),
    (
        ClearProject,
        "take|remove|move|pull <task> out_of|from the|its|my? <name> project|folder",
    ),
    (
        ClearProject,
        "take|remove|move|pull <task> out_of its? project",
    ),
    (
        MoveProject,
        "put it|that|this|them to|into|under|in|on the|my|our? <name> project|list|folder",
    ),
    (
        MoveProject,
        "put it|that|this|them to|into|under|in project|list <name>",
    ),
    (
        MoveProject,
        "put the|my|our <task> into|under|in the? project <name>",
    ),
    (
        MoveProject,
        "put the|my|our <task> into|under|in the|my|our <name> project|folder",
    ),
    (
        MoveProject,
        "move|transfer|shift|assign|file|relocate <task> to|into|under|in the|my|our? <name> project|list|folder",
    ),
    (
        MoveProject,
        "move|transfer|shift|assign|file|relocate <task> to|into|under|in project|list <name>",
    ),
    (
        Snooze,
        "snooze until|till|to|for|by|another? it|this|that? <when>",
    ),
    (Snooze, "snooze for|by|another? <amount>"),
    (
        Snooze,
        "snooze|defer|hide <task> until|till|to|for|by|another? <when>",
    ),
    (Snooze, "snooze|defer|hide <task> for|by|another? <amount>"),
    (
        MoveBy,
        "move|push|postpone|delay|bump|shift|defer|extend|put_off|push_back|push_out|kick <task> back|out|off|forward|later|by|for? another|by|for? <amount> later?",
    ),
    (
        MoveBy,
        "postpone|delay|push_back|put_off|push|bump|shift by|for? <amount> <task>",
    ),
    (
        MoveTo,
        "change|set|move|update|make the? due_date|date|deadline|time of|for|on <task> to|as <when>",
    ),
    (
        MoveTo,
        "move|reschedule|push|postpone|bump|shift|delay|defer|put_off|push_back|re_-_schedule|pull|kick <task> back|out|off|forward|up|over? to|until|till|for|onto <when> instead?",
    ),
    (
        MoveTo,
        "move|reschedule|push|postpone|bump|shift|delay|defer <task> on? <when> instead?",
    ),
    (
        MoveTo,
        "change|bring_forward|set <task> due|date|due_date? to|until|till <when> instead?",
    ),
    (MoveTo, "make|set <task> be? due on|by? <when>"),
    (MoveTo, "put <task> to|on|until|off_to|off_until <when>"),
    (
        MoveTo,
        "<task> can|could|should|must|has_to|will|may wait|be_moved|move|be_done|happen until|till|to|for|on <when>",
    ),
    (MoveTo, "<task> is now|actually|really due <when>"),
    (MoveTo, "do <task> <when> instead"),
    (
        Skip,
        "skip|leave_out|pass_on|miss <task> this_week|today|this_time|once|tomorrow|this_month|for_now|tonight?",
    ),
    (
        Complete,
        "mark|set|flag|check|tick|cross|report <task> as|to|off_as? done|complete|completed|finished|closed|checked|off|crossed_off|resolved",
    ),
    (
        Complete,
        "mark|set as? done|complete|completed|finished : <task>",
    ),
    (
        Complete,
        "mark|set as? done|complete|completed|finished <task>",
    ),
    (
        Complete,
        "mark|set|flag <task> as bought|paid|sent|read|cleaned|fixed|called|booked|ordered|submitted|handled|sorted|watched|delivered|resolved",
    ),
    (
        Complete,
        "that's|that_is|that_one's|this_is done|finished|complete : <task>",
    ),
    (
        Complete,
        "i|we just|already|have|finally? did|done it|that|this|that_one|them|all_of_it?",
    ),
    (Complete, "i|we just|already|have|finally? did|done <task>"),
    (Complete, "finish|do <task>"),
    (Complete, "check|tick|cross|strike off <task>"),
    (Complete, "cross|strike out <task>"),
    (
        Complete,
        "cross|strike|check|tick <task> off of? my|the list|to_do_list|todo_list",
    ),
    (
        Complete,
        "complete|close|close_out|resolve|tick|finish_off <task>",
    ),
    (
        Complete,
        "i'm|i_am|we're|we_are|am all|now? done|finished|through with <task>",
    ),
    (Complete, "done|finished|through with <task>"),
    (Complete, "done|finished|completed : <task>"),
    (
        Complete,
        "i|we|i've|we've|i_have|we_have|i_am just|already|now|finally|have? done|finished|completed with? <task> already|now|today|just_now?",
    ),
    (Complete, "finished|completed <task>"),
    (
        Complete,
        "<task> is|are|has_been|have_been|was|'s now|already|all|finally? done|finished|complete|completed|taken_care_of|sorted now|already?",
    ),
    (Complete, "<task> : done|finished|completed"),
    (
        Delete,
        "i|we don't|do_not|no_longer need|want|have <task> any_more|anymore|any_longer? so|and? please|could_you|can_you|you_can|just? delete|remove|erase|cancel|drop|take it|that|them|this|those off|from? my|the|our? list|calendar|schedule|agenda|to_do_list|todo_list?",
    ),
    (
        Delete,
        "delete|remove|erase|discard|scrap|cancel|nix|ditch|get_rid_of <task>",
    ),
    (
        Empty,
        "clear|clear_out|wipe|wipe_out|empty|drop|trash|bin|throw_out|throw_away <task>",
    ),
    (
        Delete,
        "take|strike|cross|pull <task> off|out of? my|the|our? list|to_do_list|todo_list|calendar|agenda|schedule|shopping_list|grocery_list|lists|to_dos|todos|todo",
    ),
    (
        Delete,
        "take off my|the|our? list|calendar|schedule|agenda <task>",
    ),
    (
        Delete,
        "on|from my|the|our <name> list remove|delete|erase|take_off <task>",
    ),
    (
        Delete,
        "on|from my|the|our to_dos|todos|list|calendar remove|delete|erase|take_off <task>",
    ),
    (
        Delete,
        "take|scratch|remove <task> off|out|away of|from? my|the|our? <name>? list|lists|calendar|schedule|agenda|to_do_list|todo_list for|on? <when>?",
    ),
    (Delete, "take away|off|out <task>"),
    (Delete, "eliminate|dismiss|nuke|scratch|x_out|axe <task>"),
    (
        Delete,
        "clean|reset|format|empty|clear up|out? my|the|entire? whole|entire? calendar|calender|list|to_do_list|todo_list|schedule|agenda|reminders|shopping_list",
    ),
    (
        Delete,
        "find|list|open|check|locate|get <task> and delete|remove|erase|cancel it|them|that?",
    ),
    (
        Delete,
        "make|make_sure|be_sure my|the calendar|schedule|list|agenda is? completely|totally|all? empty|clear|blank|free <when>?",
    ),
    (
        Add,
        "pop|stick|chuck|throw|slip <task> on|onto my|the|our to_do|todo|shopping|grocery? list",
    ),
    (
        Delete,
        "<task> needs_to_be|should_be|can_be|must_be deleted|removed|cancelled|canceled|erased|taken_off from|off? my|the|our? list|calendar|schedule|agenda?",
    ),
    (Delete, "forget_about|never_mind|nevermind the <task>"),
    (
        Delete,
        "i|we don't|do_not|no_longer need_to|have_to|want_to <task> any_more|anymore|any_longer",
    ),
    (Rename, "change|edit <task> to|into <text>"),
    (
        Delete,
        "i don't|no_longer need|want <task> on my|the list|calendar|to_do_list any_more|anymore?",
    ),
];
