//! `tolmach book`: editions of translations for readers, as pages to print and as EPUB.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::terminal::Terminal;
use crate::align::Unit;
use crate::i18n::Problem;
use crate::lang::Language;
use crate::project::Publication;
use crate::report::book::{Edition, Layout, book_page, epub};
use crate::report::html::page_name;
use crate::report::visible_line;

#[derive(Debug, clap::Args)]
pub(super) struct Book {
    #[arg(value_name = "DIR")]
    folder: String,
    paths: Vec<String>,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
    #[arg(long, value_enum, default_value_t)]
    layout: EpubLayout,
}

/// How the two texts are arranged in the EPUB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
enum EpubLayout {
    Beside,
    #[default]
    After,
    Notes,
}

/// The file that every folder of editions has: their list.
const MARK: &str = "books.json";

impl Book {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let chosen = workspace.select(&self.paths, &self.language)?;
        let foreign = || Error::new(Problem::ForeignFolder).at(&self.folder, None);
        let mut folder = Publication::open(&self.folder, MARK)?.ok_or_else(foreign)?;
        let (mut files, mut errors) = (Vec::new(), Vec::new());
        for paths in chosen.into_iter().filter(|paths| paths.translated) {
            let pair = match workspace.load(paths) {
                Ok(pair) => pair,
                Err(error) => {
                    errors.push(Error::from(error));
                    continue;
                }
            };
            let units: Vec<Unit> = workspace.analyse(&pair).units.into_iter().map(|one| one.unit).collect();
            let edition = Edition::new(&pair, &units);
            if edition.alone > 0 {
                terminal.note(&terminal.ui.book_alone(edition.alone, visible_line(&paths.translation)));
            }
            let page = page_name(&paths.translation);
            let archive = format!("{}.epub", page.trim_end_matches(".html"));
            folder.write(&page, book_page(&edition, &terminal.ui).as_bytes())?;
            folder.write(&archive, &epub(&edition, self.layout.layout(), &terminal.ui)?)?;
            files.push(serde_json::json!({
                "original": paths.original, "language": paths.language.to_string(), "translation": paths.translation,
                "title": edition.title(), "page": page, "epub": archive,
            }));
        }
        let list = serde_json::json!({ "version": 1, "books": files });
        folder.write(MARK, format!("{list:#}\n").as_bytes())?;
        folder.finish();
        let mut out = terminal.out();
        let said = terminal.ui.book_written(files.len(), self.folder.as_str());
        writeln!(out, "{}", visible_line(&said))?;
        out.flush()?;
        if errors.is_empty() {
            return Ok(Exit::Done);
        }
        terminal.print_error(&Error::Several(errors));
        Ok(Exit::Error)
    }
}

impl EpubLayout {
    fn layout(self) -> Layout {
        match self {
            EpubLayout::Beside => Layout::Beside,
            EpubLayout::After => Layout::After,
            EpubLayout::Notes => Layout::Notes,
        }
    }
}
