//! Scopes on the wire, and in the words of a person.

use domain::actor::Scope;

/// Every scope, each including the one before.
pub(crate) const ALL: [(&str, Scope); 3] = [
    ("tasks:read", Scope::Read),
    ("tasks:write", Scope::Write),
    ("tasks:admin", Scope::Admin),
];

/// What programs should ask for first.
pub(crate) const USUAL: &str = "tasks:read tasks:write";

/// Programs ask with it for refresh tokens, which they get anyway.
const OFFLINE: &str = "offline_access";

/// The most of a list of scopes; the usual where it is empty.
///
/// # Errors
/// The first scope that is unknown.
pub(crate) fn parse(text: &str) -> Result<Scope, &str> {
    let mut most = None;
    for name in text
        .split(' ')
        .filter(|name| !name.is_empty() && *name != OFFLINE)
    {
        let known = ALL.iter().find(|(known, _)| *known == name);
        most = most.max(Some(known.ok_or(name)?.1));
    }
    Ok(most.unwrap_or(Scope::Write))
}

/// The list of scopes that a scope means.
pub(crate) fn list(scope: Scope) -> String {
    let names = ALL.iter().filter(|(_, one)| *one <= scope);
    names.map(|(name, _)| *name).collect::<Vec<_>>().join(" ")
}

/// The name of one scope.
pub(crate) fn name(scope: Scope) -> &'static str {
    ALL.iter()
        .find(|(_, one)| *one == scope)
        .map_or("", |(name, _)| name)
}

/// What a scope lets an assistant do.
pub(crate) fn words(scope: Scope) -> (&'static str, &'static str) {
    match scope {
        Scope::Read => (
            "Read only",
            "It sees your tasks, projects, notes and history.",
        ),
        Scope::Write => (
            "Read and change",
            "It also adds, changes, completes and deletes tasks. You can undo all of it.",
        ),
        Scope::Admin => (
            "Everything",
            "It also deletes for good, and undoes what you or other assistants did.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_includes_those_before_it() {
        assert_eq!(parse("tasks:read"), Ok(Scope::Read));
        assert_eq!(parse("tasks:write tasks:read"), Ok(Scope::Write));
        assert_eq!(parse("tasks:admin"), Ok(Scope::Admin));
        assert_eq!(parse(" tasks:read  offline_access "), Ok(Scope::Read));
        assert_eq!(list(Scope::Write), "tasks:read tasks:write");
    }

    #[test]
    fn nothing_asked_for_is_the_usual_and_an_unknown_scope_is_named() {
        assert_eq!(list(parse("").unwrap()), USUAL);
        assert_eq!(parse("tasks:read mail:send"), Err("mail:send"));
        assert_eq!(parse("TASKS:READ"), Err("TASKS:READ"));
    }
}
