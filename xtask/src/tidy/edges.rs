//! Crate edges: who may depend on whom, and what a crate must never see.
//! The table is the one of the design; it is checked against `cargo metadata`.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Finding;

/// What one of our crates may and must not depend on.
struct Edges {
    package: &'static str,
    ours: &'static [&'static str],
    /// Refused as a direct dependency.
    never: &'static [&'static str],
    /// Refused also behind other crates.
    never_behind: &'static [&'static str],
}

const PURE: &[&str] = &[
    "tokio",
    "rusqlite",
    "tokio-postgres",
    "postgres-types",
    "axum",
    "reqwest",
    "hyper",
    "rand",
    "anyhow",
    "clap",
    "tracing",
];
const DRIVERS: &[&str] = &["rusqlite", "tokio-postgres", "postgres-types"];

const TABLE: &[Edges] = &[
    Edges {
        package: "saydo-domain",
        ours: &[],
        never: PURE,
        never_behind: PURE,
    },
    Edges {
        package: "saydo-language",
        ours: &["saydo-domain"],
        never: PURE,
        never_behind: PURE,
    },
    Edges {
        package: "saydo-store",
        ours: &["saydo-domain"],
        never: &["axum", "rmcp", "reqwest", "clap", "anyhow"],
        never_behind: &["axum", "rmcp", "reqwest"],
    },
    Edges {
        package: "saydo-app",
        ours: &["saydo-domain", "saydo-language", "saydo-store"],
        never: &[
            "axum",
            "rmcp",
            "clap",
            "reqwest",
            "anyhow",
            "rusqlite",
            "tokio-postgres",
            "postgres-types",
        ],
        never_behind: &["rmcp", "clap"],
    },
    Edges {
        package: "saydo-agent",
        ours: &["saydo-domain", "saydo-language", "saydo-app"],
        never: &[
            "axum",
            "anyhow",
            "rusqlite",
            "tokio-postgres",
            "postgres-types",
        ],
        never_behind: &[],
    },
    Edges {
        package: "saydo-worker",
        ours: &["saydo-domain", "saydo-app"],
        never: &[
            "axum",
            "anyhow",
            "rusqlite",
            "tokio-postgres",
            "postgres-types",
        ],
        never_behind: &[],
    },
    Edges {
        package: "saydo-server",
        ours: &["saydo-domain", "saydo-app", "saydo-agent"],
        never: &[
            "anyhow",
            "clap",
            "rusqlite",
            "tokio-postgres",
            "postgres-types",
        ],
        never_behind: &[],
    },
    Edges {
        package: "saydo",
        ours: &[
            "saydo-domain",
            "saydo-language",
            "saydo-app",
            "saydo-agent",
            "saydo-worker",
            "saydo-server",
        ],
        never: DRIVERS,
        never_behind: &[],
    },
    Edges {
        package: "xtask",
        ours: &[],
        never: DRIVERS,
        never_behind: &[],
    },
    // Not part of the product: a database server for tests, a data set for benchmarks.
    Edges {
        package: "saydo-private-postgres",
        ours: &[],
        never: &["axum"],
        never_behind: &[],
    },
    Edges {
        package: "saydo-bench-seeder",
        ours: &["saydo-domain"],
        never: &["axum"],
        never_behind: &[],
    },
    Edges {
        package: "saydo-fake-model",
        ours: &[],
        never: &["axum", "reqwest"],
        never_behind: &[],
    },
];

/// What any crate may use in its tests, and only there.
const TEST_ONLY: [&str; 2] = ["saydo-private-postgres", "saydo-fake-model"];

/// Checks the edges of this workspace.
///
/// # Errors
/// When `cargo metadata` does not run or answers something unexpected.
pub(crate) fn check_workspace() -> Result<Vec<Finding>> {
    let root = crate::workspace_root()?;
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--all-features",
            "--locked",
        ])
        .current_dir(&root)
        .output()
        .context("cannot run cargo metadata")?;
    ensure!(
        output.status.success(),
        "cargo metadata failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value =
        serde_json::from_slice(&output.stdout).context("cargo metadata is no JSON")?;
    check(&metadata, &root.to_string_lossy())
}

