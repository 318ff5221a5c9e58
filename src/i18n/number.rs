//! How numbers are written: thousands apart from five digits on, at most three decimals.

use fluent::FluentValue;
use fluent::types::FluentNumber;

/// The number in the form of a language; texts are left to Fluent.
pub(super) fn number(value: &FluentValue<'_>, (thousands, decimal): (&str, &str)) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    let rounded = (value * 1000.0).round() / 1000.0;
    let plain = format!("{}", rounded.abs());
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(whole, part)| (whole, Some(part)));
    let mut written = String::from(if rounded < 0.0 { "-" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) && whole.len() > 4 {
            written.push_str(thousands);
        }
        written.push(digit);
    }
    if let Some(fraction) = fraction {
        written.push_str(decimal);
        written.push_str(fraction);
    }
    Some(written)
}
