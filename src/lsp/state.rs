//! What the server knows: the editor, the open texts and their projects, and what it told the editor last.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gen_lsp_types::json_rpc::Id;
use gen_lsp_types::{
    CodeActionParams, CodeActionResponse, CompletionList, Diagnostic, DiagnosticRefreshRequest, DiagnosticSeverity,
    Hover, PublishDiagnosticsNotification, PublishDiagnosticsParams, TextDocumentPositionParams, Uri,
};

use super::actions::{self, ActionRequest};
use super::client::Client;
use super::commands::Argument;
use super::completion;
use super::diagnostics::{self, Unchecked};
use super::documents::Documents;
use super::failure::Failure;
use super::options::Options;
use super::place::{Place, reads};
use super::projects::{self, Projects, State as Opened};
use super::transport::Outbox;
use super::uri;
use super::view::{Side, View};
use super::{hover, recall};
use crate::i18n::Messages;
use crate::lang::Language;
use crate::memory::Memory;
use crate::workspace::{Analyses, PairAnalysis};

/// What the server knows.
pub(super) struct State {
    pub client: Client,
    pub ui: Messages,
    pub documents: Documents,
    pub projects: Projects,
    pub out: Outbox,
    pub options: Options,
    /// The open texts that are to be checked, the next one first.
    pub to_check: VecDeque<Uri>,
    /// What was asked of the user, by the id of the request.
    pub questions: BTreeMap<i64, Argument>,
    next_id: i64,
    /// The diagnostics that the editor has, by URI.
    told: BTreeMap<String, (Option<i32>, Vec<Diagnostic>)>,
    /// What keeps files that are not open from being read, by the open text that needs them.
    strays: BTreeMap<String, Vec<(Uri, Failure)>>,
    /// Whether the editor is to ask for diagnostics again.
    refresh: bool,
}

impl State {
    pub(super) fn new(options: Options, out: Outbox) -> State {
        State {
            client: Client::default(),
            ui: Messages::new(options.locale.unwrap_or(options.fallback)),
            documents: Documents::default(),
            projects: Projects::new(options.describe),
            out,
            options,
            to_check: VecDeque::new(),
            questions: BTreeMap::new(),
            next_id: 0,
            told: BTreeMap::new(),
            strays: BTreeMap::new(),
            refresh: false,
        }
    }

    /// Whether the editor asks for diagnostics and can be told to ask again; else they are sent to it.
    pub(super) fn is_asked(&self) -> bool {
        self.client.pulls && self.client.refreshes[2]
    }

    /// An id for a request to the editor.
    pub(super) fn id(&mut self) -> i64 {
        self.next_id += 1;
        self.next_id
    }

    /// The project of a file, and its path there.
    pub(super) fn located(&self, uri: &Uri) -> Option<(PathBuf, String)> {
        match self.documents.get(uri) {
            Some(open) => open.place.clone(),
            None => projects::locate(&uri::path(uri)?),
        }
    }

