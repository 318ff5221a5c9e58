//! The full screen of `review` over hostile texts: what it writes to a terminal, byte for byte.

use std::io::{Read, Write};
use std::sync::mpsc;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::words::{harmless, hostile};

/// Once through everything the screen can show; `\u{1b}` leaves what asks for something.
const KEYS: &[&str] = &[
    "j",
    "j",
    "j",
    "k",
    "J",
    "K",
    "]",
    "[",
    "}",
    "{",
    "o",
    "j",
    "j",
    "o",
    "r",
    "j",
    "r",
    "\u{1b}[6~",
    "\u{1b}[5~",
    "?",
    " ",
    "/RED\r",
    "n",
    "N",
    "t",
    "j",
    "\u{1b}",
    "w",
    "RED",
    "\u{1b}",
    "g",
    "\u{1b}",
    "p",
    "\u{1b}",
    "f",
    "\u{1b}",
    "a",
    "u",
];

/// All that `review` writes while the keys are pressed, until it ends.
fn written(tongue: &str) -> String {
    let folder = hostile();
    let pty = native_pty_system()
        .openpty(PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 })
        .expect("a terminal");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_tolmach"));
    command.args(["--interface-language", tongue, "review"]);
    command.cwd(folder.path());
    command.env("TERM", "xterm-256color");
    let mut child = pty.slave.spawn_command(command).expect("the program runs");
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().expect("a terminal");
    let (send, output) = mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(read) = reader.read(&mut buffer) {
            if read == 0 || send.send(buffer[..read].to_vec()).is_err() {
                break;
            }
        }
    });
    let mut keys = pty.master.take_writer().expect("a terminal");
    let mut bytes = output.recv_timeout(Duration::from_secs(60)).expect("a screen");
    // A screen is whole when nothing more comes for a moment.
    let settle = |patience: Duration, bytes: &mut Vec<u8>| {
        while let Ok(more) = output.recv_timeout(patience) {
            bytes.extend(more);
        }
    };
    settle(Duration::from_millis(1500), &mut bytes);
    for key in KEYS.iter().chain(["j"; 12].iter()) {
        keys.write_all(key.as_bytes()).expect("a terminal");
        keys.flush().expect("a terminal");
        settle(Duration::from_millis(80), &mut bytes);
    }
    keys.write_all(b"q").expect("a terminal");
    keys.flush().expect("a terminal");
    settle(Duration::from_millis(1500), &mut bytes);
    if child.try_wait().expect("a child").is_none() {
        // Something still asked for an answer.
        keys.write_all(b"\x03").expect("a terminal");
        settle(Duration::from_millis(1500), &mut bytes);
    }
    assert!(child.wait().expect("a child").success());
    String::from_utf8(bytes).expect("a screen is UTF-8")
}

/// The text of a screen without the sequences that draw it: moves, colours, erasing, modes. Others fail.
fn drawn(written: &str) -> String {
    let mut plain = String::new();
    let mut rest = written;
    while let Some((before, sequence)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        let Some(parameters) = sequence.strip_prefix('[') else { panic!("{:.40?} is no drawing", sequence) };
        let end = parameters.find(|c: char| c.is_ascii_alphabetic()).expect("an end");
        assert!("ABCDGHJKdhlmnqsu".contains(&parameters[end..=end]), "{:.40?} is no drawing", sequence);
        assert!(!sequence.starts_with("[5;41m"), "a text's own colours reach the terminal");
        rest = &parameters[end + 1..];
    }
    plain + rest
}

#[test]
fn nothing_of_a_stranger_steers_the_full_screen() {
    std::thread::scope(|scope| {
        for tongue in ["en", "ru"] {
            scope.spawn(move || {
                let plain = drawn(&written(tongue));
                assert!(plain.contains("␛") && plain.contains("⟨U+202E⟩"), "hostile texts are on the screen");
                assert!(plain.contains("EDITOR"), "the keys are heard");
                let letters = plain.chars().filter(|letter| *letter != '\r');
                assert_eq!(letters.filter(|letter| !harmless(*letter)).collect::<String>(), "");
            });
        }
    });
}
