//! Tables for people, tab-separated lines for programs that do not ask for JSON.

use comfy_table::{Cell, ContentArrangement, Table, presets};

/// Columns below which a width is not believed.
const NARROWEST: u16 = 30;

/// Writes rows under a header, fitted to the terminal.
///
/// # Errors
/// When nobody reads standard output.
pub(crate) fn rows(header: &[&str], rows: Vec<Vec<Cell>>) -> std::io::Result<()> {
    let mut table = Table::new();
    table
        .load_style(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic);
    // A terminal that does not say how wide it is, or says nonsense.
    if table.width().is_some_and(|width| width < NARROWEST) {
        table.set_width(80);
    }
    if crate::config::no_color() {
        table.force_no_tty();
    }
    let bold = |name: &&str| Cell::new(name).add_attribute(comfy_table::Attribute::Dim);
    table.set_header(header.iter().map(bold));
    table.add_rows(rows);
    let text = table
        .lines()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect::<String>();
    super::piece(&text)
}

/// Writes rows as lines of tab-separated texts.
///
/// # Errors
/// When nobody reads standard output.
pub(crate) fn plain_rows(rows: impl Iterator<Item = Vec<String>>) -> std::io::Result<()> {
    let clean = |text: &String| text.replace(['\t', '\n', '\r'], " ");
    let text: String = rows
        .map(|row| row.iter().map(clean).collect::<Vec<_>>().join("\t") + "\n")
        .collect();
    super::piece(&text)
}
