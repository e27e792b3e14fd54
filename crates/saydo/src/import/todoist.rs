//! Todoist's export of one project: a CSV file with sections, indented tasks and notes.

use serde_json::{Value, json};

use crate::problem::Problem;

use super::at_line;
use super::csv_file::add_section;
use super::row::{ImportFile, Row};

/// Todoist's column for 1 (most) to 4 (nothing said).
fn priority(text: &str) -> &'static str {
    match text {
        "1" => "urgent",
        "2" => "high",
        "3" => "medium",
        _ => "none",
    }
}

pub(super) fn read(text: &str, project: Option<&str>) -> Result<ImportFile, Problem> {
    let mut file = ImportFile::default();
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().map_err(|error| at_line(1, error))?.clone();
    let mut section: Option<String> = None;
    // Keys of the tasks that the next deeper one is part of.
    let mut open: Vec<String> = Vec::new();
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
        let cell = |name: &str| {
            let index = header
                .iter()
                .position(|column| column.eq_ignore_ascii_case(name));
            index
                .and_then(|index| record.get(index))
                .map(str::trim)
                .unwrap_or_default()
        };
        match cell("TYPE") {
            "task" => {
                let indent: usize = cell("INDENT").parse().unwrap_or(1);
                open.truncate(indent.saturating_sub(1));
                let mut row = task(line, &cell)?;
                row.parent = open.last().cloned();
                if let Some(project) = project {
                    row.set("project", project);
                }
                if let (Some(section), None) = (&section, &row.parent) {
                    row.set("section", section);
                }
                add_section(&mut file, &row);
                open.push(row.key.clone());
                file.rows.push(row);
            }
            "section" => {
                section = Some(cell("CONTENT").to_owned()).filter(|name| !name.is_empty());
                open.clear();
            }
            "note" => {
                let Some(row) = file.rows.last_mut() else {
                    file.remarks
                        .insert("the project's own comments were left out".to_owned());
                    continue;
                };
                let before = row
                    .fields
                    .get("notes")
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                let notes = [before, cell("CONTENT")].join("\n\n");
                row.put("notes", notes.trim().into());
            }
            "" => {}
            other => {
                file.remarks
                    .insert(format!("lines of type '{other}' were left out"));
            }
        }
    }
    Ok(file)
}

fn task<'a>(line: usize, cell: &impl Fn(&str) -> &'a str) -> Result<Row, Problem> {
    let (tags, words): (Vec<&str>, Vec<&str>) = cell("CONTENT")
        .split_whitespace()
        .partition(|word| word.len() > 1 && word.starts_with('@'));
    // Todoist marks tasks that cannot be ticked by a star.
    let title = words.join(" ");
    let title = title.strip_prefix("* ").unwrap_or(&title);
    if title.is_empty() {
        return Err(at_line(line, "the task has no text"));
    }
    let mut row = Row::new(line, title);
    row.set("notes", cell("DESCRIPTION"));
    row.set("priority", priority(cell("PRIORITY")));
    row.set_tags(tags.into_iter());
    row.set_when(cell("DATE"));
    row.set("deadline", cell("DEADLINE"));
    if let Ok(minutes) = cell("DURATION").parse::<u32>()
        && cell("DURATION_UNIT") == "minute"
    {
        row.put("duration_minutes", json!(minutes));
    }
    Ok(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_subtasks_labels_and_comments_find_their_place() {
        let file = read(
            "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE\n\
             task,Pay rent @home,by transfer,1,1,,,every month,en,\n\
             ,,,,,,,,,\n\
             section,Garden,,,,,,,,\n\
             task,Dig,,4,1,,,tomorrow,en,\n\
             task,Buy spade @shop,,4,2,,,,en,\n\
             note,the small one,,,,,,,,\n",
            Some("Chores"),
        )
        .unwrap();

        let rent = &file.rows[0].fields;
        assert_eq!(rent["title"], "Pay rent");
        assert_eq!(rent["tags"], json!(["home"]));
        assert_eq!(rent["priority"], "urgent");
        assert_eq!(rent["rule"], "every month");
        assert_eq!(file.rows[1].fields["section"], "Garden");
        assert_eq!(file.rows[1].fields["due"], "tomorrow");
        assert_eq!(
            file.rows[2].parent.as_deref(),
            Some(file.rows[1].key.as_str())
        );
        assert_eq!(file.rows[2].fields["notes"], "the small one");
        let place = ("sections", json!({ "name": "Garden", "project": "Chores" }));
        assert_eq!(file.places, [place]);
    }
}
