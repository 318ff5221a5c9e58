//! Runs a program and says what it took.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a process took.
#[allow(dead_code, reason = "each bench prints some of it")]
pub(crate) struct Run {
    pub(crate) seconds: f64,
    /// On all processors, to the hundredth.
    pub(crate) cpu: f64,
    pub(crate) peak_kib: u64,
    pub(crate) threads: u64,
}

/// Runs a command, watching its memory and processor time in `/proc` (0 where the system has none).
///
/// # Panics
///
/// If it fails.
pub(crate) fn measure(command: &mut Command) -> Run {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let status = format!("/proc/{}/status", child.id());
    let stat = format!("/proc/{}/stat", child.id());
    let (mut peak_kib, mut threads, mut ticks) = (0, 0, 0);
    while let Ok(None) = child.try_wait() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let field = |name: &str| -> u64 {
            let value = text.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok());
            value.unwrap_or(0)
        };
        peak_kib = peak_kib.max(field("VmHWM:"));
        threads = threads.max(field("Threads:"));
        let text = fs::read_to_string(&stat).unwrap_or_default();
        ticks = ticks.max(spent(&text));
        thread::sleep(Duration::from_millis(5));
    }
    let seconds = start.elapsed().as_secs_f64();
    let code = child.wait().expect("our own child").code();
    assert!(code.is_some_and(|code| code < 2), "what fails measures nothing: {command:?} ended with {code:?}");
    Run { seconds, cpu: ticks as f64 / 100.0, peak_kib, threads }
}

/// Ticks of a hundredth of a second that a process spent, by its `/proc/<id>/stat`: the fourteenth and fifteenth field,
/// the second of which is a name in brackets that may have spaces.
fn spent(stat: &str) -> u64 {
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
}
