//! `saydo export`: everything, in a form that people and programs can read.

use std::io::Write;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use reqwest::Method;
use serde_json::{Value, json};

use crate::backend::view::List;
use crate::backend::{Backend, Call};
use crate::print;

use super::{Session, progress};

/// Write every task, finished ones too, to a file or to standard output.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The file; without it, standard output.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// JSON lines carry everything and can be imported again; CSV is for spreadsheets.
    #[arg(long, value_enum, default_value_t = Format::Jsonl)]
    format: Format,
    /// What is in the trash, too.
    #[arg(long)]
    trash: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Jsonl,
    Csv,
}

impl Export {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let backend = session.backend().await?;
        match &self.file {
            None => self
                .write(&backend, std::io::stdout().lock())
                .await
                .map(drop),
            Some(path) => {
                let new = path.with_extension("part");
                let file = crate::credentials::private(&new)
                    .with_context(|| format!("cannot write {}", new.display()))?;
                let count = self.write(&backend, std::io::BufWriter::new(file)).await?;
                std::fs::rename(&new, path)
                    .with_context(|| format!("cannot write {}", path.display()))?;
                print::say(&format!("Exported {count} tasks to {}.", path.display()));
                Ok(())
            }
        }
    }

    async fn write(&self, backend: &Backend, out: impl Write) -> anyhow::Result<usize> {
        let overview = backend.json(Call::new(Method::GET, "/v1/overview")).await?;
        let mut writer = match self.format {
            Format::Jsonl => Writer::Jsonl(out),
            Format::Csv => Writer::Csv(Box::new(csv::Writer::from_writer(out))),
        };
        writer.begin(&overview)?;
        let bar = progress::spinner("exporting");
        let mut count = 0;
        let statuses: &[&str] = if self.trash {
            &["all", "trash"]
        } else {
            &["all"]
        };
        for status in statuses {
            let mut list = List {
                status: (*status).to_owned(),
                limit: 200,
                ..List::default()
            };
            loop {
                let page = backend.list(&list).await?;
                for task in page["tasks"].as_array().into_iter().flatten() {
                    let is_trash = !task["deleted_at"].is_null();
                    if is_trash == (*status == "trash") {
                        writer.task(task)?;
                        count += 1;
                    }
                }
                bar.set_message(format!("exported {count} tasks"));
                match page["next_cursor"].as_str() {
                    Some(cursor) => list.cursor = Some(cursor.to_owned()),
                    None => break,
                }
            }
        }
        writer.end()?;
        bar.finish_and_clear();
        Ok(count)
    }
}

enum Writer<W: Write> {
    Jsonl(W),
    Csv(Box<csv::Writer<W>>),
}

/// Columns of the CSV form, named so that they can be imported again.
const COLUMNS: [&str; 17] = [
    "number",
    "title",
    "notes",
    "status",
    "priority",
    "project",
    "section",
    "parent",
    "tags",
    "start",
    "due",
    "deadline",
    "duration_minutes",
    "rule",
    "checklist",
    "created_at",
    "completed_at",
];

impl<W: Write> Writer<W> {
    fn begin(&mut self, overview: &Value) -> anyhow::Result<()> {
        let out = match self {
            Self::Csv(csv) => return Ok(csv.write_record(COLUMNS)?),
            Self::Jsonl(out) => out,
        };
        line(
            out,
            json!({ "kind": "export", "version": 1, "program": "saydo" }),
        )?;
        let projects = overview["projects"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        let name_of = |id: &Value| {
            projects
                .iter()
                .find(|project| project["id"] == *id)
                .map(|project| project["name"].clone())
        };
        for (kind, list) in [
            ("project", "projects"),
            ("section", "sections"),
            ("tag", "tags"),
            ("view", "views"),
        ] {
            for place in overview[list].as_array().into_iter().flatten() {
                if kind == "project" && place["kind"] == "inbox" {
                    continue;
                }
                let mut place = place.clone();
                if kind == "section" {
                    place["project"] = name_of(&place["project_id"]).unwrap_or_default();
                }
                place["kind"] = kind.into();
                line(out, place)?;
            }
        }
        Ok(())
    }

    fn task(&mut self, task: &Value) -> anyhow::Result<()> {
        match self {
            Self::Jsonl(out) => {
                let mut task = task.clone();
                task["kind"] = "task".into();
                line(out, task)
            }
            Self::Csv(csv) => Ok(csv.write_record(COLUMNS.map(|name| cell(task, name)))?),
        }
    }

    fn end(self) -> anyhow::Result<()> {
        match self {
            Self::Jsonl(mut out) => Ok(out.flush()?),
            Self::Csv(mut csv) => Ok(csv.flush()?),
        }
    }
}

fn line(out: &mut impl Write, document: Value) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, &document)?;
    Ok(out.write_all(b"\n")?)
}

fn cell(task: &Value, name: &str) -> String {
    let moment = |value: &Value| {
        let part = |name: &str, open: &str, close: &str| match value[name].as_str() {
            Some(text) => format!("{open}{text}{close}"),
            None => String::new(),
        };
        format!(
            "{}{}{}",
            part("date", "", ""),
            part("time", "T", ""),
            part("zone", "[", "]")
        )
    };
    let value = &task[name];
    match name {
        "start" | "due" => moment(value),
        "rule" => value["rrule"].as_str().unwrap_or_default().to_owned(),
        "parent" => task["parent_number"]
            .as_i64()
            .map(|number| number.to_string())
            .unwrap_or_default(),
        "tags" => value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(","),
        "checklist" => {
            let titles = value
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|item| item["title"].as_str());
            titles.collect::<Vec<_>>().join("\n")
        }
        _ => match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        },
    }
}
