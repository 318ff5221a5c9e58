//! What an agent may read whole: the files of the glossary and the notes on style.

use serde_json::{Value, json};

use super::host::Host;
use super::message::Code;
use crate::workspace::Workspace;

/// Before the path of a file in the project.
const SCHEME: &str = "tolmach:///";

type Outcome = Result<Value, (Code, String)>;

pub(super) fn list(host: &Host<'_>) -> Outcome {
    let workspace = (host.open)().map_err(|text| (Code::Resource, text))?;
    let resources: Vec<Value> = files(&workspace)
        .into_iter()
        .map(|(path, kind)| json!({ "uri": format!("{SCHEME}{path}"), "name": path, "description": kind, "mimeType": mime(&path) }))
        .collect();
    Ok(json!({ "resources": resources }))
}

pub(super) fn read(params: &Value, host: &Host<'_>) -> Outcome {
    let uri = params["uri"].as_str().ok_or((Code::Params, "no uri".to_owned()))?;
    let workspace = (host.open)().map_err(|text| (Code::Resource, text))?;
    let wanted = uri.strip_prefix(SCHEME);
    // Nothing but what the list names is read.
    let found = files(&workspace).into_iter().map(|(path, _)| path).find(|path| Some(path.as_str()) == wanted);
    let path = found.ok_or_else(|| (Code::Resource, format!("there is no resource '{}'", uri.escape_debug())))?;
    let text = workspace.project.read_text(&path);
    let text = text.map_err(|error| (Code::Resource, (host.describe)(error.into())))?;
    Ok(json!({ "contents": [{ "uri": uri, "mimeType": mime(&path), "text": text }] }))
}

/// The files with what they are.
fn files(workspace: &Workspace) -> Vec<(String, &'static str)> {
    let glossary = workspace.project.glossary_files().ok().flatten().unwrap_or_default();
    let style = workspace.project.config.style_notes.clone();
    let glossary = glossary.into_iter().map(|path| (path, "A part of the glossary"));
    glossary.chain(style.map(|path| (path, "Notes on style"))).collect()
}

fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.') {
        Some((_, "toml")) => "application/toml",
        Some((_, "md")) => "text/markdown",
        _ => "text/plain",
    }
}
