//! Pages of tasks: filtered, ordered, continued from where the page before ended.

use domain::filter::{Resolved, SortField, SortKey};
use domain::policy::SpaceScope;
use domain::{ProjectId, Task, TaskId};
use uuid::Uuid;

use crate::columns::COLUMNS;
use crate::filter_sql::Conditions;
use crate::sql::expand;
use crate::statement::{Batch, Fetch, Key, Loaded, Statement};
use crate::task_row::read;
use crate::value::Value;

/// Which tasks by their state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Those that still want attention.
    #[default]
    Open,
    /// Finished and given up.
    Done,
    /// Those in the trash.
    Trash,
    /// Open and done, without the trash.
    All,
}

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct Query<'a> {
    /// Which by state.
    pub shown: Shown,
    /// Which by condition; its order is used where `sort` is empty.
    pub filter: Option<&'a Resolved>,
    /// Only of this project.
    pub project: Option<ProjectId>,
    /// Only direct subtasks of this task.
    pub parent: Option<TaskId>,
    /// The order. Where nothing is said: due; for done tasks the latest first; for the trash the
    /// latest first.
    pub sort: &'a [SortKey],
    /// Where the page before ended.
    pub after: Option<&'a Cursor>,
    /// The most tasks to return.
    pub limit: u32,
}

/// Where a page ended: the values that its last task is ordered by, and its id. Opaque to callers,
/// who may store it as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    keys: Vec<String>,
    id: Uuid,
}

impl Cursor {
    /// Reads what [`Cursor::to_text`] gave; `None` when it is no cursor.
    pub fn parse(text: &str) -> Option<Self> {
        let mut keys: Vec<String> = serde_json::from_str(text).ok()?;
        let id = Uuid::parse_str(&keys.pop()?).ok()?;
        Some(Self { keys, id })
    }

    /// The cursor as text.
    pub fn to_text(&self) -> String {
        let mut keys = self.keys.clone();
        keys.push(self.id.to_string());
        serde_json::Value::from(keys).to_string()
    }
}

/// A listed task, and the cursor for a page that begins after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// The task.
    pub task: Task,
    /// Where a page that ends here has ended.
    pub cursor: Cursor,
}

/// Where a page is found after loading.
#[derive(Debug, Clone)]
pub struct PageKey {
    parts: Vec<Key<Listed>>,
    limit: usize,
}

impl PageKey {
    /// The page, once the batch is loaded.
    pub fn take(&self, loaded: &mut Loaded) -> Vec<Listed> {
        let mut rows = Vec::new();
        for part in &self.parts {
            rows.extend(loaded.all(*part));
        }
        rows.truncate(self.limit);
        rows
    }
}

/// A cursor that does not belong to the order of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this cursor belongs to another list; begin again without it")]
pub struct ForeignCursor;

/// Adds a page to a batch.
///
/// # Errors
/// [`ForeignCursor`] when `after` is of another order.
pub fn page(
    scope: SpaceScope,
    query: &Query<'_>,
    batch: &mut Batch,
) -> Result<PageKey, ForeignCursor> {
    let order = Order::of(query);
    if query
        .after
        .is_some_and(|cursor| cursor.keys.len() != order.keys.len())
    {
        return Err(ForeignCursor);
    }
    let mut parts = Vec::new();
    for part in order.parts() {
        if let Some(fetch) = order.fetch(scope, query, *part)? {
            parts.push(batch.add(fetch));
        }
    }
    Ok(PageKey {
        parts,
        limit: usize::try_from(query.limit).unwrap_or(usize::MAX),
    })
}

/// How many tasks a query finds, counted up to `most`. Order, cursor and limit play no part.
pub fn count(scope: SpaceScope, query: &Query<'_>, most: u32) -> Fetch<i64> {
    let mut conditions = conditions(scope, query);
    let most = conditions.place(most.into());
    let (sqlite, postgres, values) = conditions.into_statement(
        "SELECT count(*) FROM (SELECT 1 AS one FROM task WHERE ",
        &format!(" LIMIT {most}) AS found"),
    );
    Fetch::built(Statement::built(&sqlite, postgres, values), |row| {
        row.take()
    })
}

