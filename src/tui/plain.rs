//! The walk as questions and answers on lines, for pipes and screen readers.

use std::io::{self, BufRead, Write};

use super::lines::{Marked, Palette};
use super::offer::offers;
use super::page::{self, Pen};
use super::terminal;
use crate::edit::TextEdit;
use crate::i18n::Notice;
use crate::report::visible;
use crate::session::{
    Action, Command, Decision, Form, KEYS, Key, Note, ReviewState, Session, Way, command, fixes, parse_pair,
};

/// Walks until the answers end or one of them is to quit.
///
/// # Errors
///
/// Where reading an answer or writing a question fails.
pub fn walk(session: &mut Session, answers: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<()> {
    let mut verbosity = Verbosity { answers, out };
    verbosity.write_line(&session.ui.review_plain_hello(session.stage.walk.entries().len()))?;
    let mut shown = None;
    loop {
        session.look();
        verbosity.note(session)?;
        let here = session
            .stage
            .walk
            .here()
            .map(|(sheet, judged)| (sheet.pair.paths.translation.clone(), judged.fingerprint.clone()));
        if here != shown || shown.is_none() {
            verbosity.show(session)?;
            shown = here;
        }
        let Some(answer) = verbosity.ask(&short(session))? else { break };
        match carry_out(session, &answer, &mut verbosity)? {
            Next::On => {}
            Next::Show => shown = None,
            Next::Quit => break,
        }
    }
    let done = session.done();
    verbosity.write_line(&session.ui.review_plain_bye(done))
}

/// What comes after an answer.
enum Next {
    On,
    /// The finding is shown again.
    Show,
    Quit,
}

struct Verbosity<'a> {
    answers: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
}

impl Verbosity<'_> {
    fn write_line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", visible(text).trim_end())
    }

    /// Asks and waits; `None` where the answers have ended.
    fn ask(&mut self, question: &str) -> io::Result<Option<String>> {
        write!(self.out, "{} ", visible(question))?;
        self.out.flush()?;
        let mut answer = Vec::new();
        if self.answers.read_until(b'\n', &mut answer)? == 0 {
            writeln!(self.out)?;
            return Ok(None);
        }
        writeln!(self.out)?;
        Ok(Some(String::from_utf8_lossy(&answer).trim().to_owned()))
    }

    fn note(&mut self, session: &mut Session) -> io::Result<()> {
        match std::mem::take(&mut session.stage.note) {
            Note::Nothing => Ok(()),
            Note::Notice(notice) => self.write_line(&session.ui.notice(notice)),
            Note::Said(said) => self.write_line(&said),
        }
    }

    fn show(&mut self, session: &Session) -> io::Result<()> {
        let ui = &session.ui;
        let walk = &session.stage.walk;
        let Some((sheet, judged)) = walk.here() else { return self.write_line(&ui.review_empty()) };
        let position = ui.review_position(walk.at() + 1, walk.entries().len());
        self.write_line("")?;
        self.write_line(&position)?;
        let pen = Pen {
            ui,
            glossary: session.glossary(),
            source_language: &session.project().config.source_language,
            palette: Palette::Plain,
            width: usize::MAX / 4,
        };
        for line in page::spoken(sheet, judged, pen) {
            self.write_line(&line)?;
        }
        Ok(())
    }

    /// Asks whether to do it, for one or for all that are alike; the places it is done to.
    fn sure(&mut self, session: &Session, decision: Option<Decision>) -> io::Result<Option<Vec<usize>>> {
        let stage = &session.stage;
        let ui = &session.ui;
        let here = stage.walk.at();
        let alike = stage.walk.alike(here);
        let shown = if alike.len() > 1 { alike.clone() } else { vec![here] };
        for at in shown {
            let mark = if at == here { "▸ " } else { "  " };
            if let Some(line) = preview(stage, at, decision) {
                self.write_line(&format!("{mark}{line}"))?;
            }
        }
        let question = match alike.len() {
            0 | 1 => ui.review_plain_sure(),
            count => ui.review_plain_sure_all(count),
        };
        let answer = self.ask(&question)?.unwrap_or_default().to_lowercase();
        Ok(match answer.as_str() {
            "y" | "yes" | "д" | "да" => Some(vec![here]),
            "all" | "все" | "всё" => Some(alike),
            _ => None,
        })
    }
}

/// Where something is done, and what.
fn preview(stage: &ReviewState, at: usize, decision: Option<Decision>) -> Option<String> {
    let (sheet, judged) = stage.walk.entry(at)?;
    let (path, line) = sheet.place(judged);
    let place = format!("{path}:{line}");
    let finding = stage.walk.entries()[at].finding;
    Some(match decision {
        Some(Decision::Fix) => {
            let fixes = fixes(sheet, &[finding]);
            let TextEdit { bytes, text } = fixes.as_slice().first()?;
            let new = String::from_utf8_lossy(text);
            format!("{place}  [-{}-]{{+{new}+}}", &sheet.pair.target.text[bytes.range()])
        }
        _ => {
            let texts = judged.unit.map(|unit| sheet.texts(&sheet.pin(unit))).unwrap_or_default();
            let text = texts.1.first().or(texts.0.first()).cloned().unwrap_or_default();
            format!("{place}  {}", Marked::new(&text, super::lines::Look::Plain).text())
        }
    })
}

/// The keys in short, as a question.
fn short(session: &Session) -> String {
    let undo = session.last_done().is_some();
    let keys = KEYS.iter().filter(|(_, act, _)| {
        matches!(
            act,
            Command::Fix
                | Command::Edit
                | Command::Accept
                | Command::Waive
                | Command::Glossary
                | Command::Pair
                | Command::Skip
                | Command::Help
                | Command::Quit
        ) || (undo && *act == Command::Undo)
    });
    let said: Vec<String> = keys.map(|(key, _, help)| format!("{key} {}", session.ui.short_key(*help))).collect();
    format!("{}:", said.join(", "))
}

