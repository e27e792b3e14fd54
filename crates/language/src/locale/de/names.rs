//! German names of feasts and of places with a clock of their own.

use jiff::civil::Weekday::Sunday;

use crate::locale::Feast;

/// Feasts with a rule, alternatives divided by bars.
pub(super) static FEASTS: &[(&str, Feast)] = &[
    ("neujahr|neujahrstag", Feast::Fixed(1, 1)),
    (
        "dreikönigstag|heilige drei könige|heilig drei könig",
        Feast::Fixed(1, 6),
    ),
    ("valentinstag", Feast::Fixed(2, 14)),
    ("rosenmontag", Feast::Easter(-48)),
    ("faschingsdienstag|veilchendienstag", Feast::Easter(-47)),
    ("aschermittwoch", Feast::Easter(-46)),
    ("palmsonntag", Feast::Easter(-7)),
    ("gründonnerstag", Feast::Easter(-3)),
    ("karfreitag", Feast::Easter(-2)),
    ("ostern|ostersonntag", Feast::Easter(0)),
    ("ostermontag", Feast::Easter(1)),
    ("tag der arbeit|maifeiertag", Feast::Fixed(5, 1)),
    ("muttertag", Feast::Nth(5, Sunday, 2)),
    (
        "christi himmelfahrt|himmelfahrt|vatertag",
        Feast::Easter(39),
    ),
    ("pfingsten|pfingstsonntag", Feast::Easter(49)),
    ("pfingstmontag", Feast::Easter(50)),
    ("fronleichnam", Feast::Easter(60)),
    ("mariä himmelfahrt", Feast::Fixed(8, 15)),
    ("tag der deutschen einheit", Feast::Fixed(10, 3)),
    ("reformationstag|halloween", Feast::Fixed(10, 31)),
    ("allerheiligen", Feast::Fixed(11, 1)),
    ("martinstag|sankt martin", Feast::Fixed(11, 11)),
    ("nikolaustag", Feast::Fixed(12, 6)),
    ("heiligabend|heilig abend", Feast::Fixed(12, 24)),
    (
        "weihnachten|erster weihnachtstag|erster weihnachtsfeiertag|ersten weihnachtstag|ersten weihnachtsfeiertag",
        Feast::Fixed(12, 25),
    ),
    (
        "zweiter weihnachtstag|zweiter weihnachtsfeiertag|zweiten weihnachtstag|zweiten weihnachtsfeiertag|stephanstag|stefanitag",
        Feast::Fixed(12, 26),
    ),
    ("silvester|sylvester", Feast::Fixed(12, 31)),
];

/// Abbreviations with their zone; a "Zeit" may follow.
pub(super) static ZONES: &[(&str, &str)] = &[
    ("utc|gmt", "UTC"),
    ("mez|mesz|cet|cest|mitteleuropäische", "Europe/Berlin"),
    ("oez|oesz|eet|eest|osteuropäische", "Europe/Athens"),
    ("wez|wesz|bst|britische", "Europe/London"),
    ("est|edt|ostküsten", "America/New_York"),
    ("cst|cdt", "America/Chicago"),
    ("mst|mdt", "America/Denver"),
    ("pst|pdt|westküsten", "America/Los_Angeles"),
    ("jst", "Asia/Tokyo"),
    ("ist|indische", "Asia/Kolkata"),
    ("aest|aedt", "Australia/Sydney"),
];

/// Places with their zone: "15 Uhr Londoner Zeit", "um 15 Uhr in London".
pub(super) static PLACES: &[(&str, &str)] = &[
    (
        "berlin|berliner|hamburg|hamburger|münchen|münchner|köln|kölner|frankfurt|frankfurter|deutschland|deutsche|deutscher",
        "Europe/Berlin",
    ),
    ("wien|wiener|österreich", "Europe/Vienna"),
    (
        "zürich|zürcher|genf|bern|schweiz|schweizer",
        "Europe/Zurich",
    ),
    ("london|londoner|england", "Europe/London"),
    ("dublin|irland", "Europe/Dublin"),
    ("paris|pariser|frankreich", "Europe/Paris"),
    ("madrid|barcelona|spanien", "Europe/Madrid"),
    ("lissabon|portugal", "Europe/Lisbon"),
    ("rom|mailand|italien", "Europe/Rome"),
    ("brüssel", "Europe/Brussels"),
    ("amsterdam", "Europe/Amsterdam"),
    ("kopenhagen", "Europe/Copenhagen"),
    ("oslo", "Europe/Oslo"),
    ("stockholm", "Europe/Stockholm"),
    ("helsinki", "Europe/Helsinki"),
    ("warschau|polen", "Europe/Warsaw"),
    ("prag", "Europe/Prague"),
    ("budapest", "Europe/Budapest"),
    ("athen|griechenland", "Europe/Athens"),
    ("istanbul|ankara|türkei", "Europe/Istanbul"),
    ("moskau|moskauer", "Europe/Moscow"),
    ("kiew|kyjiw", "Europe/Kyiv"),
    ("kairo|ägypten", "Africa/Cairo"),
    ("johannesburg|kapstadt", "Africa/Johannesburg"),
    ("nairobi", "Africa/Nairobi"),
    ("dubai", "Asia/Dubai"),
    ("tel aviv|jerusalem|israel", "Asia/Jerusalem"),
    ("delhi|mumbai|indien", "Asia/Kolkata"),
    ("bangkok", "Asia/Bangkok"),
    ("singapur", "Asia/Singapore"),
    ("hongkong|hong kong", "Asia/Hong_Kong"),
    ("peking|shanghai|china", "Asia/Shanghai"),
    ("seoul", "Asia/Seoul"),
    ("tokio|tokioter|japan", "Asia/Tokyo"),
    ("sydney|canberra", "Australia/Sydney"),
    ("auckland", "Pacific/Auckland"),
    (
        "new york|new yorker|boston|washington|miami",
        "America/New_York",
    ),
    ("chicago", "America/Chicago"),
    ("denver", "America/Denver"),
    (
        "los angeles|san francisco|seattle|kalifornien",
        "America/Los_Angeles",
    ),
    ("toronto", "America/Toronto"),
    ("mexiko stadt", "America/Mexico_City"),
    ("são paulo|sao paulo|rio de janeiro", "America/Sao_Paulo"),
    ("buenos aires", "America/Argentina/Buenos_Aires"),
];
