//! Titles: what is left of a clause without its pieces, in the speaker's own spelling.

use domain::limits;

use crate::draft::Opening;
use crate::pieces::Piece;
use crate::tokens::Kind;
use crate::when::Scan;

/// One task's share of a clause, and its place among the tasks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) number: usize,
}

impl Scan<'_> {
    /// What is left of `from..to` without the pieces.
    pub(crate) fn title(
        &self,
        text: &str,
        part: Part,
        pieces: &[Piece],
        opening: Opening,
    ) -> String {
        let Part { from, to, number } = part;
        // Those beside the part count too: what follows a piece is trimmed like what follows a gap.
        let first = pieces.partition_point(|piece| piece.to < from);
        let last = pieces.partition_point(|piece| piece.from <= to);
        let pieces = pieces.get(first..last).unwrap_or_default();
        let mut left: Vec<usize> = (from..to)
            .filter(|at| {
                !pieces
                    .iter()
                    .any(|piece| piece.from <= *at && *at < piece.to)
                    && self.tokens[*at].kind != Kind::Newline
            })
            .collect();
        // Brackets around a piece go with it.
        let ends = |at: usize| pieces.iter().any(|piece| piece.to == at);
        let begins = |at: usize| pieces.iter().any(|piece| piece.from == at);
        left.retain(|at| match self.tokens[*at].text {
            "(" => !begins(*at + 1),
            ")" => !ends(*at),
            _ => true,
        });
        self.trim_start(&mut left, from, pieces, opening, number);
        self.trim_end(&mut left, to, pieces);
        if let [only] = left.as_slice()
            && self.tokens[*only].kind == Kind::Quote
        {
            return cut(self.tokens[*only].unquoted().trim());
        }
        let mut title = String::new();
        let mut before: Option<usize> = None;
        if opening.to {
            left.retain(|at| !self.is_infinitive_mark(*at, to));
        }
        for at in left {
            let token = &self.tokens[at];
            if let Some(before) = before {
                let between = &text[self.tokens[before].end..token.start];
                let seam = at > before + 1;
                if seam && matches!(token.text, "," | "." | ";" | ":" | "!" | "?" | ")") {
                    // A sign closes up to the word before the gap.
                } else if seam {
                    if !title.is_empty() && !title.ends_with(' ') {
                        title.push(' ');
                    }
                } else {
                    title.push_str(between);
                }
            }
            let plain = (self.locale.forms.plain_infinitive)(&token.low);
            match plain.filter(|_| opening.to) {
                Some(plain) => title.push_str(&plain),
                None => title.push_str(token.text),
            }
            before = Some(at);
        }
        cut(title.trim())
    }

    /// "zu" in "daran, die Pflanzen zu düngen": what is to do is named by the plain verb.
    fn is_infinitive_mark(&self, at: usize, to: usize) -> bool {
        self.means(at, "to") && at + 1 < to && self.is_plain_verb(at + 1)
    }

    pub(crate) fn trim_start(
        &self,
        left: &mut Vec<usize>,
        from: usize,
        pieces: &[Piece],
        opening: Opening,
        number: usize,
    ) {
        let gap_before = |at: usize| pieces.iter().any(|piece| piece.to == at && piece.from < at);
        let mut before = "";
        loop {
            let Some(&first) = left.first() else { return };
            let token = &self.tokens[first];
            let near_gap = gap_before(first);
            let drop = match token.kind {
                Kind::Punct => {
                    matches!(
                        token.text,
                        "," | ":" | ";" | "-" | "–" | "—" | "." | "!" | "•" | "*" | ")" | "?" | "…"
                    ) || (near_gap && token.text == "'")
                }
                Kind::Word => {
                    // "zum Arzt" is where to go; English has its infinitive there.
                    let to = token.means("to")
                        && !self.locale.grammar.verbs_close
                        && (opening.to || near_gap)
                        && (first == from || near_gap || number > 0 || first <= from + 2);
                    let named = near_gap
                        && matches!(
                            token.sense(),
                            "that"
                                | "and"
                                | "called"
                                | "named"
                                | "for"
                                | "about"
                                | "then"
                                | "please"
                        );
                    // "heute noch Brot kaufen"
                    let named = named
                        || near_gap && self.locale.grammar.verbs_close && token.means("still");
                    let named = named
                        || (opening.to
                            && (first == from || near_gap)
                            && matches!(token.sense(), "for" | "about" | "that" | "of"));
                    let again = number > 0 && matches!(token.sense(), "and" | "then" | "also");
                    // "erinnere mich an den Zahnarzt"
                    let article = opening.to
                        && self.locale.grammar.verbs_close
                        && before == "about"
                        && token.means("the");
                    to || named || again || article
                }
                _ => false,
            };
            if !drop || left.len() == 1 && token.kind == Kind::Word {
                break;
            }
            before = token.sense();
            left.remove(0);
        }
    }

    pub(crate) fn trim_end(&self, left: &mut Vec<usize>, _to: usize, pieces: &[Piece]) {
        let gap_after = |at: usize| {
            pieces
                .iter()
                .any(|piece| piece.from == at + 1 && piece.to > at + 1)
        };
        let mut gap = false;
        loop {
            let Some(&last) = left.last() else { return };
            let token = &self.tokens[last];
            gap = gap || gap_after(last);
            let drop = match token.kind {
                Kind::Punct => {
                    matches!(token.text, "," | ":" | ";" | "–" | "—" | "." | "(" | "@")
                        || (token.text == "-" && !(last > 0 && token.glued))
                        || (matches!(token.text, "!" | "?")
                            && (gap || pieces.iter().any(|piece| piece.to == last)))
                }
                Kind::Word => {
                    gap && (matches!(
                        token.sense(),
                        "and"
                            | "to"
                            | "on"
                            | "at"
                            | "by"
                            | "for"
                            | "in"
                            | "due"
                            | "is"
                            | "starting"
                            | "before"
                            | "until"
                            | "the"
                            | "it's"
                            | "with"
                            | "from"
                            | "please"
                            | "around"
                            | "sometime"
                            | "deadline"
                    )) || token.means("please")
                }
                _ => false,
            };
            if !drop || left.len() == 1 && token.kind == Kind::Word {
                break;
            }
            left.pop();
        }
    }
}

/// The text as a title: one line, no quotes around it.
pub(crate) fn plain_title(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    cut(&line)
}

/// A title that fits.
fn cut(title: &str) -> String {
    title
        .chars()
        .take(limits::TITLE_CHARS)
        .collect::<String>()
        .trim()
        .to_owned()
}