fn carry_out(session: &mut Session, answer: &str, verbosity: &mut Verbosity<'_>) -> io::Result<Next> {
    let mut letters = answer.chars();
    let Some(first) = letters.next() else { return Ok(Next::On) };
    let rest = letters.as_str().trim();
    let Some(command) = command(Key::Char(first)) else {
        session.stage.note = Note::Notice(Notice::UnknownKey);
        return Ok(Next::On);
    };
    let order = match command {
        Command::Quit => return Ok(Next::Quit),
        Command::Help => {
            for (key, _, help) in KEYS {
                verbosity.write_line(&format!("{key}  {}", session.ui.key(*help)))?;
            }
            verbosity.write_line(&session.ui.review_plain_help())?;
            return Ok(Next::On);
        }
        Command::Undo => Some(Action::Undo),
        Command::Search => {
            if !session.stage.walk.search(rest, Way::Next) {
                session.stage.note = Note::Notice(Notice::NotFound);
            }
            return Ok(Next::Show);
        }
        Command::Edit => {
            let mut failed = None;
            session.edited(|project, path, line| failed = terminal::editor(project, path, line).err());
            if let Some(error) = failed {
                let said = session.ui.review_no_editor(error.to_string());
                session.stage.note = Note::Said(said);
            }
            return Ok(Next::Show);
        }
        Command::Fix | Command::Accept | Command::Waive | Command::Glossary | Command::Pair => {
            // The stage knows what cannot be asked here; its own question is not used.
            session.stage.press(Key::Char(first));
            let refused = session.stage.note != Note::Nothing;
            session.stage.prompt = crate::session::Prompt::Nothing;
            if refused || session.stage.walk.here().is_none() {
                None
            } else {
                decision(session, command, rest, verbosity)?
            }
        }
        Command::Terms => terms(session, verbosity)?,
        _ => {
            session.stage.press(Key::Char(first));
            return Ok(Next::Show);
        }
    };
    if let Some(order) = order {
        session.carry_out(&order);
        return Ok(Next::Show);
    }
    Ok(Next::On)
}

/// The order that a decision comes to, after its questions; `None` where it was left.
fn decision(
    session: &mut Session,
    command: Command,
    rest: &str,
    verbosity: &mut Verbosity<'_>,
) -> io::Result<Option<Action>> {
    let here = session.stage.walk.at();
    Ok(match command {
        Command::Fix => verbosity.sure(session, Some(Decision::Fix))?.map(Action::Fix),
        Command::Accept => verbosity.sure(session, Some(Decision::Accept))?.map(Action::Accept),
        Command::Waive => {
            let reason = if rest.is_empty() { reason(session, verbosity)? } else { Some(rest.to_owned()) };
            match reason {
                Some(reason) => verbosity.sure(session, None)?.map(|places| Action::Waive(places, reason)),
                None => None,
            }
        }
        Command::Glossary => {
            let form =
                if rest.is_empty() { verbosity.ask(&session.ui.review_ask_form())? } else { Some(rest.to_owned()) };
            let Some(form) = form.filter(|form| !form.trim().is_empty()) else { return Ok(None) };
            let decision = verbosity.ask(&session.ui.review_plain_form())?.unwrap_or_default();
            match decision.as_str() {
                "1" => Some(Action::Add(here, Form::Admitted, form)),
                "2" => Some(Action::Add(here, Form::Form, form)),
                _ => None,
            }
        }
        Command::Pair => {
            let lines =
                if rest.is_empty() { verbosity.ask(&session.ui.review_ask_pair())? } else { Some(rest.to_owned()) };
            let sheet = session.stage.walk.here().map(|(sheet, _)| sheet);
            match lines.zip(sheet).map(|(lines, sheet)| parse_pair(sheet, &lines)) {
                Some(Ok(pin)) => Some(Action::Pair(here, pin)),
                Some(Err(refusal)) => {
                    session.stage.note = Note::Notice(refusal.notice());
                    None
                }
                None => None,
            }
        }
        _ => None,
    })
}

/// Shows the candidates and asks which one to take.
fn terms(session: &mut Session, verbosity: &mut Verbosity<'_>) -> io::Result<Option<Action>> {
    session.carry_out(&Action::Terms);
    session.stage.prompt = crate::session::Prompt::Nothing;
    let offers = offers(session);
    if offers.is_empty() {
        return Ok(None);
    }
    for (at, offer) in offers.iter().enumerate().take(20) {
        verbosity.write_line(&format!("{}  {}", at + 1, offer.head))?;
    }
    let answer = verbosity.ask(&session.ui.review_plain_terms())?.unwrap_or_default();
    let chosen = answer.parse::<usize>().ok().and_then(|at| at.checked_sub(1)).filter(|at| *at < offers.len());
    Ok(chosen.map(Action::Take))
}

/// Asks for a reason; a number means one of the recent reasons.
fn reason(session: &Session, verbosity: &mut Verbosity<'_>) -> io::Result<Option<String>> {
    let recent: Vec<&String> = session.stage.reasons.iter().take(9).collect();
    for (at, reason) in recent.iter().enumerate() {
        verbosity.write_line(&format!("{}  {reason}", at + 1))?;
    }
    let answer = verbosity.ask(&session.ui.review_ask_reason())?.unwrap_or_default();
    let chosen =
        answer.parse::<usize>().ok().and_then(|at| recent.get(at.checked_sub(1)?)).map(|reason| (*reason).clone());
    Ok(chosen.or(Some(answer)).filter(|reason| !reason.is_empty()))
}
