//! Numbers in Chinese signs: 二十, 一九〇四, 三百万.

use super::figures::value;
use super::tokens::{Token, TokenKind, is_sign};
use super::{Kind, Number};

/// Numbers written in signs; they only answer, since the signs are part of many words.
pub(super) fn signs(text: &str, tokens: &[Token]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let run = tokens[at..].iter().take_while(|token| meaning(text, token).is_some()).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let together = (1..run).take_while(|next| tokens[at + next - 1].end == tokens[at + next].start).count() + 1;
        let stretch = &tokens[at..at + together];
        if let Some(read) = read(&stretch.iter().filter_map(|token| meaning(text, token)).collect::<Vec<_>>()) {
            let span = stretch[0].start..stretch[together - 1].end;
            found.push(Number { span, kind: Kind::Words, readings: vec![vec![value(read)]] });
        }
        at += together;
    }
    found
}

#[derive(Clone, Copy)]
enum Sign {
    Digit(u64),
    /// Ten, a hundred, a thousand: multiplies the digit before it.
    Unit(u64),
    /// Ten thousand and its powers: multiplies all that is before it.
    Scale(u64),
}

fn meaning(text: &str, token: &Token) -> Option<Sign> {
    if token.kind != TokenKind::Word {
        return None;
    }
    let sign = token.text(text).chars().next().filter(|sign| is_sign(*sign))?;
    Some(match sign {
        '〇' | '零' => Sign::Digit(0),
        '一' | '壹' => Sign::Digit(1),
        '二' | '两' | '兩' | '贰' => Sign::Digit(2),
        '三' | '叁' => Sign::Digit(3),
        '四' => Sign::Digit(4),
        '五' => Sign::Digit(5),
        '六' => Sign::Digit(6),
        '七' => Sign::Digit(7),
        '八' => Sign::Digit(8),
        '九' => Sign::Digit(9),
        '十' => Sign::Unit(10),
        '百' => Sign::Unit(100),
        '千' => Sign::Unit(1000),
        '万' | '萬' => Sign::Scale(10_000),
        '亿' | '億' => Sign::Scale(100_000_000),
        '兆' => Sign::Scale(1_000_000_000_000),
        _ => return None,
    })
}

fn read(signs: &[Sign]) -> Option<u64> {
    if signs.iter().all(|sign| matches!(sign, Sign::Digit(_))) {
        return signs.iter().try_fold(0u64, |number, sign| match sign {
            Sign::Digit(digit) => number.checked_mul(10)?.checked_add(*digit),
            _ => None,
        });
    }
    let (mut total, mut part, mut digit) = (0u64, 0u64, None);
    for sign in signs {
        match sign {
            Sign::Digit(next) => digit = Some(*next),
            Sign::Unit(unit) => part = part.checked_add(digit.take().unwrap_or(1).checked_mul(*unit)?)?,
            Sign::Scale(scale) => {
                let before = part.checked_add(digit.take().unwrap_or(0))?.max(1);
                total = total.checked_add(before.checked_mul(*scale)?)?;
                part = 0;
            }
        }
    }
    total.checked_add(part)?.checked_add(digit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::numbers::tokens::tokens;

    #[test]
    fn signs_add_up() {
        for (text, number) in [
            ("第二十条", 20),
            ("一九〇四年", 1904),
            ("三百万人", 3_000_000),
            ("二十五", 25),
            ("十二", 12),
            ("一千零五十", 1050),
            ("两亿三千万", 230_000_000),
        ] {
            let found = signs(text, &tokens(text));
            assert_eq!(found[0].whole(), Some(number), "{text}");
        }
    }
}