fn conditions(scope: SpaceScope, query: &Query<'_>) -> Conditions {
    let mut conditions = Conditions::of_space(scope.space());
    conditions.and(match query.shown {
        Shown::Open => "task.is_open = 1",
        Shown::Done => "task.completed_at IS NOT NULL AND task.deleted_at IS NULL",
        Shown::Trash => "task.deleted_at IS NOT NULL",
        Shown::All => "task.deleted_at IS NULL",
    });
    if let Some(project) = query.project {
        conditions.and_value("task.project_id = {}", project.into());
    }
    if let Some(parent) = query.parent {
        conditions.and_value("task.parent_id = {}", parent.into());
    }
    if let Some(filter) = query.filter {
        conditions.and_test(&filter.test);
    }
    conditions
}

/// One key of an order, as columns.
#[derive(Debug, Clone, Copy)]
struct OrderKey {
    column: &'static str,
    is_text: bool,
    descending: bool,
    /// What a task without the value sorts by, where it then sorts last.
    none: Option<&'static str>,
    /// Whether tasks without the value are read in a second half, so that the first half is read
    /// along an index.
    is_split: bool,
}

/// Half of a list whose tasks without the leading value come last although it descends: so each
/// half is read along an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    WithValue,
    WithoutValue,
}

struct Order {
    keys: Vec<OrderKey>,
    id_descending: bool,
}

impl Order {
    fn of(query: &Query<'_>) -> Self {
        let asked = match query.filter {
            Some(filter) if query.sort.is_empty() => filter.sort.as_slice(),
            _ => query.sort,
        };
        let mut keys: Vec<OrderKey> = asked
            .iter()
            .map(|key| order_key(*key, query.shown))
            .collect();
        if keys.is_empty() {
            keys.push(default_key(query.shown));
        }
        // The index of priorities goes on by due date.
        if let [only] = keys.as_slice()
            && only.column == "task.priority"
        {
            keys.push(order_key(
                SortKey {
                    field: SortField::Due,
                    descending: false,
                },
                query.shown,
            ));
        }
        if let Some(first) = keys.first_mut() {
            first.is_split = first.descending && first.none.is_some() && !first.has_nulls();
        }
        let id_descending = keys.iter().all(|key| key.descending);
        Self {
            keys,
            id_descending,
        }
    }

    fn parts(&self) -> &'static [Part] {
        match self.keys.as_slice() {
            [first, ..] if first.is_split => &[Part::WithValue, Part::WithoutValue],
            _ => &[Part::Whole],
        }
    }

    fn fetch(
        &self,
        scope: SpaceScope,
        query: &Query<'_>,
        part: Part,
    ) -> Result<Option<Fetch<Listed>>, ForeignCursor> {
        let mut conditions = conditions(scope, query);
        if let Some(first) = self.keys.first() {
            let none = first.none.unwrap_or_default();
            match part {
                Part::Whole => {}
                Part::WithValue => conditions.and(&format!("{} < {none}", first.column)),
                Part::WithoutValue => conditions.and(&format!("{} = {none}", first.column)),
            }
            if let Some(cursor) = query.after {
                let is_past = cursor.keys.first().is_some_and(|value| value == none);
                if part == Part::WithValue && is_past {
                    return Ok(None);
                }
                if part != Part::WithoutValue || is_past {
                    self.after(&mut conditions, cursor)?;
                }
            }
        }
        let columns: Vec<String> = self
            .keys
            .iter()
            .map(|key| format!("CAST({} AS TEXT)", key.expression()))
            .collect();
        let mut order: Vec<String> = self.keys.iter().map(OrderKey::order).collect();
        order.push(format!("task.id{}", direction(self.id_descending)));
        let limit = conditions.place(query.limit.into());
        let before = expand(
            &format!("SELECT {{task}}, {} FROM task WHERE ", columns.join(", ")),
            COLUMNS,
        );
        let after = format!(" ORDER BY {} LIMIT {limit}", order.join(", "));
        let (sqlite, postgres, values) = conditions.into_statement(&before, &after);
        Ok(Some(Fetch::built(
            Statement::built(&sqlite, postgres, values),
            |row| {
                let task = read(row)?;
                let cursor = Cursor {
                    keys: row.take_rest()?,
                    id: task.id.uuid(),
                };
                Ok(Listed { task, cursor })
            },
        )))
    }

    /// Adds the condition that a task comes after the cursor.
    fn after(&self, conditions: &mut Conditions, cursor: &Cursor) -> Result<(), ForeignCursor> {
        let mut places = Vec::new();
        for (key, value) in self.keys.iter().zip(&cursor.keys) {
            places.push(conditions.place(key.value(value)?));
        }
        let id = conditions.place(cursor.id.into());
        let mut text = format!("task.id {} {id}", beyond(self.id_descending));
        for (key, place) in self.keys.iter().zip(&places).rev() {
            text = format!(
                "({} OR ({} = {place} AND {text}))",
                key.beyond(place),
                key.expression()
            );
        }
        // Said once more for the index: nothing before the leading value.
        if let (Some(key), Some(place)) = (self.keys.first(), places.first())
            && !key.has_expression_order()
        {
            conditions.and(&format!(
                "{} {}= {place}",
                key.expression(),
                beyond(key.descending)
            ));
        }
        conditions.and(&text);
        Ok(())
    }
}

