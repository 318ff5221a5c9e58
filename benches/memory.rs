//! How long a memory of a million units takes to load and to search; prints the figures.
//!
//! `cargo bench --bench memory`, or with another number of units: `cargo bench --bench memory -- 200000`.

#![allow(clippy::print_stdout, reason = "the figures are the program's answer")]

use std::time::{Duration, Instant};

use tolmach::memory::{Memory, Pair, Wing};

fn main() {
    let units = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1_000_000);
    let mut numbers = Numbers(1);
    let vocabulary: Vec<String> = (0..60_000).map(|_| word(&mut numbers)).collect();
    let pairs: Vec<Pair> = (0..units)
        .map(|_| Pair {
            source: sentence(&vocabulary, &mut numbers),
            target: sentence(&vocabulary, &mut numbers),
            origin: "bench".into(),
        })
        .collect();
    let asked: Vec<String> =
        (0..200).map(|at| changed(&pairs[at * (units / 200)].source, &vocabulary, &mut numbers)).collect();
    let start = Instant::now();
    let memory = Memory::new(pairs);
    println!("{} units indexed in {:.1} s", memory.len(), start.elapsed().as_secs_f64());
    let mut found = 0;
    let search = times(&asked, |text| found += usize::from(!memory.search(text, 5, 60).is_empty()));
    println!("search, 60 % and more: {search}; {found} of {} found", asked.len());
    println!("exact: {}", times(&asked, |text| drop(memory.exact(text))));
    println!("concordance: {}", times(&asked, |text| drop(memory.concordance(&first_words(text), Wing::Source, 20))));
}

fn times(asked: &[String], mut query: impl FnMut(&str)) -> String {
    let mut times: Vec<Duration> = asked
        .iter()
        .map(|text| {
            let start = Instant::now();
            query(text);
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1000.0;
    format!("median {:.2} ms, 95 % {:.2} ms, longest {:.2} ms", at(50), at(95), at(100))
}

/// Marsaglia's xorshift: the same texts in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    /// As words are in a language: the n-th one n times rarer than the first (Zipf).
    fn zipf(&mut self, limit: usize) -> usize {
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let rank = ((limit as f64).powf(self.below(1 << 20) as f64 / f64::from(1 << 20))) as usize;
        rank.min(limit) - 1
    }
}

fn word(numbers: &mut Numbers) -> String {
    let consonants: Vec<char> = "бвгджзклмнпрстфхцчшщ".chars().collect();
    let vowels: Vec<char> = "аеиоуыэюя".chars().collect();
    let syllables = 2 + numbers.below(4);
    (0..syllables)
        .flat_map(|_| [consonants[numbers.below(consonants.len())], vowels[numbers.below(vowels.len())]])
        .collect()
}

fn sentence(vocabulary: &[String], numbers: &mut Numbers) -> String {
    let words: Vec<&str> =
        (0..5 + numbers.below(30)).map(|_| vocabulary[numbers.zipf(vocabulary.len())].as_str()).collect();
    words.join(" ")
}

/// The text with every tenth word another one.
fn changed(text: &str, vocabulary: &[String], numbers: &mut Numbers) -> String {
    let words: Vec<&str> = text
        .split(' ')
        .map(|word| if numbers.below(10) == 0 { vocabulary[numbers.zipf(vocabulary.len())].as_str() } else { word })
        .collect();
    words.join(" ")
}

fn first_words(text: &str) -> String {
    text.split(' ').take(2).collect::<Vec<_>>().join(" ")
}
