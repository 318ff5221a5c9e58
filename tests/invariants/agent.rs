//! A server for agents answers every request once, in JSON-RPC, and writes nothing but drafts: no original, no
//! configuration, no word of a person.

use std::cell::RefCell;
use std::io::BufReader;

use serde_json::Value;
use tolmach::i18n::{Locale, Messages};
use tolmach::mcp::{Host, serve};
use tolmach::project::Project;
use tolmach::workspace::{Silent, Workspace};

use super::folder::Folder;

thread_local! {
    static FOLDER: RefCell<Folder> = RefCell::new(Folder::new());
}

/// Input: what a client sends, a message a line.
pub fn hold(bytes: &[u8]) {
    FOLDER.with_borrow_mut(|folder| {
        let open = || {
            let project = Project::open(folder.path()).map_err(|error| error.to_string())?;
            Workspace::open(project, &Silent).map_err(|error| format!("{error:?}"))
        };
        let ui = Messages::new(Locale::default());
        let host = Host { open: &open, describe: &|error| format!("{error:?}"), ui: &ui };
        let mut answers = Vec::new();
        serve(BufReader::new(bytes), &mut answers, &host).expect("memory is read and written");
        let answers = String::from_utf8(answers).expect("JSON is UTF-8");
        let lines = bytes.split(|byte| *byte == b'\n').count();
        assert!(answers.lines().count() <= lines, "{answers}");
        for answer in answers.lines() {
            let answer: Value = serde_json::from_str(answer).unwrap_or_else(|error| panic!("{error}: {answer}"));
            assert_eq!(answer["jsonrpc"], "2.0");
            assert!(answer.get("id").is_some() && (answer.get("result").is_some() != answer.get("error").is_some()));
        }
        folder.holds_every_word();
    });
}
