//! Sending rows in chunks. Every chunk has a request id made from the file's own content, so that
//! running the same import again changes nothing.

use std::collections::HashMap;

use indicatif::ProgressBar;
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use domain::RequestId;

use crate::backend::{Backend, Call};
use crate::problem::Problem;

use super::row::{ImportFile, Row};

/// Tasks in one command.
const CHUNK: usize = 200;

/// What an import did.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    /// Tasks that are there now.
    pub(crate) tasks: usize,
    /// Changes, oldest first.
    pub(crate) changes: Vec<String>,
}

/// Sends all rows.
///
/// # Errors
/// A [`Problem`] that names the line. Chunks before it have been imported; the same import goes on
/// after them.
pub(crate) async fn send(
    backend: &Backend,
    file: &ImportFile,
    text: &str,
    progress: &ProgressBar,
) -> anyhow::Result<Sent> {
    let name = Sha256::digest(text)
        .iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let mut import = Importing {
        backend,
        name,

        ids: HashMap::new(),
        sent: Sent::default(),
    };
    import.places(file).await?;
    let mut rest = file.rows.as_slice();
    while !rest.is_empty() {
        let (chunk, later) = rest.split_at(import.chunk_length(rest));
        import.rows(chunk).await?;
        progress.inc(chunk.len() as u64);
        rest = later;
    }
    Ok(import.sent)
}

struct Importing<'a> {
    backend: &'a Backend,
    name: String,
    /// Ids of tasks by what the file calls them.
    ids: HashMap<String, String>,
    sent: Sent,
}

impl Importing<'_> {
    /// A name for one step, the same in every run of the same import.
    fn request(&self, step: &str, number: usize) -> RequestId {
        let text = format!("import-{}-{step}-{number}", self.name);
        text.parse()
            .expect("hexadecimal digits, words and numbers are visible ASCII characters")
    }

    /// Makes projects, sections, tags and views that are not there.
    async fn places(&mut self, file: &ImportFile) -> anyhow::Result<()> {
        for (number, (kind, fields)) in file.places.iter().enumerate() {
            let request = self.request(kind, number);
            let mut fields = fields.clone();
            if *kind == "sections" {
                let Some(project) = self.project(&fields["project"], number).await? else {
                    continue;
                };
                fields["project_id"] = project.into();
                fields
                    .as_object_mut()
                    .map(|fields| fields.remove("project"));
            }
            let call = Call::new(Method::POST, format!("/v1/{kind}")).json(fields);
            match self.backend.json(call.request(&request)).await {
                Ok(_) => {}
                // The name is taken: what is there is what the file means.
                Err(error) if crate::problem::is_refusal(&error) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The id of a project by name; made when it does not exist.
    async fn project(&self, name: &Value, number: usize) -> anyhow::Result<Option<String>> {
        let Some(name) = name.as_str() else {
            return Ok(None);
        };
        let find = |page: &Value| {
            let projects = page["projects"].as_array().into_iter().flatten();
            projects
                .filter(|project| {
                    let known = project["name"].as_str().unwrap_or_default();
                    domain::fold::key(known) == domain::fold::key(name)
                })
                .find_map(|project| project["id"].as_str().map(str::to_owned))
        };
        let page = self
            .backend
            .json(Call::new(Method::GET, "/v1/projects"))
            .await?;
        if let Some(id) = find(&page) {
            return Ok(Some(id));
        }
        let request = self.request("project-of", number);
        let call = Call::new(Method::POST, "/v1/projects").json(json!({ "name": name }));
        let made = self.backend.json(call.request(&request)).await?;
        Ok(made["project"]["id"].as_str().map(str::to_owned))
    }

    /// How many of the next rows can go together: those whose parents are there already.
    fn chunk_length(&self, rows: &[Row]) -> usize {
        let is_ready = |row: &&Row| {
            row.parent
                .as_ref()
                .is_none_or(|parent| self.ids.contains_key(parent))
        };
        rows.iter().take(CHUNK).take_while(is_ready).count().max(1)
    }

    async fn rows(&mut self, rows: &[Row]) -> anyhow::Result<()> {
        let first = rows.first().map_or(0, |row| row.line);
        let request = self.request("tasks", first);
        let tasks: Vec<Value> = rows.iter().map(|row| self.task(row)).collect();
        let call = Call::new(Method::POST, "/v1/tasks").json(json!({ "tasks": tasks }));
        let outcome = self.backend.send_for(call.request(&request)).await?;
        let outcome = outcome.map_err(|document| naming_lines(&document, rows))?;
        if let Some(change) = outcome["change_id"].as_str() {
            self.sent.changes.push(change.to_owned());
        }
        let made = outcome["tasks"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        self.sent.tasks += rows.len();
        for (row, task) in rows.iter().zip(made) {
            let id = task["id"].as_str().unwrap_or_default().to_owned();
            if let Some(checklist) = &row.ticked {
                let request = self.request("ticks", row.line);
                let call = Call::new(Method::PATCH, format!("/v1/tasks/{id}"))
                    .json(json!({ "checklist": checklist }));
                self.backend.json(call.request(&request)).await?;
            }
            self.ids.insert(row.key.clone(), id);
        }
        Ok(())
    }

    fn task(&self, row: &Row) -> Value {
        let mut fields = row.fields.clone();
        if let Some(id) = row.parent.as_ref().and_then(|parent| self.ids.get(parent)) {
            fields.insert("parent_id".to_owned(), id.clone().into());
        }
        Value::Object(fields)
    }
}

/// A problem document about a chunk, in terms of the file's lines.
fn naming_lines(document: &Value, rows: &[Row]) -> Problem {
    let errors = document["errors"].as_array().into_iter().flatten();
    let places: Vec<String> = errors
        .filter_map(|error| {
            let pointer = error["pointer"].as_str()?;
            let mut parts = pointer.trim_start_matches('/').split('/').skip(1);
            let row = rows.get(parts.next()?.parse::<usize>().ok()?)?;
            let field = parts.next().unwrap_or("task");
            let detail = error["detail"].as_str().unwrap_or_default();
            Some(format!("line {}: {field}: {detail}", row.line))
        })
        .collect();
    let first = rows.first().map_or(0, |row| row.line);
    let last = rows.last().map_or(0, |row| row.line);
    let text = if places.is_empty() {
        let detail = document["detail"]
            .as_str()
            .unwrap_or("the tasks were refused");
        format!("lines {first} to {last}: {detail}")
    } else {
        places.join("\n  ")
    };
    Problem::usage(format!(
        "{text}\n  correct the file and import it again; nothing from line {first} on was imported"
    ))
}
