//! Pages of lists. A cursor is the name of the last row of the page before.

use rmcp::ErrorData;
use rmcp::model::PaginatedRequestParams;

/// Rows of a page.
const ROWS: usize = 100;

/// The cursor of a request.
pub(super) fn cursor(request: Option<PaginatedRequestParams>) -> Option<String> {
    request.and_then(|request| request.cursor)
}

/// Refuses a cursor where the first page is the only one.
pub(super) fn only(request: Option<PaginatedRequestParams>) -> Result<(), ErrorData> {
    match cursor(request) {
        None => Ok(()),
        Some(cursor) => Err(unknown(&cursor)),
    }
}

/// The page after `cursor`, and the cursor of the next page where there is one.
pub(super) fn page<T>(
    rows: Vec<T>,
    cursor: Option<&str>,
    name: impl Fn(&T) -> &str,
) -> Result<(Vec<T>, Option<String>), ErrorData> {
    let start = match cursor {
        None => 0,
        Some(cursor) => {
            let at = rows.iter().position(|row| name(row) == cursor);
            at.ok_or_else(|| unknown(cursor))? + 1
        }
    };
    let rest = rows.len().saturating_sub(start);
    let page: Vec<T> = rows.into_iter().skip(start).take(ROWS).collect();
    let next = page.last().filter(|_| rest > ROWS);
    let next = next.map(|row| name(row).to_owned());
    Ok((page, next))
}

fn unknown(cursor: &str) -> ErrorData {
    let detail = format!("no page begins at the cursor '{cursor}'; begin without one");
    ErrorData::invalid_params(detail, None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_follow_each_other_without_gap_and_end() {
        let rows: Vec<String> = (0..250).map(|row| format!("row {row}")).collect();
        let (mut seen, mut cursor) = (Vec::new(), None);
        loop {
            let (page, next) = page(rows.clone(), cursor.as_deref(), |row| row).unwrap();
            seen.extend(page);
            cursor = next;
            if cursor.is_none() {
                break;
            }
        }
        assert_eq!(seen, rows);
    }

    #[test]
    fn a_list_that_fits_one_page_has_no_cursor() {
        let rows = vec!["a".to_owned()];
        assert_eq!(page(rows.clone(), None, |row| row).unwrap(), (rows, None));
    }

    #[test]
    fn an_unknown_cursor_is_refused() {
        let error = page(vec!["a".to_owned()], Some("b"), |row| row).unwrap_err();
        assert_eq!(error.code, rmcp::model::ErrorCode::INVALID_PARAMS);
    }
}
