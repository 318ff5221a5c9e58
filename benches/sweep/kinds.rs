//! Projects of which one thing is large.

use std::fs;
use std::path::Path;

/// A thing that can be large.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// How much of it the smallest project has.
    pub(crate) size: usize,
    /// The same where large projects are asked for; nothing where such a one is not larger in life.
    pub(crate) large: Option<usize>,
    pub(crate) commands: &'static [&'static str],
    pub(crate) fill: fn(&Path, usize),
}

/// What reads and writes a translated document. `accept` comes last but one, so that `diff` has something to compare.
const DOCUMENT: &[&str] =
    &["check --no-cache --fail-on never", "align --format json", "accept --all", "diff", "update --dry-run"];

const READ: &[&str] = &["check --no-cache --fail-on never", "status --no-cache"];

pub(crate) const KINDS: &[Kind] = &[
    Kind {
        name: "headings",
        size: 250,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| lines(root, size, "# Мост ", "# Bridge "),
    },
    Kind {
        name: "paragraphs",
        size: 250,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            lines(root, size, "Аким открыл мост номер ", "The akim opened the bridge number ");
        },
    },
    Kind {
        name: "equal paragraphs",
        size: 250,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            document(root, &"Мост открыт.\n\n".repeat(size), &"The bridge is open.\n\n".repeat(size));
        },
    },
    Kind {
        name: "deep lists",
        size: 8,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            sides(root, |word| (0..size).map(|at| format!("{}- {word} {at}\n", "  ".repeat(at))).collect());
        },
    },
    Kind {
        name: "emphasis",
        size: 500,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            sides(root, |word| format!("*{word}* **{word}** ").repeat(size));
        },
    },
    Kind {
        name: "open emphasis",
        size: 500,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            sides(root, |word| format!("*{word} **{word} _{word} ").repeat(size));
        },
    },
    Kind {
        name: "link definitions",
        size: 250,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            sides(root, |word| {
                let used: String = (0..size).map(|at| format!("{word} [{word}][{at}].\n\n")).collect();
                let defined: String = (0..size).map(|at| format!("[{at}]: https://example.org/{at}\n")).collect();
                format!("{used}{defined}")
            });
        },
    },
    Kind {
        name: "columns",
        size: 50,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            sides(root, |word| {
                let row = |cell: &str| format!("|{}\n", format!(" {cell} |").repeat(size));
                format!("{}{}{}", row(word), row("---"), row(word))
            });
        },
    },
    Kind {
        name: "rows",
        size: 125,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            sides(root, |word| {
                let rows: String = (0..size).map(|at| format!("| {word} {at} | {at} |\n")).collect();
                format!("| {word} | № |\n|---|---|\n{rows}")
            });
        },
    },
    Kind {
        name: "repeated term",
        size: 500,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            document(root, &"акимат ".repeat(size), &"akimat ".repeat(size));
        },
    },
    Kind {
        name: "sentences",
        size: 125,
        large: None,
        commands: DOCUMENT,
        fill: |root, size| {
            let all = |word: &str| (0..size).map(|at| format!("{word} {at}. ")).collect::<String>();
            document(root, &all("Мост открыл аким номер"), &all("The akim opened bridge number"));
        },
    },
    Kind {
        name: "gaps",
        size: 125,
        large: None,
        commands: &["check --no-cache --fail-on never", "gaps", "update --dry-run"],
        fill: |root, size| {
            let all = |open: &str, close: &str| {
                (0..size).map(|at| format!("{open}Мост номер {at} открыт.{close}\n\n")).collect::<String>()
            };
            document(root, &all("", ""), &all("<!-- tolmach: translate\n", "\n-->"));
        },
    },
    Kind {
        name: "waivers",
        size: 250,
        large: Some(6_250),
        commands: READ,
        fill: |root, size| {
            document(root, "Мост открыт.\n", "The bridge is open.\n");
            let waiver = |at: usize| {
                format!(
                    "\n[[waiver]]\nrule = \"term-missing\"\nreason = \"a\"\nsource = [\"мост {at}\"]\ntarget = [\"{at}\"]\n"
                )
            };
            let all: String = (0..size).map(waiver).collect();
            write(root, "translations/en/a.units.toml", &format!("format = 2\n{all}"));
        },
    },
    Kind {
        name: "concepts",
        size: 1_000,
        large: Some(6_250),
        commands: READ,
        fill: |root, size| {
            document(root, "Мост открыт.\n", "The bridge is open.\n");
            concepts(root, size, |russian, english| (format!("{russian}ка"), english), "");
        },
    },
    Kind {
        name: "prefixes",
        size: 500,
        large: Some(6_250),
        commands: READ,
        fill: |root, size| {
            document(root, &"мостовой номер ".repeat(50), &"bridge number ".repeat(50));
            let terms = |russian, english| (format!("мостовой {russian}"), format!("bridge {english}"));
            concepts(root, size, terms, "");
        },
    },
    Kind {
        name: "scopes",
        size: 250,
        large: Some(6_250),
        commands: READ,
        fill: |root, size| {
            document(root, "Мост открыт.\n", "The bridge is open.\n");
            let terms = |russian, english| (format!("{russian}ка"), english);
            concepts(root, size, terms, "scope = [\"originals/a*.md\"]\n");
        },
    },
    Kind {
        name: "configuration blocks",
        size: 60,
        large: Some(625),
        commands: READ,
        fill: |root, size| {
            let block = |at: usize| {
                write(root, &format!("b{at}/ru/a.md"), "Мост открыт.\n");
                write(root, &format!("b{at}/en/a.md"), "The bridge is open.\n");
                format!("[[documents]]\noriginal = \"b{at}/ru/*.md\"\ntranslation = \"b{at}/{{language}}/*.md\"\n\n")
            };
            let all: String = (0..size).map(block).collect();
            write(root, "tolmach.toml", &format!("source-language = \"ru\"\n\n{all}"));
        },
    },
    Kind {
        name: "files",
        size: 250,
        large: Some(3_125),
        commands: READ,
        fill: |root, size| {
            for at in 0..size {
                write(root, &format!("originals/{}/{at}.md", at % 50), &format!("Мост номер {at} открыт.\n"));
                write(root, &format!("translations/en/{}/{at}.md", at % 50), &format!("Bridge number {at} is open.\n"));
            }
        },
    },
    Kind {
        name: "deep folders",
        size: 4,
        large: Some(60),
        commands: READ,
        fill: |root, size| {
            let folder = "a/".repeat(size);
            write(root, &format!("originals/{folder}a.md"), "Мост открыт.\n");
            write(root, &format!("translations/en/{folder}a.md"), "The bridge is open.\n");
        },
    },
    Kind {
        name: "memory",
        size: 2_000,
        large: Some(62_500),
        commands: &["memory search Мост~номер~17~открыт", "gaps"],
        fill: |root, size| {
            document(root, "Мост номер 17 закрыт.\n", "<!-- tolmach: translate\nМост номер 17 закрыт.\n-->\n");
            let unit = |at: usize| {
                format!(
                    "<tu><tuv xml:lang=\"ru\"><seg>Мост номер {at} открыт для {at} машин.</seg></tuv>\
                     <tuv xml:lang=\"en\"><seg>Bridge number {at} is open for {at} cars.</seg></tuv></tu>\n"
                )
            };
            let all: String = (0..size).map(unit).collect();
            let head = "<tmx version=\"1.4\"><header srclang=\"ru\" segtype=\"paragraph\" datatype=\"plaintext\" adminlang=\"en\" \
                    creationtool=\"a\" creationtoolversion=\"1\" o-tmf=\"a\"/><body>\n";
            write(root, "memory/a.tmx", &format!("<?xml version=\"1.0\"?>\n{head}{all}</body></tmx>\n"));
        },
    },
];

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("it is in the project")).expect("a writable folder");
    fs::write(path, text).expect("a writable folder");
}

