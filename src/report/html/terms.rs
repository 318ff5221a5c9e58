//! The concordance: every concept with its renderings and how often each is used, conflicts first.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::anchor::Anchors;
use super::frame::{foot, page};
use super::pages::{LIMIT, part_name, parts};
use crate::analysis::Analysis;
use crate::glossary::{Glossary, Occurrence, Status};
use crate::i18n::Messages;
use crate::report::visible;
use crate::text::{Document, Span};
use crate::units::Pair;

/// So many places of a rendering are shown; the others are counted.
const SHOWN: usize = 12;

/// A place of a term in an original, and what its unit has for it.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Index into the glossary's concepts.
    concept: usize,
    language: String,
    /// Index into the concept's terms of the language; `None` where the translation has none of them.
    rendering: Option<usize>,
    place: Shown,
}

/// A place with the words around it on both sides, and the address of its unit.
#[derive(Clone, Debug)]
struct Shown {
    link: String,
    source: Excerpt,
    target: Option<Excerpt>,
}

/// Words before a place, in it and behind it.
type Excerpt = [String; 3];

/// The mentions of a pair whose page is `page`, from the report's folder.
pub fn mentions(pair: &Pair, analysis: &Analysis, page: &str) -> Vec<Mention> {
    let mut anchors = Anchors::default();
    let mut found = Vec::new();
    for analysed in &analysis.units {
        let anchor = anchors.next(pair, analysed);
        let unit = &analysed.unit;
        let targets = of(&analysis.target_terms, &unit.target);
        if unit.target.is_empty() {
            continue;
        }
        for (at, occurrence) in of(&analysis.source_terms, &unit.source) {
            let answer = targets.iter().find(|(_, other)| other.concept == occurrence.concept);
            found.push(Mention {
                concept: occurrence.concept,
                language: pair.target_language.to_string(),
                rendering: answer.map(|(_, other)| other.term),
                place: Shown {
                    link: format!("{page}#{}", anchor.id()),
                    source: excerpt(&pair.source, at, occurrence.span),
                    target: answer.map(|(at, other)| excerpt(&pair.target, *at, other.span)),
                },
            });
        }
    }
    found
}

fn of<'a>(terms: &'a [Vec<Occurrence>], paragraphs: &[usize]) -> Vec<(usize, &'a Occurrence)> {
    paragraphs.iter().flat_map(|at| terms.get(*at).into_iter().flatten().map(|found| (*at, found))).collect()
}

fn excerpt(document: &Document, paragraph: usize, span: Span) -> Excerpt {
    const BESIDE: usize = 40;
    let text = &document.paragraphs[paragraph].text;
    let before: Vec<char> = text[..span.start].chars().rev().take(BESIDE).collect();
    let after: String = text[span.end..].chars().take(BESIDE).collect();
    let before: String = before.into_iter().rev().collect();
    [before, text[span.range()].to_owned(), after].map(|part| visible(&part.replace(['\n', '\t'], " ")).into_owned())
}

/// By rendering, how often it is used, and some places; `None` for none of the glossary's terms.
type Renderings = BTreeMap<Option<usize>, (usize, Vec<Shown>)>;

/// The mentions of all pairs, by concept, language and rendering.
#[derive(Debug, Default)]
pub struct Concordance {
    renderings: BTreeMap<(usize, String), Renderings>,
}

impl Concordance {
    /// Adds the mentions of a pair.
    pub fn add(&mut self, mentions: Vec<Mention>) {
        for mention in mentions {
            let of_concept = self.renderings.entry((mention.concept, mention.language)).or_default();
            let (count, shown) = of_concept.entry(mention.rendering).or_default();
            *count += 1;
            if shown.len() < SHOWN {
                shown.push(mention.place);
            }
        }
    }

    /// Whether no term of the glossary occurs.
    pub fn is_empty(&self) -> bool {
        self.renderings.is_empty()
    }
}

/// What is shown of a concept in one language.
struct Section<'a> {
    name: &'a str,
    term: String,
    language: &'a str,
    rows: Vec<Rendering<'a>>,
    conflict: usize,
}

struct Rendering<'a> {
    /// `None` for no rendering.
    text: Option<&'a str>,
    status: Status,
    count: usize,
    places: &'a [Shown],
}

