//! Laws: nothing panics, what is written reads back, and resolving a read filter never fails oddly.

use jiff::ToSpan;
use jiff::civil::{Weekday, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::Reader;
use crate::filter::ast::{
    Assignee, Atom, Base, DateField, DayRef, Expr, Name, Op, Part, Shift, SortField, SortKey,
    StatusTest, Unit,
};
use crate::filter::{Filter, FilterError};
use crate::task::{Priority, Status};

fn ops() -> impl Strategy<Value = Op> {
    select(vec![
        Op::Equal,
        Op::Less,
        Op::AtMost,
        Op::Greater,
        Op::AtLeast,
    ])
}

fn day_refs() -> impl Strategy<Value = DayRef> {
    let base = prop_oneof![
        Just(Base::Today),
        Just(Base::Tomorrow),
        Just(Base::Yesterday),
        select(vec![Weekday::Monday, Weekday::Thursday, Weekday::Sunday]).prop_map(Base::Weekday),
        (0_i64..36_500).prop_map(|days| Base::Date(date(2000, 1, 1).saturating_add(days.days()))),
        (-1_i8..=1).prop_map(Base::Week),
        (-1_i8..=1).prop_map(Base::Month),
    ];
    let unit = select(vec![Unit::Day, Unit::Week, Unit::Month, Unit::Year]);
    let shift = (-9_999_i32..=9_999, unit).prop_map(|(count, unit)| Shift { count, unit });
    (base, prop::option::of(shift)).prop_map(|(base, shift)| DayRef { base, shift })
}

fn names() -> impl Strategy<Value = Name> {
    prop_oneof![
        "[a-zé]{1,8}",
        "\\PC{1,12}",
        "(me|none|today|\\+x|\"|a b|7d)"
    ]
    .prop_filter("names are not empty", |text| !text.trim().is_empty())
    .prop_map(|text| Name { text, position: 0 })
}

fn atoms() -> impl Strategy<Value = Atom> {
    let fields = select(vec![
        DateField::Due,
        DateField::Start,
        DateField::Deadline,
        DateField::Created,
        DateField::Completed,
    ]);
    let priorities = select(vec![
        Priority::None,
        Priority::Low,
        Priority::Medium,
        Priority::High,
        Priority::Urgent,
    ]);
    let people = prop_oneof![
        Just(Assignee::Me),
        Just(Assignee::Nobody),
        names().prop_map(Assignee::Named),
    ];
    let statuses = select(vec![
        StatusTest::Any,
        StatusTest::Open,
        StatusTest::NotBegun,
        StatusTest::Is(Status::InProgress),
        StatusTest::Is(Status::Waiting),
        StatusTest::Is(Status::Done),
        StatusTest::Is(Status::Cancelled),
    ]);
    let parts = select(vec![
        Part::Due,
        Part::Start,
        Part::Deadline,
        Part::Priority,
        Part::Tag,
        Part::Reminder,
        Part::Notes,
        Part::Checklist,
        Part::Duration,
        Part::Assignee,
        Part::Section,
    ]);
    let text = "\\PC{1,20}".prop_filter("something to look for", |text| {
        !crate::fold::key(text).is_empty()
    });
    prop_oneof![
        (fields, ops(), day_refs()).prop_map(|(field, op, day)| Atom::Date { field, op, day }),
        select(vec![
            Atom::Overdue,
            Atom::Upcoming,
            Atom::Recurring,
            Atom::Blocked,
            Atom::Subtask
        ]),
        (ops(), priorities).prop_map(|(op, priority)| Atom::Priority { op, priority }),
        names().prop_map(Atom::Tag),
        (names(), any::<bool>()).prop_map(|(name, with_children)| Atom::Project {
            name,
            with_children
        }),
        people.prop_map(Atom::Assigned),
        statuses.prop_map(Atom::Status),
        parts.prop_map(Atom::Has),
        text.prop_map(Atom::Text),
    ]
}

fn exprs() -> impl Strategy<Value = Expr> {
    atoms()
        .prop_map(Expr::Atom)
        .prop_recursive(4, 12, 3, |inner| {
            prop_oneof![
                vec(inner.clone(), 1..4).prop_map(Expr::all),
                vec(inner.clone(), 1..4).prop_map(Expr::any),
                inner.prop_map(Expr::negated),
            ]
        })
}

fn filters() -> impl Strategy<Value = Filter> {
    let key = (
        select(vec![SortField::Due, SortField::Title, SortField::Position]),
        any::<bool>(),
    )
        .prop_map(|(field, descending)| SortKey { field, descending });
    (exprs(), prop::option::of(key)).prop_map(|(expr, key)| Filter {
        expr,
        sort: key.into_iter().collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_is_written_reads_back_as_the_same_filter(filter in filters()) {
        let text = filter.to_string();
        prop_assume!(text.chars().count() <= crate::limits::FILTER_CHARS);
        prop_assert_eq!(Filter::parse(&text), Ok(filter), "{}", text);
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,60}") {
        holds_its_place(&text)?;
    }

    #[test]
    fn no_text_like_a_filter_makes_the_parser_or_the_lookup_panic(
        words in vec(select(vec![
            "(", ")", "&", "|", "!", "and", "or", "not", "due", "<", ">=", ":", "today", "+7d", "-2w",
            "#errands", "++home", "@me", "\"milk\"", "\"", "sort:due", "no", "has:", "priority",
            "high", "next", "week", "monday", "2026-12-01", "status:done", "é",
        ]), 0..14),
        glue in select(vec![" ", ""]),
    ) {
        holds_its_place(&words.join(glue))?;
    }
}

/// An error points into the text or to its end, and what is read resolves or says which name is missing.
fn holds_its_place(text: &str) -> Result<(), TestCaseError> {
    let length = text.chars().count();
    let place = |error: &FilterError| error.position <= length;
    match Filter::parse(text) {
        Err(error) => prop_assert!(place(&error), "{text}: {error:?}"),
        Ok(filter) => {
            let reader = Reader::at("Europe/Berlin", "2026-11-20T10:00");
            if let Err(error) = filter.resolve(&reader.context()) {
                prop_assert!(place(&error), "{text}: {error:?}");
            }
            let written = filter.to_string();
            prop_assert_eq!(Filter::parse(&written), Ok(filter), "{}", written);
        }
    }
    Ok(())
}
