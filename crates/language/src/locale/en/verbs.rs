//! English verbs of tasks, their forms, and words without weight.

/// Words that do not tell tasks apart.
pub(super) static NOISE: &[&str] = &[
    "the", "a", "an", "my", "our", "your", "his", "her", "their", "this", "that", "these", "those",
    "to", "of", "for", "on", "in", "at", "with", "from", "and", "it", "task", "tasks", "todo",
    "reminder", "item", "one", "thing", "please", "me", "i", "we", "up", "some", "about", "is",
    "was", "be", "list", "already", "just", "now", "off", "out", "him", "them", "s", "event",
];

/// Verbs that only say that something was dealt with.
pub(super) static LIGHT: &[&str] = &[
    "get", "do", "finish", "complete", "have", "make", "be", "grab", "handle", "pick", "take",
    "done", "go", "attend", "visit",
];

/// Past forms.
pub(super) static PAST: &[(&str, &str)] = &[
    ("paid", "pay"),
    ("bought", "buy"),
    ("sent", "send"),
    ("got", "get"),
    ("did", "do"),
    ("took", "take"),
    ("made", "make"),
    ("wrote", "write"),
    ("read", "read"),
    ("went", "go"),
    ("saw", "see"),
    ("met", "meet"),
    ("ate", "eat"),
    ("ran", "run"),
    ("swam", "swim"),
    ("brought", "bring"),
    ("fed", "feed"),
    ("gave", "give"),
    ("found", "find"),
    ("fixed", "fix"),
    ("built", "build"),
    ("cut", "cut"),
    ("put", "put"),
    ("set", "set"),
    ("sold", "sell"),
    ("told", "tell"),
    ("spoke", "speak"),
    ("drove", "drive"),
    ("flew", "fly"),
    ("chose", "choose"),
    ("began", "begin"),
    ("did", "do"),
    ("hung", "hang"),
    ("swept", "sweep"),
    ("threw", "throw"),
    ("rode", "ride"),
    ("lent", "lend"),
    ("spent", "spend"),
    ("taught", "teach"),
    ("drew", "draw"),
    ("wore", "wear"),
    ("won", "win"),
    ("kept", "keep"),
    ("left", "leave"),
    ("done", "do"),
    ("finished", "finish"),
    ("completed", "complete"),
    ("mowed", "mow"),
    ("rang", "ring"),
];

/// Other inflected forms.
pub(super) static FORMS: &[(&str, &str)] = &[
    ("paying", "pay"),
    ("buying", "buy"),
    ("children", "child"),
    ("mum", "mom"),
    ("mother", "mom"),
    ("mommy", "mom"),
    ("father", "dad"),
    ("groceries", "grocery"),
    ("e-mail", "email"),
    ("mail", "email"),
    ("leaves", "leaf"),
    ("knives", "knife"),
    ("shelves", "shelf"),
    ("feet", "foot"),
    ("teeth", "tooth"),
];

/// Verbs that begin a task.
pub(super) static VERBS: &str = "
    accept access achieve address adjust admit advise allocate analyse analyze apply appoint approve arrange ask assemble assess assign attach attend audit avoid
    backup bake balance bathe bill boil book borrow bring brush build burn buy
    calculate call cancel capture care carry catch celebrate change charge chase check choose chop claim clean clear climb close collect commit compare complain complete compile compose conduct
    configure confirm connect consider contact contribute cook copy correct count cover create cut
    darn deactivate debug decide declutter decorate defrost delete deliver deploy deposit descale design dig discuss dispose do donate download draft draw dress drive drop dry dust
    eat edit eject email empty enrol enroll ensure enter estimate evaluate examine exchange exercise expand explain export extend
    fax feed fetch figure file fill film finalize finalise finish fix fold follow format forward freeze freshen fry fundraise
    garden gather get give go grab grade greet grind groom grow
    hand handle hang harvest have help hem hide hire hold hook host hug
    identify implement import improve inform inspect install insure interview introduce investigate invite invoice iron
    jog join journal jump
    keep knit knock
    launch learn leave lend let list lock log look
    mail maintain make manage mark match measure meet mend merge message migrate mop mount move mow
    name negotiate note notify nurse
    obtain offer oil open optimize order organise organize outline overhaul
    pack paint park pay peel perform phone pick ping plan plant plug polish post practice practise pray prep prepare present press print process proofread prune publish pull purchase push put
    quit
    rake reach read rebook record recycle redeem redo refactor refill refund register rehearse remove renew rent reorder repair repay replace reply report request research reserve reset resolve
    respond restart restock restore resubmit retire return review revise rewrite ring rotate run
    save scan schedule scrub seal search see select sell send serve service set settle sew sharpen ship shop shovel shower shred sign sketch sketch ski sleep soak solve sort speak spend spray
    stain start stock stop store stretch study submit subscribe swap sweep swim switch
    tag take talk tape teach tell test text thank throw tidy tie tighten track train transfer translate transplant trash travel treat trim try tune turn tutor type
    unclog unpack unplug unsubscribe update upgrade upload use
    vacuum validate verify visit volunteer vote
    wait wake walk wash watch water wax weed weigh welcome wind wipe withdraw work workout wrap write
";