/// The concordance in parts.
pub fn terms_pages(concordance: &Concordance, glossary: &Glossary, source: &str, ui: &Messages) -> Vec<String> {
    let mut sections: Vec<Section<'_>> = concordance
        .renderings
        .iter()
        .filter_map(|((concept, language), renderings)| section(glossary, source, *concept, language, renderings))
        .collect();
    sections.sort_by(|one, other| {
        other.conflict.cmp(&one.conflict).then_with(|| (one.name, one.language).cmp(&(other.name, other.language)))
    });
    let conflicts = sections.iter().filter(|section| section.conflict > 0).count();
    let written: Vec<Markup> = sections.iter().map(|section| section.written(ui)).collect();
    let parts = parts(written.iter().map(|section| section.0.len()), LIMIT - 100_000);
    let part = |at: usize| {
        let content = html! {
            header {
                nav { a href="index.html" { (ui.page_index()) } }
                h1 { (ui.page_terms()) }
                p class="figures" { (ui.page_conflicts(sections.len(), conflicts)) }
                @if parts.len() > 1 {
                    nav class="pager" aria-label=(ui.page_parts()) {
                        @for other in 0..parts.len() {
                            @if other == at { b aria-current="page" { (other + 1) } }
                            @else { a href=(part_name("terms.html", other)) { (other + 1) } }
                            " "
                        }
                    }
                }
            }
            main id="content" tabindex="-1" { @for section in &written[parts[at].clone()] { (section) } }
            (foot(ui, false))
        };
        page(ui, "terms", &ui.page_terms(), &content)
    };
    (0..parts.len()).map(part).collect()
}

fn section<'a>(
    glossary: &'a Glossary,
    source: &str,
    concept: usize,
    language: &'a str,
    renderings: &'a Renderings,
) -> Option<Section<'a>> {
    let concept = glossary.concepts.get(concept)?;
    let terms = concept.terms_in(&language.parse().ok()?)?;
    let own = concept.terms_in(&source.parse().ok()?);
    let mut rows: Vec<Rendering<'a>> = Vec::new();
    for (rendering, (count, places)) in renderings {
        let term = rendering.and_then(|at| terms.terms.get(at));
        let status = term.map_or(Status::Deprecated, |term| term.status);
        rows.push(Rendering { text: term.map(|term| term.text.as_str()), status, count: *count, places });
    }
    rows.sort_by(|one, other| other.count.cmp(&one.count).then(one.text.cmp(&other.text)));
    // Every rendering but the most frequent good one needs a look.
    let usual = rows.iter().filter(|row| row.status != Status::Deprecated).map(|row| row.count).max().unwrap_or(0);
    let conflict = rows.iter().map(|row| row.count).sum::<usize>() - usual;
    let term = own.and_then(|terms| terms.preferred()).map_or_else(String::new, |term| term.text.clone());
    Some(Section { name: &concept.id, term, language, rows, conflict })
}

impl Section<'_> {
    fn written(&self, ui: &Messages) -> Markup {
        html! {
            section class={ "concept" @if self.conflict > 0 { " conflict" } } {
                h2 {
                    bdi { (visible(&self.term)) } " → " (self.language) " "
                    small { (visible(self.name)) }
                }
                @for row in &self.rows { (row.written(self.language, ui)) }
            }
        }
    }
}

impl Rendering<'_> {
    fn written(&self, language: &str, ui: &Messages) -> Markup {
        let said = match (self.text, self.status) {
            (None, _) => ui.glossary_no_rendering(),
            (Some(text), status) => ui.terms_of(status, &visible(text)),
        };
        html! {
            details class=(if self.status == Status::Deprecated { "deprecated" } else { "good" }) {
                summary { bdi { (said) } " " b class="count" { (self.count) } }
                ol {
                    @for place in self.places {
                        li {
                            a href=(place.link) { (excerpt_of(&place.source)) }
                            @if let Some(target) = &place.target {
                                p lang=(language) dir="auto" { (excerpt_of(target)) }
                            }
                        }
                    }
                }
                @if self.count > self.places.len() { p { (ui.page_more(self.count - self.places.len())) } }
            }
        }
    }
}

fn excerpt_of([before, at, after]: &Excerpt) -> Markup {
    html! { "…" (before) b { (at) } (after) "…" }
}