/// One crate's dependencies, by package name.
#[derive(Debug, Default)]
struct Node {
    name: String,
    manifest: String,
    normal: BTreeSet<String>,
    dev: BTreeSet<String>,
}

fn check(metadata: &Value, root: &str) -> Result<Vec<Finding>> {
    let nodes = nodes(metadata)?;
    let members: BTreeSet<&str> = strings(&metadata["workspace_members"]).collect();
    let mut findings = Vec::new();
    for (id, node) in nodes.iter().filter(|(id, _)| members.contains(id.as_str())) {
        let manifest = node.manifest.strip_prefix(root).unwrap_or(&node.manifest);
        let manifest = manifest.trim_start_matches('/');
        let Some(edges) = TABLE.iter().find(|edges| edges.package == node.name) else {
            let message = format!("{} has no row in the table of crate edges", node.name);
            findings.push(Finding::new(manifest, 1, message));
            continue;
        };
        let mut refuse = |message: String| findings.push(Finding::new(manifest, 1, message));
        for (dependency, dev_only) in direct(&nodes, node) {
            let ours = members.contains(dependency);
            let name = &nodes[dependency].name;
            if ours
                && !edges.ours.contains(&name.as_str())
                && !(dev_only && TEST_ONLY.contains(&name.as_str()))
            {
                refuse(format!("{} must not depend on {name}", node.name));
            }
            if !dev_only && edges.never.contains(&name.as_str()) {
                refuse(format!("{} must never see {name}", node.name));
            }
        }
        for name in behind(&nodes, id) {
            if edges.never_behind.contains(&name) && !is_direct(&nodes, node, name) {
                refuse(format!(
                    "{} must never see {name}, also not behind another crate",
                    node.name
                ));
            }
        }
    }
    Ok(findings)
}

fn is_direct(nodes: &BTreeMap<String, Node>, node: &Node, name: &str) -> bool {
    node.normal.iter().any(|id| nodes[id].name == name)
}

/// Direct dependencies by package id, and whether they are for tests only.
fn direct<'a>(
    nodes: &'a BTreeMap<String, Node>,
    node: &'a Node,
) -> impl Iterator<Item = (&'a str, bool)> {
    let known = |id: &&String| nodes.contains_key(*id);
    let normal = node
        .normal
        .iter()
        .filter(known)
        .map(|id| (id.as_str(), false));
    let dev = node
        .dev
        .iter()
        .filter(known)
        .filter(|id| !node.normal.contains(*id));
    normal.chain(dev.map(|id| (id.as_str(), true)))
}

/// Names of all crates that `id` reaches through normal dependencies.
fn behind<'a>(nodes: &'a BTreeMap<String, Node>, id: &str) -> BTreeSet<&'a str> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut names = BTreeSet::new();
    let mut next: Vec<&str> = nodes[id].normal.iter().map(String::as_str).collect();
    while let Some(at) = next.pop() {
        if let Some(node) = nodes.get(at)
            && seen.insert(at)
        {
            names.insert(node.name.as_str());
            next.extend(node.normal.iter().map(String::as_str));
        }
    }
    names
}

fn nodes(metadata: &Value) -> Result<BTreeMap<String, Node>> {
    let mut nodes = BTreeMap::new();
    for package in array(&metadata["packages"]) {
        let id = package["id"].as_str().context("a package has no id")?;
        let node = Node {
            name: package["name"]
                .as_str()
                .context("a package has no name")?
                .to_owned(),
            manifest: package["manifest_path"]
                .as_str()
                .unwrap_or_default()
                .to_owned(),
            ..Node::default()
        };
        nodes.insert(id.to_owned(), node);
    }
    for resolved in array(&metadata["resolve"]["nodes"]) {
        let id = resolved["id"].as_str().context("a node has no id")?;
        let node = nodes.get_mut(id).context("a node has no package")?;
        for dependency in array(&resolved["deps"]) {
            let package = dependency["pkg"]
                .as_str()
                .context("a dependency has no package")?;
            for kind in array(&dependency["dep_kinds"]) {
                match kind["kind"].as_str() {
                    None => node.normal.insert(package.to_owned()),
                    Some("dev") => node.dev.insert(package.to_owned()),
                    Some(_) => false,
                };
            }
        }
    }
    Ok(nodes)
}