    /// Answers from the pairs of a file.
    pub(super) fn in_file<T>(
        &mut self,
        uri: &Uri,
        answer: impl FnOnce(&View<'_>, Vec<(Side, Arc<PairAnalysis>)>) -> T,
    ) -> Option<T> {
        self.answered(uri, reads, |_| None, |view, reads, _| answer(view, reads))
    }

    /// Answers from the places of a position.
    pub(super) fn at<T>(
        &mut self,
        place: &TextDocumentPositionParams,
        answer: impl FnOnce(&View<'_>, Vec<Place>) -> T,
    ) -> Option<T> {
        self.remembering(place, |_| None, |view, places, _| answer(view, places))
    }

    /// Answers from the places of a position, and for each from the memory of the language that `language` names.
    fn remembering<T>(
        &mut self,
        place: &TextDocumentPositionParams,
        language: impl Fn(&Place) -> Option<&Language>,
        answer: impl FnOnce(&View<'_>, Vec<Place>, &[Option<Arc<Memory>>]) -> T,
    ) -> Option<T> {
        let (position, encoding) = (place.position, self.client.encoding);
        let places = |analyses: &mut Analyses, inside: &str| Place::all(analyses, inside, position, encoding);
        self.answered(&place.text_document.uri, places, language, answer)
    }

    /// Answers from what a file's project has of it, and for each of these from the memory of the language that
    /// `language` names.
    fn answered<Q, T>(
        &mut self,
        uri: &Uri,
        of_file: impl FnOnce(&mut Analyses, &str) -> Vec<Q>,
        language: impl Fn(&Q) -> Option<&Language>,
        answer: impl FnOnce(&View<'_>, Vec<Q>, &[Option<Arc<Memory>>]) -> T,
    ) -> Option<T> {
        let (root, inside) = self.located(uri)?;
        self.projects.read_outdated(&self.ui);
        let project = self.projects.at(&root, &self.ui);
        let all = of_file(project.analyses()?, &inside);
        let memories: Vec<_> =
            all.iter().map(|one| language(one).and_then(|language| project.memory(language))).collect();
        let workspace = project.analyses()?.workspace();
        let view = view(&root, workspace, &self.client, &self.ui, &self.documents);
        Some(answer(&view, all, &memories))
    }

    /// Answers from every project that can be checked.
    pub(super) fn in_projects<T>(&mut self, answer: impl Fn(&View<'_>) -> Vec<T>) -> Vec<T> {
        self.projects.read_outdated(&self.ui);
        let mut all = Vec::new();
        for project in self.projects.iter_mut() {
            let root = project.root.clone();
            let Some(analyses) = project.analyses() else { continue };
            all.extend(answer(&view(&root, analyses.workspace(), &self.client, &self.ui, &self.documents)));
        }
        all
    }

    /// What may be written at a place.
    pub(super) fn complete(&mut self, place: &TextDocumentPositionParams) -> Option<CompletionList> {
        let in_gap = |place: &Place| completion::gap(place).is_some();
        self.remembering(
            place,
            |place| in_gap(place).then_some(&place.read.pair.target_language),
            |view, places, memories| {
                completion::complete(view, places.first()?, memories.first().and_then(Option::as_deref))
            },
        )
        .flatten()
    }

    /// What is shown beside a paragraph; with what the memory has for it where nobody accepted a translation.
    pub(super) fn hover(&mut self, place: &TextDocumentPositionParams) -> Option<Hover> {
        let helps = |place: &Place| place.unit.is_some_and(|unit| recall::helps(&place.read, unit));
        self.remembering(
            place,
            |place| helps(place).then_some(&place.read.pair.target_language),
            |view, places, memories| hover::hover(view, &places, memories),
        )
        .flatten()
    }

    /// What can be done in a range of a text.
    pub(super) fn actions(&mut self, params: &CodeActionParams) -> Option<Vec<CodeActionResponse>> {
        let CodeActionParams { text_document, range, context, .. } = params;
        let (uri, encoding) = (&text_document.uri, self.client.encoding);
        let asks = |(side, read): &(Side, Arc<PairAnalysis>)| recall::asks(read, *side, range.start, encoding);
        self.answered(
            uri,
            reads,
            |of| asks(of).then_some(&of.1.pair.target_language),
            |view, reads, memories| {
                let of_pair = |((side, read), memory): (&(Side, Arc<PairAnalysis>), &Option<Arc<Memory>>)| {
                    let memory = memory.as_deref();
                    actions::actions(view, &ActionRequest { uri, read, side: *side, range: *range, context, memory })
                };
                reads.iter().zip(memories).flat_map(of_pair).collect()
            },
        )
    }

    /// A text of the editor is, or is no longer, what counts of a file.
    pub(super) fn overlay(&mut self, root: &Path, inside: &str) {
        let project = self.projects.at(root, &self.ui);
        // The editor's text counts whatever its version was before.
        project.files.close(inside);
        if let Some(open) = self.documents.at(root, inside) {
            project.files.set(inside, open.version, open.text.clone());
        }
        project.touch(inside);
    }

    /// The open texts of a project are to be checked, this one first.
    pub(super) fn schedule(&mut self, root: &Path, first: Option<&Uri>) {
        let ours = self.documents.iter().filter(|open| open.place.as_ref().is_some_and(|(at, _)| at == root));
        let mut all: Vec<Uri> = ours.map(|open| open.uri.clone()).collect();
        all.sort_by_key(|uri| Some(uri) != first);
        all.retain(|uri| !self.to_check.contains(uri));
        self.to_check.extend(all);
    }

    /// Checks an open text and sends the editor what is found.
    pub(super) fn check(&mut self, uri: &Uri) {
        self.projects.read_outdated(&self.ui);
        let Some(version) = self.documents.get(uri).map(|open| open.version) else { return };
        let (found, strays) = self.found(uri);
        self.strays.insert(uri.0.clone(), strays);
        match self.is_asked() {
            true => {
                let known = self.told.get(&uri.0);
                // What was never asked for needs no second question.
                self.refresh |= known.is_some_and(|(_, known)| *known != found);
            }
            false => self.tell(uri, Some(version), found),
        }
    }

    /// What is found in a file, for an editor that asks; with a name for it that is the same while it is the same.
    pub(super) fn asked(&mut self, uri: &Uri) -> (String, Vec<Diagnostic>) {
        self.projects.read_outdated(&self.ui);
        let found = self.found(uri).0;
        let mut hasher = rustc_hash::FxHasher::default();
        serde_json::to_string(&found).unwrap_or_default().hash(&mut hasher);
        self.told.insert(uri.0.clone(), (None, found.clone()));
        (format!("{:016x}", hasher.finish()), found)
    }

    /// Nothing more is said of a text that was closed.
    pub(super) fn forget(&mut self, uri: &Uri) {
        self.strays.remove(&uri.0);
        self.to_check.retain(|waiting| waiting != uri);
        if self.told.remove(&uri.0).is_some_and(|(_, known)| !known.is_empty()) && !self.is_asked() {
            let params = PublishDiagnosticsParams { uri: uri.clone(), version: None, diagnostics: Vec::new() };
            self.out.notify::<PublishDiagnosticsNotification>(params);
        }
    }

    /// When all open texts are checked: reports files that are not open and cannot be read, and asks an editor that
    /// asks for diagnostics to ask again.
    pub(super) fn finish(&mut self) {
        if std::mem::take(&mut self.refresh) {
            let id = self.id();
            self.out.ask::<DiagnosticRefreshRequest>(Id::Number(id), ());
        }
        let mut wanted: BTreeMap<String, Vec<Diagnostic>> = BTreeMap::new();
        for (uri, failure) in self.strays.values().flatten() {
            let here = wanted.entry(uri.0.clone()).or_default();
            let diagnostic = diagnostics::of_failure(failure, DiagnosticSeverity::Error);
            if !here.contains(&diagnostic) {
                here.push(diagnostic);
            }
        }
        let open: BTreeSet<&String> = self.documents.iter().map(|open| &open.uri.0).collect();
        wanted.retain(|uri, _| !open.contains(uri));
        let gone: Vec<String> =
            self.told.keys().filter(|uri| !open.contains(uri) && !wanted.contains_key(*uri)).cloned().collect();
        for uri in gone {
            self.tell(&Uri(uri.clone()), None, Vec::new());
            self.told.remove(&uri);
        }
        for (uri, found) in wanted {
            self.tell(&Uri(uri), None, found);
        }
    }

    fn tell(&mut self, uri: &Uri, version: Option<i32>, found: Vec<Diagnostic>) {
        let now = (version, found);
        if self.told.get(&uri.0) == Some(&now) {
            return;
        }
        let (version, diagnostics) = now.clone();
        self.told.insert(uri.0.clone(), now);
        let params = PublishDiagnosticsParams { uri: uri.clone(), version, diagnostics };
        self.out.notify::<PublishDiagnosticsNotification>(params);
    }

    /// The diagnostics of a file, and what keeps other files from being read that it needs.
    fn found(&mut self, uri: &Uri) -> (Vec<Diagnostic>, Vec<(Uri, Failure)>) {
        let Some((root, inside)) = self.located(uri) else { return Default::default() };
        let describe = self.options.describe;
        let project = self.projects.at(&root, &self.ui);
        let mut failures: Vec<Failure> = Vec::new();
        let mut found = Vec::new();
        match &mut project.state {
            Opened::Broken(all) => failures.clone_from(all),
            Opened::Open(analyses) => {
                let mut read = Vec::new();
                for at in analyses.of_file(&inside) {
                    match analyses.analysis(at) {
                        Ok(one) => read.push(one),
                        Err(error) => failures.extend(describe(error.into(), &self.ui)),
                    }
                }
                let view = view(&root, analyses.workspace(), &self.client, &self.ui, &self.documents);
                for one in &read {
                    let side = Side::of(&one.pair, &inside);
                    found.extend(side.into_iter().flat_map(|side| diagnostics::of_pair(&view, one, side)));
                }
                if inside.ends_with(".toml") {
                    let here = analyses.glossary().iter().filter(|one| one.pair.paths.original == inside);
                    found.extend(here.flat_map(|one| diagnostics::of_pair(&view, one, Side::Target)));
                }
                let orphans = analyses
                    .workspace()
                    .absences(&[], &[], None)
                    .into_iter()
                    .flat_map(|error| describe(error.into(), &self.ui));
                failures.extend(orphans.filter(|failure| failure.path.as_ref() == Some(&inside)));
            }
        }
        let remarks = project.remarks.iter().filter(|remark| remark.path.as_ref() == Some(&inside));
        found.extend(remarks.map(|remark| diagnostics::of_failure(remark, DiagnosticSeverity::Warning)));
        let (here, elsewhere): (Vec<Failure>, Vec<Failure>) =
            failures.into_iter().partition(|failure| failure.path.as_ref() == Some(&inside));
        found.extend(here.iter().map(|failure| diagnostics::of_failure(failure, DiagnosticSeverity::Error)));
        let documents = &self.documents;
        let name = |path: &str| match documents.at(&root, path) {
            Some(open) => open.uri.clone(),
            None => uri::of(&root.join(path)),
        };
        if !elsewhere.is_empty() {
            found.push(diagnostics::of_broken(&Unchecked { ui: &self.ui, uri: &name }, &elsewhere));
        }
        let strays = elsewhere.into_iter().filter_map(|failure| Some((name(failure.path.as_deref()?), failure)));
        (found, strays.collect())
    }
}

fn view<'a>(
    root: &'a Path,
    workspace: &'a crate::workspace::Workspace,
    client: &'a Client,
    ui: &'a Messages,
    documents: &'a Documents,
) -> View<'a> {
    View { workspace, root, client, ui, documents }
}
