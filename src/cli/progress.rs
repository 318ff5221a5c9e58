//! Progress on standard error, where it is a terminal and the work is long.

use std::io::{self, IsTerminal};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::verbosity::Verbosity;
use crate::i18n::Messages;
use crate::workspace::Step;

/// Under so many documents the answer is there before a bar could be read.
const LONG: u64 = 50;

/// So many bytes of a memory are read and indexed within a second.
const LARGE: u64 = 8 << 20;

/// The bar of the step that runs at present; it draws nothing where nobody would see it.
#[derive(Debug, Default)]
pub(super) struct Bar(Mutex<Option<ProgressBar>>);

impl Bar {
    pub(super) fn begin(&self, step: Step, length: u64, ui: &Messages, verbosity: Verbosity) {
        let mut bar = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match (step, bar.as_ref()) {
            // The index is made of what was just read, in the same line.
            (Step::Index, Some(bar)) => {
                bar.set_style(style("{spinner} {msg} {elapsed}"));
                bar.set_message(ui.progress_indexing());
            }
            (Step::Index, None) => {}
            (Step::Documents, _) => {
                let new = hidden_unless(length >= LONG, verbosity, length);
                *bar = Some(new.with_style(style("{bar:30} {pos}/{len} {elapsed}")));
            }
            (Step::Memory, _) => {
                let new = hidden_unless(length >= LARGE, verbosity, length);
                new.set_message(ui.progress_reading());
                *bar = Some(new.with_style(style("{msg} {bar:30} {bytes}/{total_bytes} {elapsed}")));
            }
        }
    }

    pub(super) fn advance(&self, by: u64) {
        if let Some(bar) = self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            bar.inc(by);
        }
    }

    pub(super) fn end(&self) {
        if let Some(bar) = self.0.lock().unwrap_or_else(PoisonError::into_inner).take() {
            bar.finish_and_clear();
        }
    }
}

fn hidden_unless(long: bool, verbosity: Verbosity, length: u64) -> ProgressBar {
    let shown = long && io::stderr().is_terminal() && verbosity > Verbosity::Quiet;
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
