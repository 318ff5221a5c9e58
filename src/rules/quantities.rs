//! Numbers with units of measurement on both sides of a unit, and how they answer each other.

use std::ops::Range;
use std::rc::Rc;

use super::passage::Passage;
use super::{Context, Place};
use crate::lang::measures::{Measure, measure, measure_before};
use crate::lang::numbers::{Atom, Decimal, Kind, Number};

/// What is further from the right value than this is another quantity: four days and 85 years.
const UNRELATED: f64 = 4.0;
/// A conversion may be rounded by this share.
const ROUNDED: f64 = 0.055;

/// A number and its unit.
pub(super) struct Quantity {
    value: Decimal,
    measure: Measure,
    /// Index of the passage and bytes of the number in it.
    number: (usize, Range<usize>),
    /// Whether it is in brackets right behind another quantity.
    gloss: bool,
    pub(super) place: Place,
    /// As written, with its unit.
    pub(super) text: String,
}

/// What is wrong with a quantity of the translation.
pub(super) enum Fault {
    /// The figure is the original's, the unit is another.
    Unit,
    /// The conversion gives another value: the right one in the unit of the translation.
    Conversion(f64),
}

/// A quantity of the translation that does not answer that of the original, or of its own side, by their indices.
pub(super) struct Deviation {
    /// `None` where the quantity is a conversion of the one before it on its own side.
    pub(super) source: Option<usize>,
    pub(super) target: usize,
    pub(super) fault: Fault,
}

/// The quantities of both sides, compared.
#[derive(Default)]
pub(super) struct Compared {
    pub(super) source: Vec<Quantity>,
    pub(super) target: Vec<Quantity>,
    pub(super) deviations: Vec<Deviation>,
    /// Of each side, the numbers that a conversion accounts for, by passage and bytes.
    converted: [Vec<(usize, Range<usize>)>; 2],
}

impl Compared {
    /// Reads and compares two sides; nothing where one of them has no quantity and no gloss is possible.
    pub(super) fn of(source: &[Passage<'_>], target: &[Passage<'_>], context: &Context<'_>) -> Compared {
        let source = read(source, |passage| passage.source_numbers(context));
        let target = read(target, |passage| passage.target_numbers(context));
        let mut compared = Compared { source, target, ..Compared::default() };
        compared.glosses();
        for at in 0..compared.source.len() {
            compared.answer(at);
        }
        compared
    }

    /// Whether a number of the source (0) or target (1) is right or wrong by a conversion.
    pub(super) fn is_converted(&self, side: usize, passage: usize, span: &Range<usize>) -> bool {
        self.converted[side].iter().any(|(other, known)| *other == passage && known == span)
    }

    /// Conversions in brackets within the translation: "60 km/h (37 mph)".
    fn glosses(&mut self) {
        for at in 1..self.target.len() {
            let (one, other) = (&self.target[at - 1], &self.target[at]);
            let same = one.measure.dimension == other.measure.dimension && one.measure != other.measure;
            if !other.gloss || !same {
                continue;
            }
            self.converted[1].push(other.number.clone());
            if !converts(one, other) {
                let right = one.measure.convert(one.value.to_f64(), other.measure);
                self.deviations.push(Deviation { source: None, target: at, fault: Fault::Conversion(right) });
            }
        }
    }

    fn answer(&mut self, at: usize) {
        let quantity = &self.source[at];
        let equal = |one: &Quantity, other: &Quantity| one.measure == other.measure && one.value == other.value;
        if self.target.iter().any(|other| equal(quantity, other)) {
            return;
        }
        let free = |other: &&(usize, &Quantity)| !other.1.gloss && !self.source.iter().any(|one| equal(one, other.1));
        let candidates: Vec<(usize, &Quantity)> = self.target.iter().enumerate().filter(|other| free(&other)).collect();
        let alike = |other: &&(usize, &Quantity)| other.1.measure.dimension == quantity.measure.dimension;
        let converted = |other: &Quantity| other.measure != quantity.measure && converts(quantity, other);
        if let Some((_, other)) = candidates.iter().filter(alike).find(|(_, other)| converted(other)) {
            let numbers = (quantity.number.clone(), other.number.clone());
            self.converted[0].push(numbers.0);
            self.converted[1].push(numbers.1);
            return;
        }
        if let Some((target, _)) = candidates.iter().find(|(_, other)| other.value == quantity.value) {
            self.deviations.push(Deviation { source: Some(at), target: *target, fault: Fault::Unit });
            return;
        }
        // One quantity of its kind on either side, in another unit, is a conversion that went wrong.
        let lonely = self.source.iter().filter(|one| one.measure.dimension == quantity.measure.dimension).count() == 1;
        let mut others = candidates.iter().filter(alike);
        if let (Some((target, other)), None, true) = (others.next(), others.next(), lonely)
            && other.measure != quantity.measure
            && is_related(quantity, other)
        {
            let right = quantity.measure.convert(quantity.value.to_f64(), other.measure);
            let numbers = (quantity.number.clone(), other.number.clone());
            let deviation = Deviation { source: Some(at), target: *target, fault: Fault::Conversion(right) };
            self.converted[0].push(numbers.0);
            self.converted[1].push(numbers.1);
            self.deviations.push(deviation);
        }
    }
}

/// Whether one quantity is the other, rounded as people round.
fn converts(one: &Quantity, other: &Quantity) -> bool {
    let near = |exact: f64, written: Decimal| {
        // Half of the last digit, and a share where the value is larger: ten is seldom six rounded to tens.
        let half = 0.5 * 10f64.powi(written.precision().min(0));
        let written = written.to_f64();
        (exact - written).abs() <= half.max(ROUNDED * written.abs())
    };
    let (first, second) = (one.value.to_f64(), other.value.to_f64());
    near(one.measure.convert(first, other.measure), other.value)
        || near(other.measure.convert(second, one.measure), one.value)
}

/// Whether one may be a conversion of the other that went wrong.
fn is_related(one: &Quantity, other: &Quantity) -> bool {
    let (right, written) = (one.measure.convert(one.value.to_f64(), other.measure), other.value.to_f64());
    (right / UNRELATED..=right * UNRELATED).contains(&written)
}

fn read(passages: &[Passage<'_>], numbers: impl Fn(&Passage<'_>) -> Rc<[Number]>) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    for (index, passage) in passages.iter().enumerate() {
        let numbers = numbers(passage);
        if numbers.is_empty() {
            continue;
        }
        let text = passage.figures();
        for number in numbers.iter() {
            let Some(value) = value(number) else { continue };
            let (before, after) = (&text[..number.span.start], &text[number.span.end..]);
            let behind = measure(after).map(|(measure, len)| (measure, number.span.start..number.span.end + len));
            let ahead = || measure_before(before).map(|(measure, len)| (measure, before.len() - len..number.span.end));
            let Some((measure, span)) = behind.or_else(ahead) else { continue };
            let gloss = found.last().is_some_and(|last| {
                last.number.0 == index
                    && text.get(last.place.span.end..span.start).is_some_and(|gap| gap.len() < 24 && gap.contains('('))
            });
            found.push(Quantity {
                value,
                measure,
                number: (index, number.span.clone()),
                gloss,
                place: passage.place(span.clone()),
                text: passage.text()[span].to_owned(),
            });
        }
    }
    found
}

fn value(number: &Number) -> Option<Decimal> {
    match number.readings.first()?.as_slice() {
        [Atom::Value(value)] if number.kind != Kind::Code => Some(*value),
        _ => None,
    }
}
