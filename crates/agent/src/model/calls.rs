//! Puts the tool calls of a stream together from their pieces.

use serde_json::{Map, Value};

use super::{ModelCall, ModelError};

/// Calls of one step, at most.
const CALLS: usize = 32;
/// Bytes of the arguments of one step, at most.
const ARGUMENT_BYTES: usize = 256 * 1024;

/// The calls of a step as far as they have come.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    calls: Vec<Whole>,
    bytes: usize,
}

/// A piece of a call.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Piece<'a> {
    /// The call's place, where the server tells it.
    pub(super) index: Option<u64>,
    /// The call's id: in its first piece, in all, or in none, as servers like it.
    pub(super) id: &'a str,
    /// The tool, in the first piece.
    pub(super) name: &'a str,
    /// More of the arguments.
    pub(super) args: &'a str,
}

#[derive(Debug)]
struct Whole {
    index: Option<u64>,
    id: String,
    name: String,
    args: String,
}

impl Pieces {
    /// Adds a piece to its call. A new id is a new call, also at a place that is taken: some servers
    /// count all calls as the first.
    pub(super) fn add(&mut self, piece: Piece<'_>) -> Result<(), ModelError> {
        self.bytes += piece.args.len() + piece.name.len() + piece.id.len();
        if self.bytes > ARGUMENT_BYTES {
            return Err(ModelError::Garbled);
        }
        if let Some(call) = self.find(piece) {
            call.args.push_str(piece.args);
            return Ok(());
        }
        if piece.name.is_empty() || self.calls.len() == CALLS {
            return Err(ModelError::Garbled);
        }
        let id = match piece.id {
            "" => format!("call-{}", self.calls.len()),
            id => id.to_owned(),
        };
        self.calls.push(Whole {
            index: piece.index,
            id,
            name: piece.name.to_owned(),
            args: piece.args.to_owned(),
        });
        Ok(())
    }

    fn find(&mut self, piece: Piece<'_>) -> Option<&mut Whole> {
        let mut calls = self.calls.iter_mut().rev();
        if !piece.id.is_empty() {
            return calls.find(|call| call.id == piece.id);
        }
        match piece.index {
            Some(_) => calls.find(|call| call.index == piece.index),
            None => calls.next().filter(|_| piece.name.is_empty()),
        }
    }

    /// The calls, with arguments as data where they are JSON. A call without arguments has none.
    pub(super) fn finish(self) -> Vec<ModelCall> {
        let call = |whole: Whole| {
            let args = match whole.args.trim() {
                "" => Value::Object(Map::new()),
                text => serde_json::from_str(text).unwrap_or(Value::String(whole.args)),
            };
            ModelCall {
                id: whole.id,
                name: whole.name,
                args,
            }
        };
        self.calls.into_iter().map(call).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn piece<'a>(index: Option<u64>, id: &'a str, name: &'a str, args: &'a str) -> Piece<'a> {
        Piece {
            index,
            id,
            name,
            args,
        }
    }

    #[track_caller]
    fn check(pieces: &[Piece<'_>], expected: &[(&str, &str, Value)]) {
        let mut all = Pieces::default();
        for piece in pieces {
            all.add(*piece).unwrap();
        }
        let calls: Vec<_> = all
            .finish()
            .into_iter()
            .map(|call| (call.id, call.name, call.args))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(id, name, args)| ((*id).to_owned(), (*name).to_owned(), args.clone()))
            .collect();
        assert_eq!(calls, expected);
    }

    #[test]
    fn pieces_of_calls_that_come_together_find_their_call_by_its_place() {
        check(
            &[
                piece(Some(0), "a", "find_tasks", ""),
                piece(Some(1), "b", "undo", ""),
                piece(Some(0), "", "", "{\"te"),
                piece(Some(1), "", "", "{}"),
                piece(Some(0), "", "", "xt\":\"milk\"}"),
            ],
            &[
                ("a", "find_tasks", json!({ "text": "milk" })),
                ("b", "undo", json!({})),
            ],
        );
    }

    #[test]
    fn whole_calls_that_are_all_counted_as_the_first_stay_apart() {
        check(
            &[
                piece(Some(0), "a", "find_tasks", "{}"),
                piece(Some(0), "b", "undo", "{}"),
            ],
            &[("a", "find_tasks", json!({})), ("b", "undo", json!({}))],
        );
    }

    #[test]
    fn a_server_may_repeat_ids_or_leave_out_places_and_ids() {
        check(
            &[
                piece(None, "a", "find_tasks", "{"),
                piece(None, "a", "find_tasks", "}"),
            ],
            &[("a", "find_tasks", json!({}))],
        );
        check(
            &[
                piece(None, "", "find_tasks", "{"),
                piece(None, "", "", "}"),
                piece(None, "", "undo", "{}"),
            ],
            &[
                ("call-0", "find_tasks", json!({})),
                ("call-1", "undo", json!({})),
            ],
        );
    }

    #[test]
    fn what_is_no_json_stays_text_and_nothing_is_an_empty_object() {
        check(
            &[
                piece(Some(0), "a", "undo", "{\"change"),
                piece(Some(1), "b", "undo", " "),
            ],
            &[("a", "undo", json!("{\"change")), ("b", "undo", json!({}))],
        );
    }

    #[test]
    fn more_than_anybody_wants_is_refused_wherever_it_says_that_it_stands() {
        let mut many = Pieces::default();
        let ids: Vec<_> = (0..=CALLS).map(|n| format!("id{n}")).collect();
        for id in &ids[..CALLS] {
            many.add(piece(Some(u64::MAX), id, "undo", "")).unwrap();
        }
        let one_more = piece(Some(0), &ids[CALLS], "undo", "");
        assert_eq!(many.add(one_more), Err(ModelError::Garbled));
        let long = "x".repeat(ARGUMENT_BYTES + 1);
        let long = piece(None, "a", "undo", &long);
        assert_eq!(Pieces::default().add(long), Err(ModelError::Garbled));
        let nobodys = piece(Some(3), "", "", "{}");
        assert_eq!(Pieces::default().add(nobodys), Err(ModelError::Garbled));
    }
}