impl OrderKey {
    /// Whether the column itself is null where there is no value.
    fn has_nulls(&self) -> bool {
        matches!(self.column, "task.deadline_on" | "task.completed_at")
    }

    fn expression(&self) -> String {
        match self.none {
            Some(none) if self.has_nulls() => format!("COALESCE({}, {none})", self.column),
            _ => self.column.to_owned(),
        }
    }

    /// Whether tasks without the value are put last by an expression.
    fn has_expression_order(&self) -> bool {
        self.descending && self.has_nulls() && self.none.is_some()
    }

    fn order(&self) -> String {
        let expression = self.expression();
        match self.none {
            Some(none) if self.descending => {
                // In the halves of a split list the first term is constant.
                if self.is_split {
                    format!("{expression} DESC")
                } else {
                    format!("CASE WHEN {expression} = {none} THEN 1 ELSE 0 END, {expression} DESC")
                }
            }
            _ => format!("{expression}{}", direction(self.descending)),
        }
    }

    /// The condition that a task's value comes after the one in `place`.
    fn beyond(&self, place: &str) -> String {
        let expression = self.expression();
        match self.none {
            Some(none) if self.descending && !self.is_split => format!(
                "(({place} <> {none} AND ({expression} < {place} OR {expression} = {none})) \
                 OR ({place} = {none} AND 1 = 0))"
            ),
            _ => format!("{expression} {} {place}", beyond(self.descending)),
        }
    }

    fn value(&self, text: &str) -> Result<Value, ForeignCursor> {
        if self.is_text {
            return Ok(Value::Text(text.to_owned()));
        }
        text.parse().map(Value::Int).map_err(|_| ForeignCursor)
    }
}

fn order_key(key: SortKey, shown: Shown) -> OrderKey {
    const NEVER: Option<&str> = Some("9223372036854775807");
    let (column, is_text, none) = match key.field {
        SortField::Due => ("task.due_sort", false, NEVER),
        SortField::Start => ("task.start_sort", false, NEVER),
        SortField::Deadline => ("task.deadline_on", true, Some("'~'")),
        SortField::Priority => ("task.priority", false, None),
        SortField::Created => ("task.created_at", false, None),
        SortField::Updated => ("task.updated_at", false, None),
        // Done tasks all have it, so that the index can be read along.
        SortField::Completed if shown == Shown::Done => ("task.completed_at", false, None),
        SortField::Completed => ("task.completed_at", false, NEVER),
        SortField::Title => ("task.title_key", true, None),
        SortField::Position => ("task.position", true, None),
        SortField::Number => ("task.number", false, None),
    };
    OrderKey {
        column,
        is_text,
        descending: key.descending,
        none,
        is_split: false,
    }
}

fn default_key(shown: Shown) -> OrderKey {
    let key = |field, descending| order_key(SortKey { field, descending }, shown);
    match shown {
        Shown::Open | Shown::All => key(SortField::Due, false),
        Shown::Done => key(SortField::Completed, true),
        Shown::Trash => {
            let column = "task.deleted_at";
            OrderKey {
                column,
                is_text: false,
                descending: true,
                none: None,
                is_split: false,
            }
        }
    }
}

fn direction(descending: bool) -> &'static str {
    if descending { " DESC" } else { "" }
}

fn beyond(descending: bool) -> &'static str {
    if descending { "<" } else { ">" }
}
