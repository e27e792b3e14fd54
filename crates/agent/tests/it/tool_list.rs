//! The list of tools, as clients see it.

use serde_json::Value;

fn list() -> Value {
    agent::tools::list()
        .iter()
        .map(|tool| tool.describe())
        .collect()
}

/// The list is checked in at `crates/agent/tools.json`; `UPDATE_SNAPSHOTS=1` writes it anew.
#[test]
fn the_list_is_as_checked_in() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tools.json");
    let text = serde_json::to_string_pretty(&list()).unwrap() + "\n";
    if option_env!("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    let kept: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(
        kept,
        list(),
        "the tools have changed; test with UPDATE_SNAPSHOTS=1 to accept"
    );
}

#[test]
fn the_whole_list_is_at_most_12000_characters() {
    let length = list().to_string().chars().count();
    assert!(length <= 12_000, "{length} characters");
    let page = include_str!("../../../../docs/mcp.md");
    let told = format!("{},{:03} characters", length / 1_000, length % 1_000);
    assert!(page.contains(&told), "docs/mcp.md has to say {told}");
}

#[test]
fn schemas_are_flat_and_every_field_is_described() {
    let tools = list();
    assert_eq!(tools.as_array().unwrap().len(), 13);
    for tool in tools.as_array().unwrap() {
        let name = tool["name"].as_str().unwrap();
        assert!(
            tool["description"]
                .as_str()
                .is_some_and(|text| text.ends_with('.')),
            "{name}"
        );
        object(&tool["inputSchema"], name, 0);
        assert_eq!(tool["outputSchema"]["type"], "object", "{name}");
    }
}

fn object(schema: &Value, at: &str, depth: usize) {
    assert!(depth <= 1, "{at} is nested");
    assert_eq!(schema["additionalProperties"], false, "{at}");
    for (name, field) in schema["properties"].as_object().unwrap() {
        let at = format!("{at}.{name}");
        assert!(
            field["description"]
                .as_str()
                .is_some_and(|text| !text.is_empty()),
            "{at}"
        );
        for key in ["anyOf", "oneOf", "allOf", "nullable", "$ref"] {
            assert!(field.get(key).is_none(), "{at} has {key}");
        }
        assert!(field["type"].is_string(), "{at} has several types");
        if field["items"]["type"] == "object" {
            object(&field["items"], &at, depth + 1);
        }
    }
}
