//! A badge for a page that others wrote: as SVG, and as the JSON that shields.io reads.

use maud::{PreEscaped, html};

use super::summary::{ProjectSummary, Sums};
use crate::i18n::Messages;

/// What a badge says, and its colour by name and as a number.
struct Badge {
    label: String,
    message: String,
    colour: (&'static str, &'static str),
}

impl Badge {
    fn of(project: &ProjectSummary, ui: &Messages) -> Badge {
        let sums = Sums::of(&project.rows);
        let errors = sums.findings.error + project.errors.len();
        let mut message = format!("{} %", sums.translated());
        if errors > 0 {
            message.push_str(&format!(" · {}", ui.report_errors(errors)));
        } else if sums.stale > 0 {
            message.push_str(&format!(" · {}", ui.page_stale(sums.stale)));
        }
        let colour = match (errors, sums.stale + sums.findings.warning + sums.missing) {
            (0, 0) => ("brightgreen", "#256029"),
            (0, _) => ("yellow", "#6f5500"),
            _ => ("red", "#a4262c"),
        };
        Badge { label: ui.page_badge(), message, colour }
    }
}

/// The badge for an endpoint of shields.io.
pub fn badge_json(project: &ProjectSummary, ui: &Messages) -> String {
    let badge = Badge::of(project, ui);
    let value = serde_json::json!({
        "schemaVersion": 1, "label": badge.label, "message": badge.message, "color": badge.colour.0,
    });
    format!("{value}\n")
}

/// The badge as a picture.
pub fn badge(project: &ProjectSummary, ui: &Messages) -> String {
    let badge = Badge::of(project, ui);
    let width = |text: &str| text.chars().count() * 7 + 12;
    let (left, right) = (width(&badge.label), width(&badge.message));
    let whole = left + right;
    let said = format!("{}: {}", badge.label, badge.message);
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(whole) height="20" role="img" aria-label=(said) {
            title { (said) }
            rect width=(whole) height="20" rx="3" fill=(badge.colour.1) {}
            path d={ "M3 0H" (left) "V20H3Q0 20 0 17V3Q0 0 3 0Z" } fill="#444" {}
            g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle" {
                text x=(left / 2) y="14" textLength=(left - 12) { (badge.label) }
                text x=(left + right / 2) y="14" textLength=(right - 12) { (badge.message) }
            }
        }
    };
    format!("{}\n", PreEscaped(picture.into_string()).0)
}
