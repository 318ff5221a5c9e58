//! A quantity in another unit than the original's: «10 километров» and "10 miles"; or a conversion that is wrong.
//!
//! A quantity that is converted rightly, in the place of the original's or in brackets behind it, is no finding. Units
//! that this table does not know, and words that may be something else, are passed over.

use super::quantities::{Compared, Fault};
use super::{Context, Example, Finding, Rule, Scope, Severity, fact_values, facts, passage};
use crate::align::Unit;

pub(super) const RULE: Rule =
    Rule::new("measure-mismatch", Severity::Warning, Scope::Unit(run)).compares().facts::<Facts>().examples(&[
        Example::found("До деревни оставалось 10 километров.", "There were 10 miles left to the village."),
        Example::found("До деревни оставалось 10 километров.", "There were 8 miles left to the village."),
        Example::silent("До деревни оставалось 10 километров.", "There were 6 miles left to the village."),
        Example::silent("Машина весит 5 кг.", "The machine weighs 5 kg (11 lb)."),
    ]);

facts! {
    struct Facts {
        /// The quantity as the original has it, or the one that is converted.
        quantity: String,
        /// The quantity as the translation has it.
        found: String,
        what: What,
        /// The right value in the unit of the translation, where it is converted.
        right: String,
    }
}

fact_values! {
    /// What is wrong.
    enum What {
        Unit,
        Conversion,
    }
}

fn run(unit: &Unit, context: &Context<'_>) -> Vec<Finding> {
    let Some((source, target)) = passage::both(unit, context) else { return Vec::new() };
    let compared = Compared::of(&source, &target, context);
    let finding = |deviation: &super::quantities::Deviation| {
        let found = &compared.target[deviation.target];
        let original = deviation.source.map(|at| &compared.source[at]);
        let converted = original.or_else(|| compared.target.get(deviation.target.checked_sub(1)?));
        let (what, right) = match deviation.fault {
            Fault::Unit => (What::Unit, String::new()),
            Fault::Conversion(right) => (What::Conversion, rounded(right)),
        };
        let quantity = converted.map(|one| one.text.clone()).unwrap_or_default();
        let facts = Facts { quantity, found: found.text.clone(), what, right };
        Finding::new(&RULE, facts).in_source(original.map(|one| one.place)).in_target([found.place])
    };
    compared.deviations.iter().map(finding).collect()
}

/// A value with as many digits as a reader needs.
fn rounded(value: f64) -> String {
    let decimals = if value.abs() >= 100.0 { 0 } else { 1 };
    let text = format!("{value:.decimals$}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{Bench, fact};

    const RULE: &str = "measure-mismatch";

    #[test]
    fn the_same_figure_in_another_unit_is_found() {
        let finding = Bench::new().fires(RULE, "Осталось 10 километров.", "There were 10 miles left.");
        assert_eq!([fact(&finding, "quantity"), fact(&finding, "found")], ["10 километров", "10 miles"]);
        Bench::new().fires(RULE, "Груз весил 5 килограммов.", "The load weighed 5 lb.");
        Bench::new().fires(RULE, "Через 10 минут.", "In 10 hours.");
        Bench::new().fires(RULE, "Весит 140 кг.", "It weighs 140 pounds.");
        Bench::new().fires(RULE, "Ему лет двадцать.", "He is about twenty months old.");
        Bench::of("en", "ru").fires(RULE, "It was 20 feet long.", "Длина была 20 метров.");
        Bench::of("en", "ru").fires(RULE, "at 60 mph", "со скоростью 60 км/ч");
        Bench::new().fires(RULE, "Пять километров пешком.", "Five miles on foot.");
    }

    #[test]
    fn a_wrong_conversion_is_found_with_the_arithmetic() {
        let finding = Bench::new().fires(RULE, "Осталось 10 километров.", "There were 9 miles left.");
        assert_eq!([fact(&finding, "what"), fact(&finding, "right")], ["conversion", "6.2"]);
        let finding = Bench::new().fires(RULE, "До 60 км/ч.", "Up to 60 km/h (47 mph).");
        assert_eq!([fact(&finding, "quantity"), fact(&finding, "right")], ["60 km/h", "37.3"]);
    }

    #[test]
    fn the_same_quantity_and_a_right_conversion_are_silent() {
        let bench = Bench::new();
        for (source, target) in [
            ("Осталось 10 километров.", "There were 10 kilometres left."),
            ("Осталось 10 км.", "A 10-km walk was left."),
            ("Осталось 100 километров.", "There were 60 miles left."),
            ("До 60 км/ч, 5 кг и 30 метров.", "60 km/h (37 mph), 5 kg (11 lb) and 30 metres (98 feet)."),
            ("Двое суток.", "48 hours."),
            ("Ему лет двадцать.", "He is about twenty years old."),
            ("Он отдал 20 фунтов.", "He paid 20 pounds."),
            ("Прошло два года, лет пять он не писал.", "Two years went by; he had not written for five years."),
            ("20 °C", "68 °F"),
            ("10 минут и 10 часов", "10 minutes and 10 hours"),
            ("В 1904 году.", "In the year 1904."),
            ("Через 5 дней.", "In five days."),
            ("Через четыре дня ей 85.", "At 85 years, in a few days."),
            ("Через четыре дня.", "He is 85 years old."),
        ] {
            bench.silent(RULE, source, target);
        }
    }
}
