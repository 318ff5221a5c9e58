//! What became of a machine's answers, for programs: a line each.

use serde_json::{Value, json};

use crate::i18n::Messages;
use crate::text::MaskFault;
use crate::workspace::{FillFault, FillFinding, Filled, Verdict};

/// What became of the answer for the place `id`, as one object.
pub fn filled_as_json(id: &str, filled: &Filled, ui: &Messages) -> Value {
    let faults = filled.faults.iter().map(|fault| fault_as_json(fault, ui));
    let findings = filled.findings.iter().map(|found| finding(found, ui));
    let mut value = json!({
        "id": id,
        "result": match filled.verdict { Verdict::Landed | Verdict::Unchanged => "landed", Verdict::Refused(_) => "refused" },
    });
    match filled.verdict {
        Verdict::Landed => {}
        Verdict::Unchanged => value["unchanged"] = json!(true),
        Verdict::Refused(reason) => value["reason"] = json!(reason.name()),
    }
    if let Some((path, line)) = &filled.place {
        value["translation"] = json!(path);
        value["line"] = json!(line);
    }
    value["findings"] = faults.chain(findings).collect();
    value
}

fn finding(found: &FillFinding, ui: &Messages) -> Value {
    let mut value = json!({
        "rule": found.finding.rule,
        "severity": found.severity,
        "message": ui.finding(&found.finding),
        "source": found.source,
        "target": found.target,
    });
    if let Some(fix) = &found.finding.fix {
        value["fix"] = json!(fix.text);
    }
    value
}

fn fault_as_json(fault: &FillFault, ui: &Messages) -> Value {
    let (rule, message) = match fault {
        FillFault::Mask(fault, piece) => ("masks", mask(fault, piece.as_deref().unwrap_or_default(), ui)),
        FillFault::Damaged(piece) => ("masks", ui.fill_damaged(piece.as_str())),
        FillFault::LeftOut(piece) => ("masks", ui.fill_lost(piece.as_str())),
        FillFault::Elsewhere(text) => ("place", ui.fill_elsewhere(text.as_str())),
        FillFault::Character(letter) => ("form", ui.fill_character(format!("U+{:04X}", u32::from(*letter)))),
        FillFault::Long(limit) => ("form", ui.fill_long(*limit)),
        FillFault::Form => ("form", ui.fill_form()),
    };
    json!({ "rule": rule, "severity": fault.severity(), "message": message, "source": [], "target": [] })
}

fn mask(fault: &MaskFault, piece: &str, ui: &Messages) -> String {
    let name = |number: &usize| format!("⟦{number}⟧");
    match fault {
        MaskFault::Missing(at) => ui.fill_missing(name(at), piece),
        MaskFault::Repeated(at) => ui.fill_repeated(name(at), piece),
        MaskFault::Unknown(at) => ui.fill_unknown(name(at)),
        MaskFault::Stray => ui.fill_stray(),
        MaskFault::Lost(piece) => ui.fill_lost(piece.as_str()),
    }
}
