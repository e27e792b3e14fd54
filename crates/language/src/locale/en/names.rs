//! English names of feasts and of places with a clock of their own.

use jiff::civil::Weekday::{Monday, Sunday, Thursday};

use crate::locale::Feast;

/// Feasts with a rule, alternatives divided by bars.
pub(super) static FEASTS: &[(&str, Feast)] = &[
    (
        "christmas|christmas day|xmas|xmas day",
        Feast::Fixed(12, 25),
    ),
    ("christmas eve|xmas eve", Feast::Fixed(12, 24)),
    ("boxing day", Feast::Fixed(12, 26)),
    (
        "new year's eve|new years eve|new year eve|nye",
        Feast::Fixed(12, 31),
    ),
    (
        "new year's day|new years day|new year's|new year day",
        Feast::Fixed(1, 1),
    ),
    (
        "valentine's day|valentines day|valentine day|valentine's",
        Feast::Fixed(2, 14),
    ),
    (
        "st patrick's day|st. patrick's day|saint patrick's day",
        Feast::Fixed(3, 17),
    ),
    (
        "april fools' day|april fool's day|april fools day|april fools",
        Feast::Fixed(4, 1),
    ),
    ("halloween|hallowe'en", Feast::Fixed(10, 31)),
    ("independence day", Feast::Fixed(7, 4)),
    ("veterans day|veteran's day", Feast::Fixed(11, 11)),
    ("bonfire night|guy fawkes night", Feast::Fixed(11, 5)),
    ("earth day", Feast::Fixed(4, 22)),
    ("labor day|labour day", Feast::Nth(9, Monday, 1)),
    ("memorial day", Feast::Nth(5, Monday, -1)),
    ("mlk day|martin luther king day", Feast::Nth(1, Monday, 3)),
    (
        "presidents day|presidents' day|president's day",
        Feast::Nth(2, Monday, 3),
    ),
    ("columbus day", Feast::Nth(10, Monday, 2)),
    ("mother's day|mothers day", Feast::Nth(5, Sunday, 2)),
    ("father's day|fathers day", Feast::Nth(6, Sunday, 3)),
    ("thanksgiving|thanksgiving day", Feast::Nth(11, Thursday, 4)),
    ("black friday", Feast::Thanksgiving(1)),
    ("cyber monday", Feast::Thanksgiving(4)),
    ("easter|easter sunday", Feast::Easter(0)),
    ("good friday", Feast::Easter(-2)),
    ("easter monday", Feast::Easter(1)),
    ("ash wednesday", Feast::Easter(-46)),
    ("palm sunday", Feast::Easter(-7)),
    ("pentecost", Feast::Easter(49)),
];

/// Places and abbreviations with their zone.
pub(super) static ZONES: &[(&str, &str)] = &[
    ("utc|gmt|zulu time", "UTC"),
    (
        "est|edt|et|eastern|eastern time|new york time|nyc time",
        "America/New_York",
    ),
    ("cst|cdt|ct|central time|chicago time", "America/Chicago"),
    ("mst|mdt|mountain time|denver time", "America/Denver"),
    (
        "pst|pdt|pt|pacific|pacific time|la time|los angeles time|san francisco time",
        "America/Los_Angeles",
    ),
    (
        "cet|cest|berlin time|central european time",
        "Europe/Berlin",
    ),
    ("bst|london time|uk time", "Europe/London"),
    ("paris time", "Europe/Paris"),
    ("madrid time", "Europe/Madrid"),
    ("rome time", "Europe/Rome"),
    ("lisbon time", "Europe/Lisbon"),
    ("amsterdam time", "Europe/Amsterdam"),
    ("vienna time", "Europe/Vienna"),
    ("zurich time", "Europe/Zurich"),
    ("istanbul time", "Europe/Istanbul"),
    ("moscow time", "Europe/Moscow"),
    ("dubai time", "Asia/Dubai"),
    ("ist|india time|delhi time|mumbai time", "Asia/Kolkata"),
    ("karachi time|pkt", "Asia/Karachi"),
    ("singapore time|sgt", "Asia/Singapore"),
    ("hong kong time|hkt", "Asia/Hong_Kong"),
    ("beijing time|shanghai time|china time", "Asia/Shanghai"),
    ("tokyo time|japan time|jst", "Asia/Tokyo"),
    ("seoul time|kst", "Asia/Seoul"),
    ("sydney time|aest|aedt", "Australia/Sydney"),
    ("auckland time|nzst|nzdt", "Pacific/Auckland"),
    ("sao paulo time|brasilia time|brt", "America/Sao_Paulo"),
    ("toronto time", "America/Toronto"),
    ("mexico city time", "America/Mexico_City"),
];
