//! The full screen: keys in, drawings out, the editor in between.

use std::io::{self, stdout};
use std::process::Command;
use std::time::Duration;

use ratatui::crossterm::event::{
    DisableBracketedPaste, EnableBracketedPaste, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, poll, read,
};
use ratatui::crossterm::execute;
use ratatui::{DefaultTerminal, crossterm};

use super::lines::Palette;
use super::offer::offers;
use super::page::Pen;
use super::screen;
use crate::project::Project;
use crate::session::{Action, Key, Note, Prompt, Session};

/// How often the files are looked at while no key is pressed.
const LOOK: Duration = Duration::from_secs(2);

/// Walks on the full screen until the user leaves.
///
/// # Errors
///
/// Where the terminal fails.
pub fn walk(session: &mut Session, palette: Palette) -> io::Result<()> {
    session.stage.edits_here = chosen_editor().is_none();
    let mut terminal = ratatui::try_init()?;
    execute!(stdout(), EnableBracketedPaste).ok();
    #[cfg(unix)]
    let signals = give_back_on_signals().inspect_err(|_| _ = give_back())?;
    let result = run(session, &mut terminal, palette);
    #[cfg(unix)]
    signals.close();
    let given_back = give_back();
    result.and(given_back)
}

/// Makes the terminal what it was before the full screen, as far as each step can.
///
/// # Errors
///
/// Where a step fails.
fn give_back() -> io::Result<()> {
    let shown = execute!(stdout(), DisableBracketedPaste, crossterm::cursor::Show);
    ratatui::try_restore().and(shown)
}

/// Gives the terminal back where the process is told to end, and then ends as it would have: the person's shell would be
/// left without echo and without a cursor.
#[cfg(unix)]
fn give_back_on_signals() -> io::Result<signal_hook::iterator::Handle> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    let handle = signals.handle();
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            give_back().ok();
            signal_hook::low_level::emulate_default_handler(signal).ok();
        }
    });
    Ok(handle)
}

fn run(session: &mut Session, terminal: &mut DefaultTerminal, palette: Palette) -> io::Result<()> {
    loop {
        let offers = if matches!(session.stage.prompt, Prompt::Terms { .. }) { offers(session) } else { Vec::new() };
        let mut stage = std::mem::take(&mut session.stage);
        terminal.draw(|frame| {
            let pen = Pen {
                ui: &session.ui,
                glossary: session.glossary(),
                source_language: &session.project().config.source_language,
                palette,
                width: 0,
            };
            screen::draw(frame, &mut stage, &offers, pen);
        })?;
        session.stage = stage;
        while !poll(LOOK)? {
            if session.look() {
                break;
            }
        }
        if !poll(Duration::ZERO)? {
            continue;
        }
        let order = match read()? {
            Event::Key(event) if event.kind != KeyEventKind::Release => {
                key(event).and_then(|key| session.stage.press(key))
            }
            Event::Paste(text) => {
                session.stage.paste(&text);
                None
            }
            _ => None,
        };
        match order {
            Some(Action::Quit) => return Ok(()),
            Some(Action::Edit(_)) => {
                give_back()?;
                let mut failed = None;
                session.edited(|project, path, line| failed = editor(project, path, line).err());
                if let Some(error) = failed {
                    let said = session.ui.review_no_editor(error.to_string());
                    session.stage.note = Note::Said(said);
                }
                enter(terminal)?;
            }
            Some(order) => session.carry_out(&order),
            None => {}
        }
    }
}

/// Takes the terminal again from the editor that it was given to.
fn enter(terminal: &mut DefaultTerminal) -> io::Result<()> {
    crossterm::terminal::enable_raw_mode()?;
    execute!(stdout(), crossterm::terminal::EnterAlternateScreen, EnableBracketedPaste)?;
    terminal.clear()
}

/// The command of the editor that the user has set.
fn chosen_editor() -> Option<String> {
    ["VISUAL", "EDITOR"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.trim().is_empty()))
}

/// Opens the user's editor at a line of a file and waits for it.
///
/// # Errors
///
/// Where no editor is set or it cannot be run.
pub(super) fn editor(project: &Project, path: &str, line: usize) -> io::Result<()> {
    let set = chosen_editor().unwrap_or_else(|| if cfg!(windows) { "notepad" } else { "vi" }.to_owned());
    let mut words = set.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let file = project.root().join(path);
    let mut command = Command::new(program);
    command.args(words);
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program).trim_end_matches(".exe");
    match name {
        "code" | "codium" | "code-insiders" | "cursor" => {
            command.arg("--wait").arg("--goto").arg(format!("{}:{line}", file.display()))
        }
        "subl" => command.arg("--wait").arg(format!("{}:{line}", file.display())),
        "hx" | "helix" | "zed" => command.arg(format!("{}:{line}", file.display())),
        "notepad" => command.arg(&file),
        _ => command.arg(format!("+{line}")).arg(&file),
    };
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{program}: {status}"))) }
}

/// The key of an event of the terminal.
fn key(event: KeyEvent) -> Option<Key> {
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    Some(match event.code {
        KeyCode::Char(letter) if control => Key::Ctrl(letter.to_lowercase().next().unwrap_or(letter)),
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab | KeyCode::BackTab => Key::Tab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    })
}
