//! Tables with a header line, from spreadsheets and other programs.

use serde_json::json;

use crate::problem::Problem;

use super::at_line;
use super::row::{ImportFile, Row, priority};

/// What a column may be called, and the field that it fills.
const COLUMNS: &[(&str, &str)] = &[
    ("title", "title"),
    ("task", "title"),
    ("name", "title"),
    ("content", "title"),
    ("notes", "notes"),
    ("description", "notes"),
    ("note", "notes"),
    ("due", "when"),
    ("due date", "when"),
    ("date", "when"),
    ("due_date", "when"),
    ("start", "start"),
    ("start date", "start"),
    ("deadline", "deadline"),
    ("rule", "rule"),
    ("rrule", "rule"),
    ("repeat", "rule"),
    ("recurrence", "rule"),
    ("priority", "priority"),
    ("project", "project"),
    ("list", "project"),
    ("folder", "project"),
    ("section", "section"),
    ("tags", "tags"),
    ("labels", "tags"),
    ("tag", "tags"),
    ("status", "status"),
    ("state", "status"),
    ("done", "done"),
    ("completed", "done"),
    ("duration_minutes", "duration"),
    ("duration", "duration"),
    ("checklist", "checklist"),
    ("completed_at", "completed_at"),
    ("number", "key"),
    ("parent", "parent"),
];

pub(super) fn read(text: &str, project: Option<&str>) -> Result<ImportFile, Problem> {
    let mut file = ImportFile::default();
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().map_err(|error| at_line(1, error))?.clone();
    let fields: Vec<Option<&str>> = header.iter().map(field).collect();
    if !fields.contains(&Some("title")) {
        let text = "no column is called title; name the columns in the first line";
        return Err(at_line(1, text));
    }
    for (name, field) in header.iter().zip(&fields) {
        if field.is_none() {
            file.remarks.insert(format!("column '{name}' was left out"));
        }
    }
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(0, csv::Position::line);
            at_line(
                usize::try_from(line).unwrap_or_default(),
                "the quotes do not match",
            )
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        let line = usize::try_from(line).unwrap_or_default();
        let cells = || {
            fields
                .iter()
                .zip(&record)
                .filter_map(|(field, cell)| Some(((*field)?, cell.trim())))
        };
        let title = cells()
            .find(|(field, _)| *field == "title")
            .map(|(_, cell)| cell);
        let Some(title) = title.filter(|title| !title.is_empty()) else {
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            return Err(at_line(line, "the title is empty"));
        };
        let mut row = Row::new(line, title);
        for (field, cell) in cells().filter(|(_, cell)| !cell.is_empty()) {
            fill(&mut row, field, cell)?;
        }
        if let (None, Some(project)) = (row.fields.get("project"), project) {
            row.set("project", project);
        }
        add_section(&mut file, &row);
        file.rows.push(row);
    }
    Ok(file)
}

fn fill(row: &mut Row, field: &str, cell: &str) -> Result<(), Problem> {
    let line = row.line;
    match field {
        "when" if row.fields.contains_key("rule") => row.set("due", cell),
        "when" => row.set_when(cell),
        "key" => cell.clone_into(&mut row.key),
        "parent" => row.parent = Some(cell.to_owned()),
        "tags" => row.set_tags(cell.split([',', ';'])),
        "checklist" => row.put("checklist", json!(cell.lines().collect::<Vec<_>>())),
        "done" => match cell.to_lowercase().as_str() {
            "true" | "yes" | "1" | "x" | "done" | "completed" => row.set("status", "done"),
            "false" | "no" | "0" => {}
            _ => return Err(at_line(line, format!("'{cell}' is neither yes nor no"))),
        },
        "status" => match cell.to_lowercase().replace([' ', '-'], "_").as_str() {
            "open" | "todo" | "to_do" | "needs_action" | "not_started" => {}
            "done" | "completed" | "complete" | "finished" => row.set("status", "done"),
            known @ ("in_progress" | "waiting" | "cancelled") => row.set("status", known),
            _ => {
                let text = "write open, in_progress, waiting, done or cancelled";
                return Err(at_line(line, format!("'{cell}' is no status; {text}")));
            }
        },
        "priority" => match priority(cell) {
            Some(priority) => row.set("priority", priority),
            None => {
                let text = "write none, low, medium, high or urgent";
                return Err(at_line(line, format!("'{cell}' is no priority; {text}")));
            }
        },
        "duration" => {
            let minutes: u32 = cell
                .parse()
                .map_err(|_| at_line(line, format!("'{cell}' is no number of minutes")))?;
            row.put("duration_minutes", minutes.into());
        }
        name => row.set(name, cell),
    }
    Ok(())
}

/// Sections are not made by naming them, so they are made before.
pub(super) fn add_section(file: &mut ImportFile, row: &Row) {
    if let Some(section) = row.fields.get("section") {
        let project = row
            .fields
            .get("project")
            .cloned()
            .unwrap_or_else(|| json!("Inbox"));
        let place = ("sections", json!({ "name": section, "project": project }));
        if !file.places.contains(&place) {
            file.places.push(place);
        }
    }
}

fn field(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    COLUMNS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, field)| *field)
}

/// Spreadsheets of some countries separate by semicolons.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: char| first.matches(mark).count();
    if count('\t') > count(',') {
        b'\t'
    } else if count(';') > count(',') {
        b';'
    } else {
        b','
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_other_programs_are_understood() {
        let file = read(
            "Task;Due Date;Priority;Labels;Done;Colour\n\
             \"pay; rent\";every month;p2;home, money;no;red\n\
             walk;;;;yes;\n",
            Some("Chores"),
        )
        .unwrap();

        let rent = &file.rows[0].fields;
        assert_eq!(rent["title"], "pay; rent");
        assert_eq!(rent["rule"], "every month");
        assert_eq!(rent["priority"], "high");
        assert_eq!(rent["tags"], json!(["home", "money"]));
        assert_eq!(rent["project"], "Chores");
        assert_eq!(file.rows[1].fields["status"], "done");
        assert_eq!(file.rows[1].line, 3);
        assert!(file.remarks.contains("column 'Colour' was left out"));
    }

    #[track_caller]
    fn refused(text: &str, message: &str) {
        let error = read(text, None).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }

    #[test]
    fn what_cannot_be_is_named_with_its_line() {
        refused("due\ntomorrow\n", "line 1: no column is called title");
        refused(
            "title,priority\na,high\nb,huge\n",
            "line 3: 'huge' is no priority",
        );
        refused("title,due\n,tomorrow\n", "line 2: the title is empty");
        refused(
            "title,done\na,perhaps\n",
            "line 2: 'perhaps' is neither yes nor no",
        );
        refused("title,status\na,odd\n", "line 2: 'odd' is no status");
    }
}
