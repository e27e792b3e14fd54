//! What the fixtures are called, as lists show them.

use rmcp::model::{Prompt, Resource, ResourceTemplate, Tool};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Tools without arguments.
const TOOLS: [&str; 22] = [
    "test_simple_text",
    "test_image_content",
    "test_audio_content",
    "test_embedded_resource",
    "test_multiple_content_types",
    "test_error_handling",
    "test_tool_with_logging",
    "test_tool_with_progress",
    "test_logging_tool",
    "test_missing_capability",
    "test_streaming_elicitation",
    "test_reconnection",
    "test_elicitation_sep1034_defaults",
    "test_elicitation_sep1330_enums",
    "test_input_required_result_elicitation",
    "test_input_required_result_sampling",
    "test_input_required_result_list_roots",
    "test_input_required_result_request_state",
    "test_input_required_result_multiple_inputs",
    "test_input_required_result_multi_round",
    "test_input_required_result_tampered_state",
    "test_input_required_result_capabilities",
];

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("a fixture is described as the protocol has it")
}

pub(crate) fn tools() -> Vec<Tool> {
    let plain = TOOLS
        .iter()
        .map(|name| tool(name, json!({ "type": "object" })));
    let with = |name: &str, argument: &str| {
        let properties = json!({ argument: { "type": "string" } });
        let schema = json!({ "type": "object", "properties": properties, "required": [argument] });
        tool(name, schema)
    };
    plain
        .chain([
            with("test_sampling", "prompt"),
            with("test_elicitation", "message"),
            tool("json_schema_2020_12_tool", full_schema()),
        ])
        .collect()
}

fn tool(name: &str, schema: Value) -> Tool {
    read(json!({ "name": name, "description": "A fixture of the judges", "inputSchema": schema }))
}

/// A schema with every keyword that a server must pass on unchanged.
fn full_schema() -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "$defs": {
            "address": {
                "$anchor": "addressDef",
                "type": "object",
                "properties": { "street": { "type": "string" }, "city": { "type": "string" } },
            },
        },
        "properties": {
            "name": { "type": "string" },
            "address": { "$ref": "#/$defs/address" },
            "contactMethod": { "type": "string", "enum": ["phone", "email"] },
            "phone": { "type": "string" },
            "email": { "type": "string" },
        },
        "allOf": [{ "anyOf": [{ "required": ["phone"] }, { "required": ["email"] }] }],
        "if": {
            "properties": { "contactMethod": { "const": "phone" } },
            "required": ["contactMethod"],
        },
        "then": { "required": ["phone"] },
        "else": { "required": ["email"] },
        "additionalProperties": false,
    })
}

pub(crate) fn prompts() -> Vec<Prompt> {
    let prompt = |name: &str, arguments: &[&str]| {
        let arguments = arguments.iter().map(|name| {
            json!({ "name": name, "description": "An argument of a fixture", "required": true })
        });
        read(json!({
            "name": name,
            "description": "A fixture of the judges",
            "arguments": arguments.collect::<Vec<_>>(),
        }))
    };
    vec![
        prompt("test_simple_prompt", &[]),
        prompt("test_prompt_with_arguments", &["arg1", "arg2"]),
        prompt("test_prompt_with_embedded_resource", &["resourceUri"]),
        prompt("test_prompt_with_image", &[]),
        prompt("test_input_required_result_prompt", &[]),
    ]
}

pub(crate) fn resources() -> Vec<Resource> {
    let resource = |uri: &str, mime_type: &str| {
        read(json!({
            "uri": uri, "name": uri, "description": "A fixture of the judges", "mimeType": mime_type,
        }))
    };
    vec![
        resource("test://static-text", "text/plain"),
        resource("test://static-binary", "image/png"),
        resource("test://watched-resource", "text/plain"),
    ]
}

pub(crate) fn templates() -> Vec<ResourceTemplate> {
    vec![read(json!({
        "uriTemplate": "test://template/{id}/data",
        "name": "template",
        "description": "A fixture of the judges",
        "mimeType": "application/json",
    }))]
}
