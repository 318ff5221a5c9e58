//! Exact decimal values, as texts write them.

use std::cmp::Ordering;

/// A non-negative decimal number, exact: `mantissa × 10^exponent`, with no trailing zero in the mantissa.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    mantissa: u128,
    exponent: i32,
}

impl Decimal {
    /// The number `mantissa` times ten to the power of `exponent`.
    pub fn new(mantissa: u128, exponent: i32) -> Decimal {
        let mut value = Decimal { mantissa, exponent };
        if value.mantissa == 0 {
            return Decimal { mantissa: 0, exponent: 0 };
        }
        while value.mantissa.is_multiple_of(10) {
            value.mantissa /= 10;
            value.exponent += 1;
        }
        value
    }

    /// The value of ASCII digits, the last `decimals` of them behind the decimal mark; `None` past 30 digits.
    pub(super) fn digits(digits: &str, decimals: usize) -> Option<Decimal> {
        if digits.len() > 30 {
            return None;
        }
        Some(Decimal::new(digits.parse().ok()?, -i32::try_from(decimals).ok()?))
    }

    /// The value times a power of ten.
    pub(super) fn shifted(self, power: i32) -> Decimal {
        Decimal::new(self.mantissa, self.exponent.saturating_add(power))
    }

    /// The sum, or `None` where it does not fit.
    pub(super) fn plus(self, other: Decimal) -> Option<Decimal> {
        let exponent = self.exponent.min(other.exponent);
        let sum = self.scaled(exponent)?.checked_add(other.scaled(exponent)?)?;
        Some(Decimal::new(sum, exponent))
    }

    /// The value as a whole number, where it is one and fits.
    pub fn whole(self) -> Option<u64> {
        u64::try_from(self.scaled(0)?).ok()
    }

    /// The nearest floating-point number.
    pub fn to_f64(self) -> f64 {
        self.mantissa as f64 * 10f64.powi(self.exponent)
    }

    /// How many powers of ten the last digit that is not zero is worth: 1 for 350, 0 for 7, -1 for 1.5.
    pub fn precision(self) -> i32 {
        self.exponent
    }

    fn scaled(self, exponent: i32) -> Option<u128> {
        let power = u32::try_from(self.exponent.checked_sub(exponent)?).ok()?;
        self.mantissa.checked_mul(10u128.checked_pow(power)?)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        let exponent = self.exponent.min(other.exponent);
        match (self.scaled(exponent), other.scaled(exponent)) {
            (Some(one), Some(other)) => one.cmp(&other),
            _ => (self.exponent, self.mantissa).cmp(&(other.exponent, other.mantissa)),
        }
    }
}

impl From<u64> for Decimal {
    fn from(value: u64) -> Decimal {
        Decimal::new(value.into(), 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_are_equal_however_they_are_written() {
        assert_eq!(Decimal::digits("97", 1).unwrap().shifted(9), Decimal::from(9_700_000_000));
        assert_eq!(Decimal::digits("250", 2), Decimal::digits("25", 1));
        assert_eq!(
            Decimal::from(2_000_000).plus(Decimal::from(300_000)),
            Some(Decimal::digits("23", 1).unwrap().shifted(6))
        );
    }

    #[test]
    fn a_value_too_long_is_none() {
        assert_eq!(Decimal::digits(&"9".repeat(31), 0), None);
        assert_eq!(Decimal::new(1, 90).whole(), None);
        assert_eq!(Decimal::new(5, -1).whole(), None);
    }
}
