//! The full screen in a pseudo-terminal: what it shows, key by key.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::{PROGRAM, Project};

/// The program on a screen of its own.
struct Screen {
    parser: vt100::Parser,
    output: mpsc::Receiver<Vec<u8>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn portable_pty::Child + Send + Sync>,
    _pty: Box<dyn portable_pty::MasterPty + Send>,
}

impl Screen {
    fn open(project: &Project, language: &str, (columns, rows): (u16, u16)) -> Screen {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pty = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(PROGRAM);
        command.args(["--interface-language", language, "review", "--rule=term-deprecated,number-mismatch"]);
        command.cwd(project.folder.path());
        command.env("TERM", "xterm-256color");
        command.env("NO_COLOR", "1");
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let (send, output) = mpsc::channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read) = reader.read(&mut buffer) {
                if read == 0 || send.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let keys = pty.master.take_writer().unwrap();
        Screen {
            parser: vt100::Parser::new(NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap(), 0),
            output,
            keys,
            child,
            _pty: pty.master,
        }
    }

    fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn shown(&self) -> String {
        let (_, columns) = self.parser.screen().size();
        let rows = self.parser.screen().rows(0, columns.get()).map(|row| steady(row.trim_end()));
        rows.collect::<Vec<_>>().join("\n") + "\n"
    }

    /// Takes in what the program writes until the screen is `done`, or half a minute long.
    fn until(&mut self, done: impl Fn(&str) -> bool) -> String {
        let patience = Instant::now() + Duration::from_secs(30);
        loop {
            let shown = self.shown();
            if done(&shown) || Instant::now() > patience {
                return shown;
            }
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(50)) {
                self.parser.process(&bytes);
            }
        }
    }

    /// The screen becomes the text of a file under `tests/review`; `TOLMACH_BLESS=1` writes it there instead.
    fn becomes(&mut self, name: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/review").join(name);
        if std::env::var_os("TOLMACH_BLESS").is_some() {
            // A busy machine takes its time: the screen is written once it has been the same for two seconds.
            let last = std::cell::RefCell::new((String::new(), Instant::now()));
            let shown = self.until(|shown| {
                let mut last = last.borrow_mut();
                if last.0 != shown {
                    *last = (shown.to_owned(), Instant::now());
                }
                !shown.trim().is_empty() && last.1.elapsed() > Duration::from_secs(2)
            });
            fs::write(path, shown).unwrap();
            return;
        }
        let wanted = fs::read_to_string(&path).unwrap();
        let shown = self.until(|shown| shown == wanted);
        assert!(shown == wanted, "{name}\nwanted:\n{wanted}\nshown:\n{shown}");
    }

    fn ends(mut self) {
        let patience = Instant::now() + Duration::from_secs(30);
        while Instant::now() < patience {
            if let Some(status) = self.child.try_wait().unwrap() {
                assert!(status.success());
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        self.child.kill().ok();
        panic!("the program did not end");
    }
}

/// A row without what the aligner's figures decide: its confidence and evidence, and how many lines they take.
fn steady(row: &str) -> String {
    for word in ["confidence ", "уверенность ", "… "] {
        if row.starts_with(word) {
            return format!("{word}…");
        }
    }
    row.to_owned()
}

/// Opens a finding, its fix, the help; fixes all that are alike, undoes it, leaves.
fn walk(language: &str, size: (u16, u16)) {
    let project = Project::new();
    let before = project.files();
    let file = |name: &str| format!("{name}.{language}.{}x{}.txt", size.0, size.1);
    let mut screen = Screen::open(&project, language, size);
    screen.becomes(&file("finding"));
    screen.press("f");
    screen.press("\t");
    screen.becomes(&file("fix"));
    screen.press("\r");
    screen.becomes(&file("fixed"));
    assert!(project.read("translations/en/almaty.md").contains("The akimat was closed"));
    screen.press("u");
    screen.becomes(&file("undone"));
    assert_eq!(project.files(), before);
    screen.press("?");
    screen.becomes(&file("help"));
    screen.press(" ");
    screen.press("w");
    screen.becomes(&file("waive"));
    screen.press("\u{3}");
    screen.ends();
    assert_eq!(project.files(), before);
}

/// Told to end from outside, the program leaves the terminal as it found it.
#[cfg(unix)]
#[test]
fn a_signal_gives_the_terminal_back() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let project = Project::new();
        let mut screen = Screen::open(&project, "en", (80, 24));
        let shown = screen.until(|shown| shown.contains("tolmach review"));
        assert!(screen.parser.screen().alternate_screen(), "{shown}");
        let process = screen.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-s", signal, &process]).status().unwrap().success());
        screen.until(|shown| !shown.contains("tolmach review"));
        let after = screen.parser.screen();
        let kept = [after.alternate_screen(), after.hide_cursor(), after.bracketed_paste()];
        assert_eq!(kept, [false; 3], "{signal}: other screen, no cursor, marked pastes");
        let status = screen.child.wait().unwrap();
        assert!(!status.success() && status.signal().is_some(), "{signal}: {status:?}");
    }
}

#[test]
fn english_on_a_small_screen() {
    walk("en", (80, 24));
}

#[test]
fn english_on_a_large_screen() {
    walk("en", (140, 40));
}

#[test]
fn russian_on_a_small_screen() {
    walk("ru", (80, 24));
}

#[test]
fn russian_on_a_large_screen() {
    walk("ru", (140, 40));
}
