//! English phrases that change projects, sections and tags. Earlier lines win.

use crate::organizing::Order::{self, Add, AddCalled, AddNew, Archive, Delete, Rename, Unarchive};
use crate::organizing::OrganizeKind::{self, Project, Section, Tag};

/// Changes of projects, sections and tags. `<text>` is a new name, `<name>` one that exists.
pub(super) static ORGANIZE: &[((OrganizeKind, Order), &str)] = &[
    (
        (Project, AddCalled),
        "create|make|add|start|open|set_up|begin me|us? a|an|another|the|my|our? new|empty? project called|named|titled|by_the_name_of|with_the_name <text>",
    ),
    (
        (Project, AddCalled),
        "new|a_new|another project called|named|titled <text>",
    ),
    ((Project, AddCalled), "new project : <text>"),
    (
        (Project, AddNew),
        "create|make|add|set_up me|us? a|another? new project <text>",
    ),
    ((Project, AddNew), "new project <text>"),
    (
        (Project, Add),
        "create|make|add|set_up a|another project <text>",
    ),
    ((Project, Add), "create project <text>"),
    (
        (Section, AddCalled),
        "in|to the|my|our? project? <name> project|list? add|create|make a|another? new? section called|named|titled <text>",
    ),
    (
        (Section, Add),
        "in|to the|my|our? project? <name> project|list? add|create|make a|another? new? section <text>",
    ),
    (
        (Section, AddCalled),
        "create|make|add|start|open|set_up me|us? a|an|another|the|my|our? new|empty? section called|named|titled|by_the_name_of|with_the_name <text>",
    ),
    (
        (Section, AddCalled),
        "new section called|named|titled <text>",
    ),
    (
        (Section, Add),
        "create|make|add|set_up me|us? a|another? new? section <text>",
    ),
    ((Section, Add), "new section <text>"),
    (
        (Tag, AddCalled),
        "create|make|add|set_up me|us? a|an|another|the|my|our? new? tag|label called|named|titled <text>",
    ),
    ((Tag, AddCalled), "new tag|label called|named <text>"),
    ((Tag, Add), "create|make a|another|the new? tag <text>"),
    ((Tag, Add), "create|add new? tag <text>"),
    ((Tag, Add), "add a|the new tag <text>"),
    ((Tag, Add), "new tag <text>"),
    (
        (Project, Rename),
        "rename|retitle the|my|our? project called? <name> to|into|as <text>",
    ),
    (
        (Project, Rename),
        "rename|retitle the|my|our <name> project to|into|as <text>",
    ),
    (
        (Project, Rename),
        "change the? name of the|my|our? project <name> to|into <text>",
    ),
    (
        (Project, Rename),
        "change the? name of the|my|our <name> project to|into <text>",
    ),
    (
        (Section, Rename),
        "rename|retitle the|my|our? section <name> to|into|as <text>",
    ),
    (
        (Section, Rename),
        "rename|retitle the|my|our <name> section to|into|as <text>",
    ),
    (
        (Tag, Rename),
        "rename the|my|our? tag|label <name> to|into|as <text>",
    ),
    (
        (Tag, Rename),
        "rename the|my|our <name> tag|label to|into|as <text>",
    ),
    (
        (Project, Delete),
        "delete|remove|erase|get_rid_of the|my|our? entire|whole? project called? <name>",
    ),
    (
        (Project, Delete),
        "delete|remove|erase|get_rid_of the|my|our entire|whole? <name> project",
    ),
    (
        (Section, Delete),
        "delete|remove|erase|get_rid_of the|my|our? section called? <name>",
    ),
    (
        (Section, Delete),
        "delete|remove|erase|get_rid_of the|my|our <name> section",
    ),
    (
        (Tag, Delete),
        "delete|erase|get_rid_of the|my|our? tag|label called? <name>",
    ),
    (
        (Tag, Delete),
        "delete|erase|get_rid_of the|my|our <name> tag|label",
    ),
    (
        (Project, Archive),
        "archive the|my|our? project called? <name>",
    ),
    ((Project, Archive), "archive the|my|our <name> project"),
    (
        (Project, Unarchive),
        "unarchive the|my|our? project called? <name>",
    ),
    ((Project, Unarchive), "unarchive the|my|our <name> project"),
];
