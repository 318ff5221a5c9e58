//! A paragraph's text as Markdown, read back before it is kept.

use std::rc::Rc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::escape::{Around, Care, Place, escape};
use super::runs::{Run, Style, What, tidy};

/// How looks are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looks {
    /// `**`, `*`, `~~`.
    Signs,
    /// Signs where they are read as such, tags where they would be within words or beside other signs.
    Mixed,
    /// `<strong>`, `<em>`, `<del>`.
    Tags,
    /// Not at all, and no links either.
    None,
}

/// Tries, the most readable first.
const TRIES: [(Care, Looks); 6] = [
    (Care::Light, Looks::Signs),
    (Care::Light, Looks::Mixed),
    (Care::Heavy, Looks::Mixed),
    (Care::Light, Looks::Tags),
    (Care::Heavy, Looks::Tags),
    (Care::Heavy, Looks::None),
];

/// The Markdown of tidy runs, and whether looks or links had to be given up.
pub(super) fn write(runs: &[Run], place: Place) -> (String, bool) {
    for (care, looks) in TRIES {
        let text = rendered(runs, place, care, looks);
        if looks == Looks::None || read_back(&text, runs, place).is_some_and(|read| read == runs) {
            return (text, looks == Looks::None);
        }
    }
    (String::new(), true)
}

/// What surrounds a stretch, in a fixed order where nothing else decides.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wrap {
    Link(Rc<str>),
    Strong,
    Emphasis,
    Struck,
    Raised,
    Lowered,
}

fn wraps(run: &Run) -> Vec<Wrap> {
    let style = run.style;
    let looks = [
        (style.strong, Wrap::Strong),
        (style.emphasis, Wrap::Emphasis),
        (style.struck, Wrap::Struck),
        (style.raised, Wrap::Raised),
        (style.lowered, Wrap::Lowered),
    ];
    let link = run.link.iter().map(|link| Wrap::Link(link.clone()));
    link.chain(looks.into_iter().filter(|(there, _)| *there).map(|(_, wrap)| wrap)).collect()
}

fn rendered(runs: &[Run], place: Place, care: Care, looks: Looks) -> String {
    let mut out = String::new();
    let mut open: Vec<(Wrap, Looks)> = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let wanted = if looks == Looks::None { Vec::new() } else { wraps(run) };
        let keep = open.iter().take_while(|(wrap, _)| wanted.contains(wrap)).count();
        let closes = keep < open.len();
        for (wrap, looks) in open.drain(keep..).rev() {
            close(&mut out, &wrap, looks);
        }
        if let Some(address) = bare(run, at, runs, &open).filter(|_| looks != Looks::None) {
            out.extend(["<", address, ">"]);
            continue;
        }
        let is_new = |wrap: &Wrap| open.iter().all(|(other, _)| other != wrap);
        let mut new: Vec<Wrap> = wanted.into_iter().filter(is_new).collect();
        // What goes on longest is outermost.
        let reach = |wrap: &Wrap| runs[at..].iter().take_while(|run| wraps(run).contains(wrap)).count();
        new.sort_by_key(|wrap| std::cmp::Reverse(reach(wrap)));
        for wrap in new {
            let looks = match looks {
                Looks::Mixed if closes || !flanks(runs, at, at + reach(&wrap)) => Looks::Tags,
                Looks::Mixed => Looks::Signs,
                other => other,
            };
            out.push_str(opening(&wrap, looks));
            open.push((wrap, looks));
        }
        let in_link = open.iter().any(|(wrap, _)| matches!(wrap, Wrap::Link(_)));
        // Before a link or the mark of a note an exclamation mark would make a picture of it.
        let bracket = |next: &Run| matches!(next.what, What::Note(_)) || (next.link.is_some() && next.link != run.link);
        let bracket = runs.get(at + 1).is_some_and(bracket);
        what(&mut out, run, Around { place, care, in_link, bracket }, looks);
    }
    while let Some((wrap, looks)) = open.pop() {
        close(&mut out, &wrap, looks);
    }
    out
}

