//! Numbers come in order, each in its own place, with at least one reading, and answer themselves.

use tolmach::lang::numbers::{Number, numbers, unanswered};

use super::{KNOWN, texts};

/// Input: a text; it is read in every language.
pub fn hold(bytes: &[u8]) {
    let [text] = texts(bytes);
    for tag in KNOWN {
        let language = tag.parse().expect("a language tag");
        let found = numbers(&text, &language);
        let mut end = 0;
        for number in &found {
            assert!(number.span.start >= end && !number.span.is_empty(), "{found:?}");
            assert!(text.get(number.span.clone()).is_some_and(|text| text.trim() == text), "{number:?}");
            // A code too long to be a number is answered by anything.
            let told = number.readings.iter().all(|reading| !reading.is_empty() || !number.asks());
            assert!(!number.readings.is_empty() && told, "{number:?}");
            end = number.span.end;
        }
        assert_eq!(numbers(&text, &language), found);
        assert_eq!(unanswered(&found, &found), Vec::<usize>::new());
        let asking: Vec<usize> = (0..found.len()).filter(|at| found[*at].asks()).collect();
        assert_eq!(unanswered(&found, [].iter()), asking);
        let doubled: Vec<Number> = found.iter().chain(&found).cloned().collect();
        assert_eq!(unanswered(&doubled, &found), Vec::<usize>::new());
    }
}
