//! A review of any pair answers, with findings that stand inside the texts, the same every time; its safe fixes are
//! made in place and its report is written in every format.

use tolmach::analysis::{
    Analysis, Diagnostic, Majority, ProjectIndex, Resources, Settings, analyse_with, project_findings, summarise,
    with_project_findings,
};
use tolmach::edit::TextEdit;
use tolmach::glossary::{Glossary, Index};
use tolmach::i18n::{Locale, Messages};
use tolmach::report::{self, Report};
use tolmach::rules::{Place, RULES, Severity};
use tolmach::text::{Document, Format, Layout, Paragraph};
use tolmach::units::{Pair, Units};
use tolmach::workspace::{Fixes, fixes};

use super::{languages, parts};

/// Input: languages and `plain` for plain text, source, target, glossary file, units file.
pub fn hold(bytes: &[u8]) {
    let [line, source, target, glossary, units] = parts(bytes);
    let [line, glossary, units] = [line, glossary, units].map(|part| String::from_utf8_lossy(part).into_owned());
    let (from, to) = languages(&line);
    let format = if line.contains("plain") { Format::Plain(Layout::Auto) } else { Format::Markdown };
    let (source, target) = (Document::read(source, format), Document::read(target, format));
    let glossary = Glossary::read(&[("g.toml".to_owned(), glossary)]).0;
    let units = Units::read(&units).unwrap_or_default();
    let indices = (Index::new(&glossary, &from), Index::new(&glossary, &to));
    let lexicon = super::lexicon(&from, &to);
    let settings =
        Settings { severities: RULES.iter().map(|rule| (rule.id, Severity::Warning)).collect(), ..Settings::default() };
    let resources = Resources {
        glossary: &glossary,
        source_index: &indices.0,
        target_index: &indices.1,
        lexicon: &|| &lexicon,
        settings: &settings,
        pages: &tolmach::rules::NoPages,
    };
    let mut pair = Pair::of(source, target, (from, to), units);
    pair.paths.original = "originals/a.md".to_owned();
    pair.paths.translation = "translations/en/a.md".to_owned();
    let review = analyse_with(&pair, &resources, &|_| true, &|_| Vec::new());
    stands(&pair, &review);
    let again = analyse_with(&pair, &resources, &|_| true, &|_| Vec::new());
    assert!(again.findings == review.findings && again.units == review.units);
    let summarise = summarise(&pair, &review, &|word| word.chars().take(5).collect());
    let mut across = ProjectIndex::default();
    across.set(0, &summarise);
    across.set(1, &summarise);
    let suspects = across.inconsistencies().remove(&0).unwrap_or_default();
    let shown =
        |usual: &Majority| Some((usual.pair.to_string(), usual.excerpt(&summarise).expect("a unit of the pair")));
    let with_across = analyse_with(&pair, &resources, &|_| true, &|_| project_findings(&suspects, &summarise, &shown));
    stands(&pair, &with_across);
    let added =
        with_project_findings(&pair, review.clone(), &settings, project_findings(&suspects, &summarise, &shown));
    assert!(added.findings == with_across.findings, "added later, the findings are the same");
    fixed(&pair, &with_across);
    reported(&pair, &with_across);
}

