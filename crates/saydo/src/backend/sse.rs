//! Reading server-sent events (WHATWG HTML, section 9.2).

use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream};

/// One event of a stream.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SseEvent {
    /// Its type; empty for a plain message.
    pub(crate) event: String,
    /// Its id.
    pub(crate) id: String,
    /// Its data.
    pub(crate) data: String,
}

/// The events in `chunks`, without comments.
pub(super) fn events(
    chunks: impl Stream<Item = anyhow::Result<Vec<u8>>>,
) -> impl Stream<Item = anyhow::Result<SseEvent>> {
    let mut reader = Reader::default();
    chunks
        .map(move |chunk| {
            let events = reader.read(&chunk?).into_iter().map(Ok);
            anyhow::Ok(stream::iter(events))
        })
        .try_flatten()
}

#[derive(Default)]
struct Reader {
    line: Vec<u8>,
    event: SseEvent,
    has_data: bool,
}

impl Reader {
    fn read(&mut self, chunk: &[u8]) -> Vec<SseEvent> {
        let mut events = Vec::new();
        for byte in chunk {
            match byte {
                b'\n' => {
                    let line = std::mem::take(&mut self.line);
                    let text = String::from_utf8_lossy(&line);
                    events.extend(self.line(text.trim_end_matches('\r')));
                }
                byte => self.line.push(*byte),
            }
        }
        events
    }

    fn line(&mut self, line: &str) -> Option<SseEvent> {
        if line.is_empty() {
            let event = std::mem::take(&mut self.event);
            return std::mem::take(&mut self.has_data).then_some(event);
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.event.event),
            "id" => value.clone_into(&mut self.event.id),
            "data" => {
                if self.has_data {
                    self.event.data.push('\n');
                }
                self.event.data.push_str(value);
                self.has_data = true;
            }
            _ => {}
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_are_read_across_chunks_and_without_comments() {
        let mut reader = Reader::default();

        let mut events = reader.read(b": hello\n\nid: 7\nevent: change\nda");
        events.extend(reader.read(b"ta: {\"a\":1}\ndata: x\r\n\r\n"));

        let expected = SseEvent {
            event: "change".into(),
            id: "7".into(),
            data: "{\"a\":1}\nx".into(),
        };
        assert_eq!(events, [expected]);
    }
}
