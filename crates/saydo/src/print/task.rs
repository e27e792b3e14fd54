//! Tasks as people read them.

use comfy_table::{Cell, Color};

use crate::backend::view::{Relation, Task, Tasks};

use super::{BOLD, CYAN, DIM, RED, YELLOW, styled};

/// Writes a list of tasks: a table on a terminal, tab-separated lines elsewhere.
///
/// # Errors
/// When nobody reads standard output.
pub(crate) fn tasks(page: &Tasks) -> std::io::Result<()> {
    if !super::is_for_people() {
        return super::plain_rows(page.tasks.iter().map(plain));
    }
    let rows = page.tasks.iter().map(cells).collect::<Vec<_>>();
    if !rows.is_empty() {
        super::rows(&["", "", "task", "due", "project", "tags"], rows)?;
    }
    Ok(())
}

fn plain(task: &Task) -> Vec<String> {
    vec![
        format!("#{}", task.number),
        task.status.clone(),
        task.priority.clone(),
        task.title.clone(),
        task.due.as_ref().map(|due| due.text()).unwrap_or_default(),
        task.rule_words().to_owned(),
        task.project.clone(),
        task.tags.join(","),
    ]
}

fn cells(task: &Task) -> Vec<Cell> {
    let number = Cell::new(format!("#{}", task.number)).fg(Color::DarkGrey);
    let mark = match (task.status.as_str(), task.priority.as_str()) {
        ("done", _) => Cell::new("✓").fg(Color::Green),
        ("cancelled", _) => Cell::new("✗").fg(Color::DarkGrey),
        (_, "urgent") => Cell::new("!!!").fg(Color::Red),
        (_, "high") => Cell::new("!!").fg(Color::Yellow),
        (_, "medium") => Cell::new("!").fg(Color::Blue),
        _ => Cell::new(""),
    };
    let mut due = task.due_words.clone().unwrap_or_default();
    if !task.rule_words().is_empty() {
        due = format!("{due} ↻");
    }
    let due = if task.overdue {
        Cell::new(due).fg(Color::Red)
    } else {
        Cell::new(due)
    };
    let tags = task
        .tags
        .iter()
        .map(|tag| format!("#{tag}"))
        .collect::<Vec<_>>()
        .join(" ");
    vec![
        number,
        mark,
        Cell::new(&task.title),
        due,
        Cell::new(&task.project).fg(Color::Cyan),
        Cell::new(tags).fg(Color::Cyan),
    ]
}

/// Writes everything about one task.
///
/// # Errors
/// When nobody reads standard output.
pub(crate) fn task_details(task: &Task, relations: &[Relation]) -> std::io::Result<()> {
    super::line(&format!(
        "{} {}",
        styled(DIM, &format!("#{}", task.number)),
        styled(BOLD, &task.title)
    ))?;
    let field = |name: &str, text: String| -> std::io::Result<()> {
        if text.is_empty() {
            Ok(())
        } else {
            super::line(&format!("  {} {text}", styled(DIM, &format!("{name:<13}"))))
        }
    };
    field("status", task.status.replace('_', " "))?;
    if task.priority != "none" {
        field(
            "priority",
            styled(
                if task.priority == "urgent" {
                    RED
                } else {
                    YELLOW
                },
                &task.priority,
            ),
        )?;
    }
    let project = match &task.section {
        Some(section) => format!("{} / {section}", task.project),
        None => task.project.clone(),
    };
    field("project", styled(CYAN, &project))?;
    field(
        "tags",
        task.tags
            .iter()
            .map(|tag| styled(CYAN, &format!("#{tag}")))
            .collect::<Vec<_>>()
            .join(" "),
    )?;
    let due = task.due_words.clone().unwrap_or_default();
    field("due", if task.overdue { styled(RED, &due) } else { due })?;
    field("repeats", task.rule_words().to_owned())?;
    let next: Vec<&str> = task.next.iter().map(String::as_str).collect();
    field("then", dates(&next))?;
    field(
        "starts",
        task.start
            .as_ref()
            .map(|start| start.text())
            .unwrap_or_default(),
    )?;
    field("deadline", task.deadline.clone().unwrap_or_default())?;
    field(
        "takes",
        task.duration_minutes
            .map(|minutes| format!("{minutes} min"))
            .unwrap_or_default(),
    )?;
    for reminder in &task.reminders {
        field("reminds", reminder.text())?;
    }
    if task.subtasks.open + task.subtasks.done > 0 {
        field(
            "subtasks",
            format!("{} open, {} done", task.subtasks.open, task.subtasks.done),
        )?;
    }
    for Relation { kind, task } in relations {
        let number = styled(DIM, &format!("#{}", task.number));
        field(&kind.replace('_', " "), format!("{number} {}", task.title))?;
    }
    for item in &task.checklist {
        let tick = if item.done { "x" } else { " " };
        super::line(&format!("  [{tick}] {}", item.title))?;
    }
    if !task.notes.is_empty() {
        super::line("")?;
        for note in task.notes.lines() {
            super::line(&format!("  {note}"))?;
        }
    }
    Ok(())
}

/// Dates as people read them: "Fri 1 Jan 2027, Mon 1 Feb 2027".
pub(crate) fn dates(texts: &[&str]) -> String {
    let one = |text: &&str| {
        let slot = text.parse::<domain::Slot>().ok()?;
        let day = slot.date.strftime("%a %-d %b %Y").to_string();
        Some(match slot.time {
            Some(time) => format!("{day} {}", domain::wall::to_text(time)),
            None => day,
        })
    };
    texts
        .iter()
        .map(|text| one(text).unwrap_or_else(|| (*text).to_owned()))
        .collect::<Vec<_>>()
        .join(", ")
}
