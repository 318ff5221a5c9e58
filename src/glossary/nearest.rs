//! The nearest of some words, for "did you mean".

/// How many letters must be changed, added, left out or swapped with their neighbour; counts no further than `limit`, and
/// answers `None` beyond it. Optimal string alignment distance.
pub(super) fn distance(a: &[char], b: &[char], limit: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let changed = last[j] + usize::from(x != y);
            let mut best = changed.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        if row.iter().min().is_some_and(|least| *least > limit) {
            return None;
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|distance| *distance <= limit)
}

/// The word nearest to `word`, if one is near enough to be meant.
pub(super) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let limit = (letters.len() / 3).clamp(1, 3);
    known
        .into_iter()
        .filter_map(|known| Some((distance(&letters, &known.chars().collect::<Vec<_>>(), limit)?, known)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_another_word_is_not() {
        assert_eq!(nearest("prefered", ["preferred", "admitted"]).as_deref(), Some("preferred"));
        assert_eq!(nearest("dominio", ["domain", "definition"]), None);
        assert_eq!(nearest("ntoe", ["note"]).as_deref(), Some("note"));
    }
}
