//! Logarithms and exponentials to nine digits, fast and the same on every machine.
//!
//! The aligner takes hundreds of them a paragraph, and nine digits are far more than its model is good for.

/// `ln x` for finite `x > 0`.
pub(super) fn ln(x: f64) -> f64 {
    const SQRT_2: u64 = 0x3FF6_A09E_667F_3BCD;
    // The mantissa is brought between √½ and √2, where the series of artanh converges fast.
    let bits = x.to_bits();
    let shifted = bits.wrapping_sub(SQRT_2 - (1 << 52));
    let exponent = shifted as i64 >> 52;
    let mantissa = f64::from_bits(bits.wrapping_sub((exponent as u64) << 52));
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let q = s * s;
    let series = 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q * (1.0 / 7.0 + q * (1.0 / 9.0 + q / 11.0)))));
    exponent as f64 * std::f64::consts::LN_2 + series
}

/// `eˣ` for `x` at most 700; 0 far below.
pub(super) fn exp(x: f64) -> f64 {
    // Adding this rounds to a whole number that stands in the lowest bits.
    const ROUND: f64 = 6_755_399_441_055_744.0;
    if x < -700.0 {
        return 0.0;
    }
    let shifted = x * std::f64::consts::LOG2_E + ROUND;
    let power = shifted - ROUND;
    let r = x - power * std::f64::consts::LN_2;
    let series = 1.0
        + r * (1.0
            + r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0 + r / 5040.0))))));
    series * f64::from_bits(((power as i64 + 1023) as u64) << 52)
}

/// `ln Σ exp`; negative infinity where all terms are.
pub(super) fn sum<const N: usize>(terms: [f64; N]) -> f64 {
    let top = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if top == f64::NEG_INFINITY {
        return top;
    }
    let mut rest = 0.0;
    for term in terms {
        if term > top - 30.0 {
            rest += exp(term - top);
        }
    }
    top + ln(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_agree_with_the_slow_ones() {
        for at in 1..4000 {
            let x = f64::from(at) * 0.037;
            assert!((ln(x) - x.ln()).abs() < 1e-8, "ln {x}");
            assert!((ln(1.0 / x) + x.ln()).abs() < 1e-8, "ln 1/{x}");
            assert!((exp(-x) - (-x).exp()).abs() < 1e-8, "exp -{x}");
        }
        assert!((ln(1e200) - 1e200f64.ln()).abs() < 1e-8);
        assert_eq!(exp(-800.0), 0.0);
    }

    #[test]
    fn a_sum_of_nothing_is_nothing() {
        assert_eq!(sum([f64::NEG_INFINITY; 3]), f64::NEG_INFINITY);
        assert!((sum([0.0, 0.0]) - 2f64.ln()).abs() < 1e-9);
    }
}
