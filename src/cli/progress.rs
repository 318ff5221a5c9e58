//! Progress on standard error, where it is a terminal and the work is long.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::desk::{Desk, Talk};

/// Under so many documents the answer is there before a bar could be read.
const LONG: usize = 50;

/// A bar over `length` documents; it draws nothing where nobody would see it.
pub(super) fn bar(desk: &Desk, length: usize) -> ProgressBar {
    let shown = length >= LONG && io::stderr().is_terminal() && desk.talk > Talk::Quiet;
    let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {elapsed}").expect("a fixed template");
    let bar = ProgressBar::with_draw_target(Some(length as u64), target).with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