/// A project of one document, with a glossary of one concept.
fn document(root: &Path, original: &str, translation: &str) {
    write(root, "originals/a.md", original);
    write(root, "translations/en/a.md", translation);
    concepts(root, 1, |_, _| ("акимат".to_owned(), "akimat".to_owned()), "");
}

/// A project of one document, whose sides are made from a word of their own.
fn sides(root: &Path, make: impl Fn(&str) -> String) {
    document(root, &make("мост"), &make("bridge"));
}

/// Numbered paragraphs.
fn lines(root: &Path, size: usize, original: &str, translation: &str) {
    let all = |text: &str| (0..size).map(|at| format!("{text}{at}\n\n")).collect::<String>();
    document(root, &all(original), &all(translation));
}

/// A glossary whose terms are made from two words of each concept's own.
fn concepts(root: &Path, size: usize, terms: impl Fn(String, String) -> (String, String), more: &str) {
    let concept = |at: usize| {
        let (russian, english) = terms(word(at, "бвгдзклмнпрст"), word(at, "bvgdzklmnprst"));
        format!(
            "[[concept]]\nid = \"c{at}\"\n{more}[concept.ru]\npreferred = \"{russian}\"\n[concept.en]\npreferred = \"{english}\"\n\n"
        )
    };
    let all: String = (0..size).map(concept).collect();
    write(root, "glossary/terms.toml", &all);
}

/// A word of its own for each number: its digits as consonants, a vowel behind each.
fn word(mut number: usize, consonants: &str) -> String {
    let letters: Vec<char> = consonants.chars().collect();
    let vowels: &[char] = if consonants.is_ascii() { &['a', 'o', 'u'] } else { &['а', 'о', 'у'] };
    let mut word = String::new();
    let mut at = 0;
    while at < 4 || number > 0 {
        word.push(letters[number % letters.len()]);
        word.push(vowels[at % vowels.len()]);
        number /= letters.len();
        at += 1;
    }
    word
}