fn array(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn strings(value: &Value) -> impl Iterator<Item = &str> {
    array(value).filter_map(Value::as_str)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::assert_findings;
    use super::*;

    /// A workspace of `(package, dependency, kind)`; packages named saydo-* or xtask are members.
    fn workspace(edges: &[(&str, &str, Option<&str>)]) -> Value {
        let names: BTreeSet<&str> = edges
            .iter()
            .flat_map(|(from, to, _)| [*from, *to])
            .collect();
        let is_member = |name: &&&str| name.starts_with("saydo");
        let packages: Vec<Value> = names
            .iter()
            .map(|name| json!({"id": name, "name": name, "manifest_path": format!("/w/{name}/Cargo.toml")}))
            .collect();
        let resolved: Vec<Value> = names
            .iter()
            .map(|name| {
                let deps: Vec<Value> = edges
                    .iter()
                    .filter(|(from, _, _)| from == name)
                    .map(|(_, to, kind)| json!({"pkg": to, "dep_kinds": [{"kind": kind}]}))
                    .collect();
                json!({"id": name, "deps": deps})
            })
            .collect();
        let members: Vec<&&str> = names.iter().filter(is_member).collect();
        json!({"packages": packages, "workspace_members": members, "resolve": {"nodes": resolved}})
    }

    #[track_caller]
    fn check_edges(edges: &[(&str, &str, Option<&str>)], expected: &[&str]) {
        let findings = check(&workspace(edges), "/w").unwrap();
        assert_findings(&findings, expected);
    }

    #[test]
    fn an_edge_of_the_table_passes() {
        check_edges(
            &[
                ("saydo-app", "saydo-store", None),
                ("saydo-app", "serde", None),
            ],
            &[],
        );
    }

    #[test]
    fn an_edge_against_the_table_is_found() {
        check_edges(
            &[("saydo-server", "saydo-store", None)],
            &["saydo-server/Cargo.toml:1: saydo-server must not depend on saydo-store"],
        );
        check_edges(
            &[("saydo-server", "saydo-store", Some("dev"))],
            &["saydo-server/Cargo.toml:1: saydo-server must not depend on saydo-store"],
        );
    }

    #[test]
    fn what_is_for_tests_is_for_tests_only() {
        for name in TEST_ONLY {
            check_edges(&[("saydo-store", name, Some("dev"))], &[]);
            let refusal =
                format!("saydo-store/Cargo.toml:1: saydo-store must not depend on {name}");
            check_edges(&[("saydo-store", name, None)], &[refusal.as_str()]);
        }
    }

    #[test]
    fn a_forbidden_crate_is_found_directly_and_behind_another() {
        check_edges(
            &[("saydo-domain", "tokio", None)],
            &["saydo-domain/Cargo.toml:1: saydo-domain must never see tokio"],
        );
        check_edges(
            &[
                ("saydo-domain", "innocent", None),
                ("innocent", "tokio", None),
            ],
            &[
                "saydo-domain/Cargo.toml:1: saydo-domain must never see tokio, also not behind another crate",
            ],
        );
        check_edges(&[("saydo-domain", "tokio", Some("dev"))], &[]);
    }

    #[test]
    fn a_crate_without_a_row_is_found() {
        check_edges(
            &[("saydo-new", "serde", None)],
            &["saydo-new/Cargo.toml:1: saydo-new has no row in the table of crate edges"],
        );
    }
}
