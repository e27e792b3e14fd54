//! English small talk and answers.

use crate::small_talk::Talk::{
    self, Acknowledge, Advice, Bye, Greet, Help, No, Remark, Thank, Yes, YesToAll,
};

/// Whole utterances, by kind.
pub(super) static TALK: &[(Talk, &str)] = &[
    (
        YesToAll,
        "yes|yeah|yep|yup|sure|ok|okay|y|absolutely|confirm|please to|for? all|both|everything|all_of_them|all_of_those|all_of_it|both_of_them|every_one|each_of_them please?",
    ),
    (
        YesToAll,
        "all|both|all_of_them|both_of_them|yes_to_all|do_both|do_all|do_them_all|do_it_all|confirm_all|confirm_both please?",
    ),
    (
        Yes,
        "yes|yeah|yep|yup|sure|ok|okay|y|absolutely|definitely|correct|right|confirm|confirmed|affirmative please|do_it|go_ahead|sure|do|delete_them|that's_right|of_course?",
    ),
    (
        Yes,
        "do_it|go_ahead|go_for_it|please_do|sounds_good|that's_right|of_course|go_on|proceed",
    ),
    (
        No,
        "no|nope|nah|neither|none|none_of_them|none_of_those|n|cancel|stop|negative|never_mind|nevermind|don't|wait wait|thanks|thank_you|leave_them|leave_it|don't|don't_do_it|don't_do_that|keep_them|keep_it|cancel|cancel_that|stop|never_mind?",
    ),
    (
        No,
        "leave_them|leave_it|keep_them|keep_it|forget_it|don't_do_it|do_not|cancel_that|abort",
    ),
    (
        Greet,
        "hi|hello|hey|howdy|yo|hiya|greetings|hallo there|again|saydo|everyone|you|buddy|friend?",
    ),
    (
        Greet,
        "good morning|afternoon|evening|day|night saydo|everyone|to_you?",
    ),
    (
        Greet,
        "how|how's are_you|is_it_going|it_going|do_you_do|was_your_day|are_things|have_you_been|is_your_day|are_you_doing today|going?",
    ),
    (Greet, "what's_up|sup|whats_up|wassup"),
    (
        Thank,
        "ok|okay|great|perfect|awesome|cool|nice? thanks|thank_you|thx|ty|cheers|many_thanks|much_appreciated <text>?",
    ),
    (
        Thank,
        "you're|you_are|ur the? great|awesome|best|amazing|helpful|wonderful|a_lifesaver|so_helpful",
    ),
    (Thank, "good|great|nice|well job|work|done|one"),
    (
        Bye,
        "bye|goodbye|bye_bye|see_you|see_ya|good_night|later|ciao|farewell|talk_to_you_later|ttyl|that's_all now|later|soon|then|for_now|bye?",
    ),
    (
        Bye,
        "see|talk_to|speak_to|catch you|ya later|soon|again|around? <when>?",
    ),
    (Help, "help|help_me"),
    (
        Help,
        "what can|do you|i do|say|ask_you|help_with|help_me_with here|for_me?",
    ),
    (
        Help,
        "how do|does|can|should i|you|this|it|saydo work|use_this|use_you|use_saydo|start|get_started",
    ),
    (
        Help,
        "what are_you|are_your_features|is_this|is_saydo|commands_are_there|are_the_commands",
    ),
    (
        Help,
        "show_me? commands|what_you_can_do|examples|the_help|help|your_features",
    ),
    (
        Acknowledge,
        "cool|nice|great|awesome|perfect|fine|good|got_it|i_see|alright|all_right|excellent|wow|interesting|lol|haha|hmm|oh|ah|wonderful|amazing|very_good|that's_great|that_was_great",
    ),
    (
        Remark,
        "i love|hate|like|dislike|feel|think|am|was|wish|hope|guess|believe|enjoy|miss|wonder|know|understand|agree|can't|cannot|don't|do_not|didn't <text>",
    ),
    (Remark, "i'm|i_am|im <text>"),
    (
        Remark,
        "you are|aren't|were|look|seem|sound|suck|rock|have|know|don't|can't <text>",
    ),
    (Remark, "you're|your|youre <text>"),
    (
        Remark,
        "it's|it_is|that's|that_is|this_is|that_was|there_is|there's|there_are|he_is|she_is|they_are|we_are <text>",
    ),
    (Advice, "should|shall|may|might|must i|we <text>"),
    (
        Advice,
        "what|which|how|why|when|who|where should|shall|would|do|does|did|can|could|is|are|was|were|will|might|much|old|far|big|tall|long|come i|we|you|it|the|a|an|my? <text>",
    ),
    (
        Advice,
        "would|could|is|are|does|has|was|were|do|did|will it|he|she|they|there|that|this|the|a|an <text>",
    ),
    (
        Advice,
        "if|unless|suppose|what_if|maybe|perhaps|whether|why <text>",
    ),
];