/// Whether signs around some runs are read as such: CommonMark 0.31, 6.2, left- and right-flanking.
fn flanks(runs: &[Run], from: usize, to: usize) -> bool {
    let sign = |c: char| c.is_ascii_punctuation() || !(c.is_alphanumeric() || c.is_whitespace());
    let apart = |c: Option<char>| c.is_none_or(|c| sign(c) || c.is_whitespace());
    let before = from.checked_sub(1).map(|at| last(&runs[at]));
    let after = runs.get(to).map(first);
    (!sign(first(&runs[from])) || apart(before)) && (!sign(last(&runs[to - 1])) || apart(after))
}

/// The first letter of a run as it is written; a sign for everything that is no text.
fn first(run: &Run) -> char {
    edge(run).map_or('`', |text| text.chars().next().unwrap_or(' '))
}

/// The last letter, in the same way.
fn last(run: &Run) -> char {
    edge(run).map_or('`', |text| text.chars().next_back().unwrap_or(' '))
}

fn edge(run: &Run) -> Option<&str> {
    match &run.what {
        What::Text(text) if !run.style.code && run.link.is_none() => Some(text),
        What::Break => Some("\n"),
        _ => None,
    }
}

fn opening(wrap: &Wrap, looks: Looks) -> &'static str {
    match (wrap, looks) {
        (Wrap::Link(_), _) => "[",
        (Wrap::Strong, Looks::Tags) => "<strong>",
        (Wrap::Strong, _) => "**",
        (Wrap::Emphasis, Looks::Tags) => "<em>",
        (Wrap::Emphasis, _) => "*",
        (Wrap::Struck, Looks::Tags) => "<del>",
        (Wrap::Struck, _) => "~~",
        // Markdown has no signs for these.
        (Wrap::Raised, _) => "<sup>",
        (Wrap::Lowered, _) => "<sub>",
    }
}

fn close(out: &mut String, wrap: &Wrap, looks: Looks) {
    match wrap {
        Wrap::Link(address) => out.extend(["](", address, ")"]),
        _ => out.push_str(&opening(wrap, looks).replace('<', "</")),
    }
}

/// The address of a link that shows nothing but itself.
fn bare<'a>(run: &'a Run, at: usize, runs: &[Run], open: &[(Wrap, Looks)]) -> Option<&'a str> {
    let address = run.link.as_deref()?;
    let same = |other: Option<&Run>| other.is_some_and(|other| other.link == run.link);
    let alone = !same(at.checked_sub(1).and_then(|at| runs.get(at))) && !same(runs.get(at + 1));
    let is_address = address.starts_with("http://") || address.starts_with("https://");
    let shown = matches!(&run.what, What::Text(text) if text == address);
    (alone && is_address && shown && run.style == Style::default() && open.is_empty()).then_some(address)
}

fn what(out: &mut String, run: &Run, around: Around, looks: Looks) {
    match &run.what {
        What::Text(text) if run.style.code && looks != Looks::None => code(out, text, around.place),
        What::Text(text) => escape(out, text, around),
        What::Break if around.place == Place::Paragraph => out.push_str("\\\n"),
        What::Break if around.place == Place::Cell => out.push_str("<br>"),
        What::Break => out.push(' '),
        What::Note(number) => out.push_str(&format!("[^{}]", number + 1)),
        What::Image { address, alt } => {
            out.push_str("![");
            escape(out, alt, Around { in_link: true, bracket: false, ..around });
            out.extend(["](", address, ")"]);
        }
    }
}

fn code(out: &mut String, text: &str, place: Place) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(if text.contains('`') { longest + 1 } else { 1 });
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let text = if place == Place::Cell { text.replace('|', "\\|") } else { text.to_owned() };
    out.extend([fence.as_str(), pad, &text, pad, &fence]);
}

