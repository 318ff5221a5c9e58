//! How long files and functions may get.

use crate::source::File;

const FILE: usize = 400;
const COMMAND: usize = 150;
const FUNCTION: usize = 60;

/// Files that are too long, with their path; constant tables do not count.
pub(crate) fn files(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    for file in files {
        let most = if file.path.starts_with("src/cli/") { COMMAND } else { FILE };
        let lines = file.lines - file.data_lines;
        if lines > most {
            wrong.push(format!("{}:1: {lines} lines without tables, at most {most}", file.path));
        }
    }
    wrong
}

/// Functions that are too long, with their place.
pub(crate) fn functions(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    for file in files {
        for one in file.functions.iter().filter(|one| one.lines > FUNCTION) {
            wrong.push(format!(
                "{}:{}: `{}` has {} lines, at most {FUNCTION}",
                file.path, one.line, one.name, one.lines
            ));
        }
    }
    wrong
}
