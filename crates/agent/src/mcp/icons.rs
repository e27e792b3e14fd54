//! The picture that clients may show, inside the answer so that nothing is fetched.

use rmcp::model::Icon;

const TICK: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E\
%3Crect width='24' height='24' rx='6' fill='%232563eb'/%3E\
%3Cpath d='m7 12 4 4 7-8' fill='none' stroke='%23fff' stroke-width='2.5'/%3E%3C/svg%3E";

/// saydo's own.
pub(super) fn saydo() -> Icon {
    Icon::new(TICK)
        .with_mime_type("image/svg+xml")
        .with_sizes(vec!["any".to_owned()])
}