/// What a reader of Markdown makes of a text that is in its place; `None` where that is no paragraph of runs.
fn read_back(text: &str, runs: &[Run], place: Place) -> Option<Vec<Run>> {
    let mut document = match place {
        Place::Paragraph => format!("{text}\n"),
        Place::Heading => format!("# {text}\n"),
        Place::Cell => format!("| a | {text} | z |\n|---|---|---|\n"),
    };
    for run in runs {
        if let What::Note(number) = run.what {
            document.push_str(&format!("\n[^{}]: x\n", number + 1));
        }
    }
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    let mut read = Back { runs: Vec::new(), style: Style::default(), link: None };
    let mut events = Parser::new_ext(&document, options);
    match (place, events.next()?) {
        (Place::Paragraph, Event::Start(Tag::Paragraph)) | (Place::Heading, Event::Start(Tag::Heading { .. })) => {}
        (Place::Cell, Event::Start(Tag::Table(_))) => {
            for _ in 0..3 {
                events.next();
            }
            (events.next()? == Event::End(TagEnd::TableCell)).then_some(())?;
            (events.next()? == Event::Start(Tag::TableCell)).then_some(())?;
        }
        _ => return None,
    }
    loop {
        match events.next()? {
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell) => break,
            Event::Start(Tag::Image { dest_url, .. }) => read.image(dest_url.to_string(), &mut events)?,
            event => read.take(event)?,
        }
    }
    // Nothing of the paragraph may be outside of it.
    match (place, events.next()) {
        (Place::Cell, Some(Event::Start(Tag::TableCell))) => {
            let last = (events.next(), events.next(), events.next(), events.next());
            let z = matches!(&last.0, Some(Event::Text(text)) if &**text == "z");
            (z && last.3 == Some(Event::End(TagEnd::Table))).then_some(())?;
        }
        (Place::Cell, _) => return None,
        (_, None | Some(Event::Start(Tag::FootnoteDefinition(_)))) => {}
        _ => return None,
    }
    Some(tidy(read.runs))
}

/// Runs as they are read back.
struct Back {
    runs: Vec<Run>,
    style: Style,
    link: Option<Rc<str>>,
}

impl Back {
    fn push(&mut self, what: What, style: Style) {
        self.runs.push(Run { what, style, link: self.link.clone() });
    }

    fn take(&mut self, event: Event<'_>) -> Option<()> {
        match event {
            Event::Text(text) => self.push(What::Text(text.to_string()), self.style),
            Event::Code(text) => self.push(What::Text(text.to_string()), Style { code: true, ..self.style }),
            Event::HardBreak => self.runs.push(Run::line_break()),
            Event::SoftBreak => self.push(What::Text(" ".to_owned()), self.style),
            Event::FootnoteReference(name) => {
                let number: usize = name.parse().ok()?;
                self.push(What::Note(number.checked_sub(1)?), self.style);
            }
            Event::InlineHtml(tag) => self.tag(&tag)?,
            Event::Start(tag) => self.look(&tag.to_end(), true, Some(&tag))?,
            Event::End(tag) => self.look(&tag, false, None)?,
            _ => return None,
        }
        Some(())
    }

    fn look(&mut self, end: &TagEnd, on: bool, start: Option<&Tag<'_>>) -> Option<()> {
        match end {
            TagEnd::Strong => self.style.strong = on,
            TagEnd::Emphasis => self.style.emphasis = on,
            TagEnd::Strikethrough => self.style.struck = on,
            TagEnd::Link => {
                self.link = match start {
                    Some(Tag::Link { dest_url, .. }) => Some(Rc::from(&**dest_url)),
                    _ => None,
                }
            }
            _ => return None,
        }
        Some(())
    }

    fn tag(&mut self, tag: &str) -> Option<()> {
        let on = !tag.starts_with("</");
        match tag.trim_matches(['<', '/', '>']) {
            "br" => self.runs.push(Run::line_break()),
            "strong" => self.style.strong = on,
            "em" => self.style.emphasis = on,
            "del" => self.style.struck = on,
            "sup" => self.style.raised = on,
            "sub" => self.style.lowered = on,
            _ => return None,
        }
        Some(())
    }

    fn image<'a>(&mut self, address: String, events: &mut impl Iterator<Item = Event<'a>>) -> Option<()> {
        let mut alt = String::new();
        loop {
            match events.next()? {
                Event::End(TagEnd::Image) => break,
                Event::Text(text) => alt.push_str(&text),
                _ => return None,
            }
        }
        self.push(What::Image { address, alt }, self.style);
        Some(())
    }
}
