//! `tolmach diff`: what changed on either side since it was accepted, or since a revision.

use std::io::Write;

use super::error::Error;
use super::exit::Exit;
use super::form::{self, Format};
use super::terminal::Terminal;
use crate::diff::{Fate, paragraphs};
use crate::lang::Language;
use crate::report::{DocumentDrift, Ink, SideDrift, UnitDrift, drift_as_json, drift_for_people};
use crate::text::{Document, Lines, Verbatim};
use crate::units::{BlockState, BlockUnit, Blocks, Pair, Paths, Standing, State};
use crate::workspace::Workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Diff {
    paths: Vec<String>,
    #[arg(long, value_name = "REVISION")]
    since: Option<String>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[arg(long, value_name = "LANG", value_delimiter = ',')]
    language: Vec<Language>,
}

impl Diff {
    pub(super) fn run(&self, terminal: &Terminal) -> Result<Exit, Error> {
        let workspace = terminal.workspace()?;
        let pairs: Vec<&Paths> =
            workspace.select(&self.paths, &self.language)?.into_iter().filter(|paths| paths.translated).collect();
        let mut accepted = 0;
        let mut unrecorded = 0;
        let mut documents = Vec::new();
        match &self.since {
            Some(revision) => documents = since(&workspace, &pairs, revision)?,
            None => {
                for paths in &pairs {
                    let pair = workspace.load(paths)?;
                    accepted += pair.units.accepted.len();
                    let blocks = pair.source.verbatim().len() + pair.target.verbatim().len();
                    unrecorded += usize::from(blocks > 0 && pair.units.lacks_blocks());
                    documents.push(document(paths, accepted_drift(&pair)));
                }
            }
        }
        let mut out = terminal.out();
        match self.format {
            Format::Json => {
                form::json(&drift_as_json(&documents), &mut out)?;
            }
            Format::Human => {
                let ink = if terminal.coloured() { Ink::Colours } else { Ink::Marks };
                for document in &documents {
                    drift_for_people(document, terminal.width(), ink, &terminal.ui, &mut out)?;
                }
                let count = documents.iter().map(|document| document.units.len()).sum::<usize>();
                // Of code that nobody recorded it is not known whether it changed.
                if count > 0 || unrecorded == 0 {
                    writeln!(out, "{}", terminal.ui.diff_sum(count))?;
                }
                if unrecorded > 0 {
                    writeln!(out, "{}", terminal.ui.diff_unrecorded(unrecorded))?;
                }
            }
        }
        out.flush()?;
        if self.since.is_none() && accepted == 0 {
            terminal.note(&terminal.ui.diff_nothing_accepted());
        }
        Ok(Exit::Done)
    }
}

fn document(paths: &Paths, units: Vec<UnitDrift>) -> DocumentDrift {
    DocumentDrift {
        original: paths.original.clone(),
        language: paths.language.to_string(),
        translation: paths.translation.clone(),
        units,
    }
}

/// The units that are not as they were accepted.
fn accepted_drift(pair: &Pair) -> Vec<UnitDrift> {
    let drift = pair.drift();
    let (source, target) = (Side::new(&pair.source), Side::new(&pair.target));
    let changed = |one: &&Standing| !matches!(one.state, State::Fresh { .. });
    let mut told: Vec<(usize, UnitDrift)> = Vec::new();
    for one in drift.standing.iter().chain(&drift.halves).filter(changed) {
        let (source_was, target_was) = one.was(&pair.units);
        let (state, source_changed, target_changed) = match one.state {
            State::Stale => ("stale", true, false),
            State::Edited => ("edited", false, true),
            State::Both | State::Fresh { .. } => ("both", true, true),
        };
        let unit = UnitDrift {
            state,
            source: source.drift(source_was, &one.pin.source, source_changed),
            target: target.drift(target_was, &one.pin.target, target_changed),
        };
        told.push((one.accepted, unit));
    }
    for at in &drift.gone {
        let unit = &pair.units.accepted[*at];
        let side = |texts: &[String]| SideDrift { was: texts.to_vec(), changed: true, ..SideDrift::default() };
        told.push((*at, UnitDrift { state: "gone", source: side(&unit.source), target: side(&unit.target) }));
    }
    told.sort_by_key(|(accepted, _)| *accepted);
    let blocks = block_drift(pair, &pair.blocks(&drift), [&source, &target]);
    told.into_iter().map(|(_, unit)| unit).chain(blocks).collect()
}

/// Code and other verbatim blocks that are not as they were recorded.
fn block_drift(pair: &Pair, blocks: &Blocks, sides: [&Side<'_>; 2]) -> Vec<UnitDrift> {
    let unit = |unit: &BlockUnit| {
        let (state, source_changed, target_changed) = match unit.state {
            BlockState::Unrecorded | BlockState::Accepted(State::Stale) => ("stale", true, false),
            BlockState::Accepted(State::Edited) => ("edited", false, true),
            BlockState::Accepted(State::Both) => ("both", true, true),
            BlockState::Open | BlockState::Accepted(State::Fresh { .. }) => return None,
        };
        let [source_was, target_was] = blocks.was(unit, &pair.units);
        let source = unit.pair.0.map(|at| &blocks.source[at]);
        let target = unit.pair.1.map(|at| &blocks.target[at]);
        Some(UnitDrift {
            state,
            source: sides[0].block(source_was, source, source_changed),
            target: sides[1].block(target_was, target, target_changed),
        })
    };
    blocks.units.iter().filter_map(unit).collect()
}

/// Today's document and its lines.
struct Side<'a> {
    document: &'a Document,
    lines: Lines,
}

