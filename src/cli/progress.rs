//! Progress on standard error, where it is a terminal and the work is long.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::desk::{Desk, Talk};

/// Under so many documents the answer is there before a bar could be read.
const LONG: usize = 50;

/// So many bytes of a memory are read and indexed within a second.
const LARGE: u64 = 8 << 20;

/// A bar over `length` documents; it draws nothing where nobody would see it.
pub(super) fn bar(desk: &Desk, length: usize) -> ProgressBar {
    let bar = hidden_unless(length >= LONG, desk, length as u64);
    bar.with_style(style("{bar:30} {pos}/{len} {elapsed}"))
}

/// A bar over `length` bytes that are read.
pub(super) fn reading(desk: &Desk, length: u64) -> ProgressBar {
    let bar = hidden_unless(length >= LARGE, desk, length);
    bar.set_message(desk.ui.say("progress-reading", &[]));
    bar.with_style(style("{msg} {bar:30} {bytes}/{total_bytes} {elapsed}"))
}

/// What was read is put in order; nobody knows how long that takes.
pub(super) fn then_indexing(desk: &Desk, bar: &ProgressBar) {
    bar.set_style(style("{spinner} {msg} {elapsed}"));
    bar.set_message(desk.ui.say("progress-indexing", &[]));
}

fn hidden_unless(long: bool, desk: &Desk, length: u64) -> ProgressBar {
    let shown = long && io::stderr().is_terminal() && desk.talk > Talk::Quiet;
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let bar = ProgressBar::with_draw_target(Some(length), target);
    if shown {
        bar.enable_steady_tick(Duration::from_millis(200));
    }
    bar
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("a fixed template")
}
