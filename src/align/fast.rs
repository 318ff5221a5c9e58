//! Logarithms and exponentials, fast and the same on every machine.
//!
//! The aligner takes hundreds of them a paragraph; nine digits, or six where many are taken side by side, are more
//! than its model is good for.

use super::lambda::LAMBDAS;

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
    // Adding this rounds to a whole number, which is then in the lowest bits.
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
    sum_of(&terms)
}

/// The same for any number of terms.
#[inline]
pub(super) fn sum_of(terms: &[f64]) -> f64 {
    let top = terms.iter().copied().fold(f64::NEG_INFINITY, |a, b| if a > b { a } else { b });
    if top == f64::NEG_INFINITY {
        return top;
    }
    let all: f32 = terms.iter().map(|term| exp_short((term - top) as f32)).sum();
    if all > 1.0 { top + ln(f64::from(all)) } else { top }
}

/// `ln Σ exp` of the lambdas of two scores, all of them finite, one added to the other.
pub(super) fn sum_lambdas(scores: [[f32; LAMBDAS]; 2]) -> f64 {
    let (mut top, mut product) = (0.0, 1.0);
    for lambdas in scores {
        let most = lambdas.iter().copied().fold(f32::NEG_INFINITY, |a, b| if a > b { a } else { b });
        top += f64::from(most);
        product *= lambdas.map(|lambda| exp_short(lambda - most)).iter().sum::<f32>();
    }
    top + ln(f64::from(product))
}

/// `eˣ` for `x ≤ 0` to six digits; next to nothing below -80. Without branches, so that many are taken at once.
fn exp_short(x: f32) -> f32 {
    const ROUND: f32 = 12_582_912.0;
    let x = if x > -80.0 { x } else { -80.0 };
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let r = x - (shifted - ROUND) * std::f32::consts::LN_2;
    let series = 1.0 + r * (1.0 + r * (0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r / 120.0))));
    series * f32::from_bits((shifted.to_bits() << 23).wrapping_add(0x3F80_0000))
}

/// `ln x` of every lambda to six digits, for finite `x > 0`.
pub(super) fn ln_each(lambdas: [f32; LAMBDAS]) -> [f32; LAMBDAS] {
    const SQRT_HALF: u32 = 0x3F35_04F3;
    lambdas.map(|x| {
        let shifted = x.to_bits().wrapping_sub(SQRT_HALF);
        let exponent = shifted as i32 >> 23;
        let mantissa = f32::from_bits(x.to_bits().wrapping_sub((exponent as u32) << 23));
        let s = (mantissa - 1.0) / (mantissa + 1.0);
        let q = s * s;
        let series = 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q / 7.0)));
        exponent as f32 * std::f32::consts::LN_2 + series
    })
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
    fn so_do_those_taken_side_by_side() {
        for at in 0..4000 {
            let x = at as f32 * 0.01;
            let lambdas: [f32; LAMBDAS] = std::array::from_fn(|lambda| 1.0 + x * lambda as f32);
            for (fast, x) in ln_each(lambdas).into_iter().zip(lambdas) {
                assert!((fast - x.ln()).abs() < 2e-6 * x.ln().max(1.0), "ln {x}: {fast}");
            }
            assert!((exp_short(-x) - (-x).exp()).abs() < 3e-6, "exp -{x}");
            let exact = lambdas.iter().map(|lambda| f64::from(-lambda).exp()).sum::<f64>().ln();
            assert!((sum_lambdas([lambdas.map(|lambda| -lambda); 2]) - 2.0 * exact).abs() < 2e-5, "{lambdas:?}");
        }
    }

    #[test]
    fn a_sum_of_nothing_is_nothing() {
        assert_eq!(sum([f64::NEG_INFINITY; 3]), f64::NEG_INFINITY);
        assert!((sum([0.0, 0.0]) - 2f64.ln()).abs() < 1e-6);
    }
}