impl<'a> Side<'a> {
    fn new(document: &'a Document) -> Side<'a> {
        Side { document, lines: Lines::new(&document.text) }
    }

    fn block(&self, was: Option<&str>, now: Option<&Verbatim>, changed: bool) -> SideDrift {
        let line = |block: &Verbatim| self.lines.position(&self.document.text, block.span.start).line;
        SideDrift {
            was: was.into_iter().map(str::to_owned).collect(),
            now: now.map(|block| block.text.clone()).into_iter().collect(),
            lines: now.map(line).into_iter().collect(),
            changed,
        }
    }

    fn drift(&self, was: Vec<&str>, now: &[usize], changed: bool) -> SideDrift {
        let line = |at: &usize| self.lines.position(&self.document.text, self.document.paragraphs[*at].span.start).line;
        SideDrift {
            was: was.into_iter().map(str::to_owned).collect(),
            now: now.iter().map(|at| self.document.paragraphs[*at].text.clone()).collect(),
            lines: now.iter().map(line).collect(),
            changed,
        }
    }
}

/// What changed since a revision, by today's units.
fn since(workspace: &Workspace, pairs: &[&Paths], revision: &str) -> Result<Vec<DocumentDrift>, Error> {
    let paths: Vec<&str> = pairs.iter().flat_map(|pair| [pair.original.as_str(), pair.translation.as_str()]).collect();
    let mut files = workspace.project.at_revision(revision, &paths)?.into_iter();
    let mut documents = Vec::new();
    for paths in pairs {
        let mut before = |format| match files.next().flatten() {
            Some(bytes) => Document::read(&bytes, format),
            None => Document::default(),
        };
        let (source_was, target_was) = (before(paths.original_format()), before(paths.translation_format()));
        let pair = workspace.load(paths)?;
        let unchanged = source_was.text == pair.source.text && target_was.text == pair.target.text;
        let units = if unchanged { Vec::new() } else { revised(workspace, &pair, &source_was, &target_was) };
        documents.push(document(paths, units));
    }
    Ok(documents)
}

fn revised(workspace: &Workspace, pair: &Pair, source_was: &Document, target_was: &Document) -> Vec<UnitDrift> {
    let (source, target) = (Revised::new(source_was, &pair.source), Revised::new(target_was, &pair.target));
    let mut told = Vec::new();
    for reviewed in workspace.analyse(pair).units {
        let (source, target) = (source.side(&reviewed.unit.source), target.side(&reviewed.unit.target));
        let state = match (source.changed, target.changed) {
            (false, false) => continue,
            _ if source.was.is_empty() && target.was.is_empty() => "new",
            (true, false) => "stale",
            (false, true) => "edited",
            (true, true) => "both",
        };
        told.push(UnitDrift { state, source, target });
    }
    let gone = |was: Vec<String>| SideDrift { was, changed: true, ..SideDrift::default() };
    told.extend(source.removed().into_iter().map(|was| UnitDrift {
        state: "gone",
        source: gone(was),
        target: SideDrift::default(),
    }));
    told.extend(target.removed().into_iter().map(|was| UnitDrift {
        state: "gone",
        source: SideDrift::default(),
        target: gone(was),
    }));
    told
}

/// One document now and then.
struct Revised<'a> {
    was: &'a Document,
    now: Side<'a>,
    /// By today's paragraph, the earlier ones it comes from, and whether its wording changed.
    from: Vec<(Vec<usize>, bool)>,
    removed: Vec<usize>,
}

impl<'a> Revised<'a> {
    fn new(was: &'a Document, now: &'a Document) -> Revised<'a> {
        let texts =
            |document: &'a Document| document.paragraphs.iter().map(|one| one.text.as_str()).collect::<Vec<&str>>();
        let mut from = vec![(Vec::new(), true); now.paragraphs.len()];
        let mut removed = Vec::new();
        for matched in paragraphs(now.format, &texts(was), &texts(now)) {
            let changed = !matches!(matched.fate, Fate::Same | Fate::Cosmetic);
            matched.now.iter().for_each(|at| from[*at] = (matched.was.clone(), changed));
            if matched.fate == Fate::Removed {
                removed.extend(matched.was);
            }
        }
        Revised { was, now: Side::new(now), from, removed }
    }

    fn side(&self, now: &[usize]) -> SideDrift {
        let mut was: Vec<usize> = now.iter().flat_map(|at| self.from[*at].0.iter().copied()).collect();
        was.sort_unstable();
        was.dedup();
        let was = was.into_iter().map(|at| self.was.paragraphs[at].text.as_str()).collect();
        self.now.drift(was, now, now.iter().any(|at| self.from[*at].1))
    }

    fn removed(&self) -> Vec<Vec<String>> {
        self.removed.iter().map(|at| vec![self.was.paragraphs[*at].text.clone()]).collect()
    }
}
