//! English words that tell what a sentence is about.

use crate::locale::TopicWords;

/// The English lists.
pub(super) static TOPICS: TopicWords = TopicWords {
    nouns: "
        task tasks todo todos to-do to-dos reminder reminders list lists agenda schedule
        schedules calendar calender deadline deadlines appointment appointments meeting meetings
        event events due overdue plans jobs calander calandar errands errand chores chore checklist backlog inbox diary
        planner item items entry entries notifications assignments todays dos do's",
    foreign:
        "
        weather forecast temperature humidity rain raining snow sunny chilly storm celsius
        fahrenheit degrees song songs music jazz rock playlist album artist band track tracks
        radio podcast podcasts audiobook audio tune tunes station volume spotify pandora itunes
        genre lyrics movie movies film films cinema theatre theater showtimes tv television
        netflix game games novel saga soundtrack painting light lights lamp lamps bulb brightness
        thermostat vacuum hoover socket plug wemo outlet roomba speaker speakers mute microphone
        heater heating news headlines stock stocks exchange currency dollar dollars euro euros
        yen joke jokes riddle trivia fact facts definition translate translation spell synonym
        capital population recipe recipes restaurant restaurants reservation reservations taxi
        uber lyft cab train flight flights ticket tickets traffic directions route map hotel
        hotels pizza takeaway takeout coffee tweet tweets twitter facebook instagram whatsapp
        skype post email emails mail mails inbox contact contacts phone number text message
        messages card cards account accounts bank balance transfer transfers pin atm cash payment
        payments refund transaction transactions top-up topup withdrawal charge charges fee fees
        credit debit visa mastercard identity passcode verify verification bill bills insurance
        gas tire tires oil car alarm alarms timer timers clock timezone calories nutrition carbs
        ingredients vaccine vaccines vacation pto payday income taxes w2 apr rewards miles mpg
        luggage carry whisper accent language voice coin dice stars rating rate trend trending
        screening best nearest nearby close sculpture chilli cook cooking dish meaning define
        area town downtown describe biography born age old height president country city cities celebrity celebrities trains points out spot food delivery",
    devices: "
        play pause resume stop turn switch dim brighten increase decrease raise lower mute unmute
        shuffle rate tweet post reply text translate define calculate convert divide multiply
        spell flip roll tell say sing dance order navigate locate transfer freeze unfreeze block
        unblock activate open close launch start search google tune skip rewind forward repeat
        replay continue listen describe explain name whisper speak talk compose send email dial
        answer vacuum make change use give save go look find help let keep put book reserve
        recommend suggest show read check get call",
    strangers: "
        song songs music album playlist playlists artist track tune tunes podcast podcasts radio
        spotify pandora itunes netflix soundtrack audiobook genre weather forecast temperature
        humidity volume lights wifi brightness thermostat wemo socket plug speaker microphone
        vacuum roomba joke jokes stock stocks headlines tweet twitter facebook instagram checking
        savings pin atm apr debit topup visa mastercard passcode pto reservation uber lyft cab
        taxi mute whisper accent contacts calories timezone lyrics stars trailer novel saga movie
        movies cinema cinemas showtimes film films tv video videos game factory settings vpn
        transaction transactions refund account accounts card credit currency balance coin dice
        lighting language voice timer alarm alarms exchange",
    informing: "
        know hear see find tell listen check look understand ask speak talk show read view play
        watch access learn remember activate change get report verify use update have open set
        purchase make link withdraw exchange top reserve order dine eat drink",
    finite: "
        is was are were has had isn't wasn't aren't does did doesn't didn't can't cannot won't
        hasn't haven't says keeps seems looks i would could should will can i'm it's happened
        went came arrived got",
    questions: "
        what what's whats which who who's whose where where's when when's why how how's is are am
        do does did was were will would can could should shall has have isn't aren't don't
        doesn't didn't won't can't couldn't wouldn't may might",
    lists: "
        list lists calendar calender calander calandar agenda schedule reminders todos checklist
        diary planner",
    owners: "my our the this your",
    kinds_of_list: "shopping grocery todo to-do do reminder reminders task tasks",
    others_lists: "
        playlist playlists contacts contact songs movies dvr cars theatre theatres theater cinema
        restaurants bank price prices",
    telling: "
        tell name display describe walk recite read show pull bring bing give look see confirm
        check inform retrieve refresh say speak recall let go print view repeat list find search
        count need",
    changing: "
        add put remove delete erase clear cancel move mark complete set create make update change
        rename take schedule reschedule insert include append sync reset clean empty drop replace
        postpone push cross tick uncheck start begin generate redo",
    moving: "move rename retitle delete remove postpone reschedule snooze untag reopen",
    memory: "remember remind recall forget",
    institutions: "bank insurer carrier provider embassy",
    helping: "did have has do does is are am was were",
    events: "
        meeting meetings appointment appointments party birthday anniversary wedding event events
        deadline dinner lunch breakfast brunch interview visit reminder marriage checkup haircut
        rehearsal graduation reunion concert match tournament ceremony",
    compounds: "
        plan plans planning proposal proposals report reports review reviews meeting meetings kickoff kick-off
        launch manager managers management lead leader team teams member members budget budgets timeline
        timelines schedule schedules scope status summary summaries description folder folders file files deck
        slides presentation presentations poster posters board page pages website site documentation docs
        document documents charter update updates idea ideas brief briefing outline draft work tool tools
        template templates list lists time name title titles goal goals risk risks case call demo sheet
        spreadsheet invoice contract video photo photos paper essay assignment homework application
        drawing drawings view views cut header headers heading headings break chief head
        cloud clouds line lines system systems sale sales party game rugby reader printer along",
    filler: "
        me my the a an all of to do have i is are there on in for at left please up coming that
        which with get need should still remaining pending open currently got planned scheduled
        happening any anything everything every what what's whats be am will and due task tasks
        todo todos to-do thing things item items reminder reminders us we our it this list lists
        else can you did does has was were going now out or must already upcoming active current
        thats that's outstanding next some been by saved stuff work lined listed yet
        kind kinds sort sorts available supposed assigned set from let know look like plate so far ahead right",
    filler_of_search: "
        my the a an task tasks todo todos reminder reminders any all for to me about i add is on
        in list already do have there of with due again scheduled anything something that",
};