/// Findings stand in paragraphs that are there, on the boundaries of letters.
fn stands(pair: &Pair, review: &Analysis) {
    let inside = |document: &Document, place: &Place| {
        if *place == Place::in_file(place.span) {
            // A verbatim block is in no paragraph: its place is one in the file.
            assert!(document.text.get(place.span.range()).is_some(), "{place:?}");
            return;
        }
        let paragraph = document.paragraphs.get(place.paragraph).expect("a paragraph");
        assert!(paragraph.text.get(place.span.range()).is_some(), "{place:?} in {:?}", paragraph.text);
        assert!(document.text.get(paragraph.in_file(place.span).range()).is_some(), "{place:?}");
    };
    for Diagnostic { finding, unit, fingerprint, .. } in &review.findings {
        finding.source.iter().for_each(|place| inside(&pair.source, place));
        finding.target.iter().for_each(|place| inside(&pair.target, place));
        if let Some(fix) = &finding.fix {
            inside(&pair.target, &fix.place);
        }
        assert!(unit.is_none_or(|unit| unit < review.units.len()));
        assert!(fingerprint.len() == 16 && fingerprint.bytes().all(|digit| digit.is_ascii_hexdigit()));
    }
    let mut fingerprints: Vec<&str> = review.findings.iter().map(|judged| judged.fingerprint.as_str()).collect();
    fingerprints.sort_unstable();
    assert!(fingerprints.windows(2).all(|pair| pair[0] != pair[1]), "two findings have one fingerprint");
}

/// Safe fixes come in order, none over another, and leave all else as it is.
fn fixed(pair: &Pair, review: &Analysis) {
    let edits = fixes(pair, review, Fixes::Safe);
    let text = pair.target.text.as_str();
    let mut end = 0;
    for edit in edits.as_slice() {
        assert!(edit.bytes.start >= end && text.get(edit.bytes.range()).is_some(), "{edits:?}");
        end = edit.bytes.end;
    }
    let made = String::from_utf8(edits.apply(text.as_bytes()).expect("edits are within the text"))
        .expect("edits are made between letters");
    let added: usize = edits.as_slice().iter().map(|edit| edit.text.len()).sum();
    let removed: usize = edits.as_slice().iter().map(|edit| edit.bytes.len()).sum();
    assert_eq!(made.len(), text.len() + added - removed);
    alone(&pair.target, edits.as_slice(), &made);
}

/// Fixes change the wording of their own paragraphs and nothing else: kinds, verbatim blocks, marks and all other
/// paragraphs are as they were.
fn alone(before: &Document, edits: &[TextEdit], made: &str) {
    if edits.is_empty() {
        return;
    }
    let after = Document::read(made.as_bytes(), before.format);
    let kinds = |document: &Document| document.paragraphs.iter().map(|one| one.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&after), kinds(before), "{edits:?}");
    let blocks = |document: &Document| -> Vec<String> {
        document.blocks.iter().map(|block| document.text[block.span.range()].to_owned()).collect()
    };
    assert_eq!(blocks(&after), blocks(before), "{edits:?}");
    for (one, other) in before.paragraphs.iter().zip(&after.paragraphs) {
        let marks = |paragraph: &Paragraph| {
            let marked = paragraph.marks.iter();
            marked.map(|mark| paragraph.text[mark.span.range()].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(marks(other), marks(one), "{edits:?}");
        let touched = |edit: &TextEdit| edit.bytes.start <= one.span.end && one.span.start <= edit.bytes.end;
        assert!(other.text == one.text || edits.iter().any(touched), "{:?} became {:?}", one.text, other.text);
    }
}

/// The report is written in every format; those that are JSON read as such.
fn reported(pair: &Pair, review: &Analysis) {
    let ui = Messages::new(Locale::English);
    let document = report::document(pair, review, &ui);
    let mut report = Report::default();
    report.push(document.clone());
    let kept: Vec<_> = report.documents().collect::<Result<_, _>>().expect("readable");
    assert_eq!(format!("{kept:?}"), format!("{:?}", [document]));
    report.sum_up().expect("readable");
    let written = |write: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut bytes = Vec::new();
        write(&mut bytes).expect("written to memory");
        String::from_utf8(bytes).expect("reports are UTF-8")
    };
    let parsed = |text: String| {
        let _: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    };
    parsed(written(&|out| report::json(&report, out)));
    parsed(written(&|out| report::sarif(&report, &ui, out)));
    parsed(written(&|out| report::gitlab(&report, out)));
    written(&|out| report::junit(&report, None, &ui, out));
    written(&|out| report::github(&report, &ui, out));
}
