//! Whatever a person, a machine, `update` and `accept` do one after another, no word of the person's is lost.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::json;

use super::project::{Project, TRANSLATION};

/// One step, with a number that chooses what it is about.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A person writes a new paragraph's text over a paragraph or a gap of the translation.
    Writes(usize),
    /// A person adds words to a paragraph.
    Adds(usize),
    /// A machine answers all that is offered, and some of what it answered before once more.
    Fills,
    Updates,
    Accepts(usize),
    /// The author changes a paragraph of the original.
    Author(usize),
    /// The author adds a paragraph.
    AuthorAdds(usize),
    /// The author takes a paragraph out.
    AuthorRemoves(usize),
    /// The person takes out a paragraph that has no word of theirs.
    Removes(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let number = 0..6_usize;
    let step = prop_oneof![
        1 => number.clone().prop_map(Step::Writes),
        1 => number.clone().prop_map(Step::Adds),
        3 => Just(Step::Fills),
        2 => Just(Step::Updates),
        1 => number.clone().prop_map(Step::Accepts),
        1 => number.clone().prop_map(Step::Author),
        1 => number.clone().prop_map(Step::AuthorAdds),
        1 => number.clone().prop_map(Step::AuthorRemoves),
        1 => number.prop_map(Step::Removes),
    ];
    prop::collection::vec(step, 1..12)
}

/// The project as the steps leave it.
struct World {
    project: Project,
    /// The words that the person wrote, each used once.
    mine: BTreeSet<String>,
    /// All answers that the machine ever gave.
    answers: String,
    count: usize,
}

impl World {
    fn word(&mut self) -> String {
        self.count += 1;
        let letter = |at: usize| char::from(b'a' + u8::try_from(at % 26).unwrap());
        let word = format!("person{}{}{}", letter(self.count), letter(self.count / 26), letter(self.count * 7));
        self.mine.insert(word.clone());
        word
    }

    fn paragraphs(&self, path: &str) -> Vec<String> {
        self.project.read(path).trim_end().split("\n\n").map(str::to_owned).collect()
    }

    fn put(&self, path: &str, paragraphs: &[String]) {
        self.project.write(path, &format!("{}\n", paragraphs.join("\n\n")));
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Writes(at) => {
                let mut all = self.paragraphs(TRANSLATION);
                let at = at % all.len();
                // Their own words they may take away; those they keep here.
                if all[at].contains("person") {
                    return;
                }
                all[at] = format!("Here {} wrote a sentence about the bridge.", self.word());
                self.put(TRANSLATION, &all);
            }
            Step::Adds(at) => {
                let mut all = self.paragraphs(TRANSLATION);
                let at = at % all.len();
                if all[at].starts_with("<!--") {
                    return;
                }
                all[at] = format!("{} And {} too.", all[at], self.word());
                self.put(TRANSLATION, &all);
            }
            Step::Fills => {
                let (gaps, _) = self.project.lines(&["gaps", "--stale"], "");
                for gap in gaps {
                    self.count += 1;
                    let target = format!("A machine text of number {} about things.", self.count);
                    self.answers.push_str(&format!("{}\n", json!({ "id": gap["id"], "target": target })));
                }
                self.project.lines(&["fill", "--fail-on", "never"], &self.answers);
            }
            Step::Updates => drop(self.project.run(&["update", "--stamp"], "")),
            Step::Accepts(at) => {
                // Who accepts a text gives up the one that was accepted before.
                let here = self.project.read(TRANSLATION);
                let before = self.kept();
                match at {
                    0 => self.project.run(&["accept", "--all"], ""),
                    _ => self.project.run(&["accept", &format!("{TRANSLATION}:{}", 2 * at - 1)], ""),
                };
                let after = self.kept();
                let given_up = |word: &String| !here.contains(word.as_str()) && before.contains(word.as_str());
                self.mine.retain(|word| after.contains(word.as_str()) || !given_up(word));
            }
            Step::Author(at) => {
                let mut all = self.paragraphs("originals/bridge.md");
                let at = at % all.len();
                self.count += 1;
                all[at] = format!("{} Ещё слово номер {}.", all[at], self.count);
                self.put("originals/bridge.md", &all);
            }
            Step::AuthorRemoves(at) => {
                let mut all = self.paragraphs("originals/bridge.md");
                if all.len() > 1 {
                    all.remove(at % all.len());
                    self.put("originals/bridge.md", &all);
                }
            }
            Step::Removes(at) => {
                let mut all = self.paragraphs(TRANSLATION);
                let at = at % all.len();
                if all.len() > 1 && !all[at].contains("person") {
                    all.remove(at);
                    self.put(TRANSLATION, &all);
                }
            }
            Step::AuthorAdds(at) => {
                let mut all = self.paragraphs("originals/bridge.md");
                let at = at % (all.len() + 1);
                self.count += 1;
                all.insert(at, format!("Новый абзац номер {} о реке и городе.", self.count));
                self.put("originals/bridge.md", &all);
            }
        }
    }

    /// The translation and the units file.
    fn kept(&self) -> String {
        let units = self.project.path().join("translations/en/bridge.units.toml");
        self.project.read(TRANSLATION) + &std::fs::read_to_string(units).unwrap_or_default()
    }

    fn lost(&self) -> Vec<&String> {
        let kept = self.kept();
        self.mine.iter().filter(|word| !kept.contains(word.as_str())).collect()
    }
}

/// How many interleavings are tried; `PROPTEST_CASES` tries more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_person_is_lost(steps in steps()) {
        let project = Project::new();
        let mut world = World { project, mine: BTreeSet::new(), answers: String::new(), count: 0 };
        for (at, step) in steps.iter().enumerate() {
            world.step(*step);
            prop_assert_eq!(world.lost(), Vec::<&String>::new(), "after step {} of {:?}", at, steps);
        }
    }
}
