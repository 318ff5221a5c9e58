//! Inputs that are small on disk and would be large at work.

use std::fs::File;

use super::{project, said, tolmach, write};

/// (what it is, the file it is put in, its bytes, a word of the complaint or nothing where it is good).
type Bomb = (&'static str, &'static str, Vec<u8>, &'static str);

const DEEP: usize = 10_000;

fn bombs() -> Vec<Bomb> {
    let text = |what, text: String| (what, "originals/a.md", text.into_bytes(), "");
    let config = |what, text: String, word| (what, "tolmach.toml", text.into_bytes(), word);
    let units = |what, text: String, word| (what, "translations/en/a.units.toml", text.into_bytes(), word);
    let terms = |what, text: String, word| (what, "glossary/a.toml", text.into_bytes(), word);
    let scope =
        |scope: String| format!("[[concept]]\nid = \"a\"\nscope = [\"{scope}\"]\n[concept.ru]\npreferred = \"мост\"\n");
    let dotted = || vec!["a"; DEEP].join(".");
    vec![
        text("quotes in quotes", "> ".repeat(DEEP) + "Мост."),
        text("lists in lists", "- ".repeat(DEEP) + "Мост."),
        text("numbered lists in lists", "1. ".repeat(DEEP) + "Мост."),
        text("quotes and lists by turns", "> - ".repeat(DEEP / 2) + "Мост."),
        text("links in links", "[".repeat(DEEP) + "Мост" + &"](a)".repeat(DEEP)),
        text("pictures in pictures", "![".repeat(DEEP) + "Мост" + &"](a)".repeat(DEEP)),
        text("open brackets", "[".repeat(5 * DEEP)),
        text("emphasis in emphasis", "*a **b ".repeat(DEEP)),
        text("stars", "*".repeat(10 * DEEP)),
        text("underscores", "_a __b ".repeat(DEEP)),
        text("code of every length", (1..600).map(|length| "`".repeat(length) + " ").collect()),
        text("elements in elements", "<div>".repeat(DEEP) + "\nМост\n" + &"</div>".repeat(DEEP)),
        text("elements in a line", "Мост ".to_owned() + &"<b>".repeat(DEEP)),
        text("comments that never end", "<!-- ".repeat(DEEP)),
        text("front matter that never ends", "---\n".to_owned() + &"a:\n".repeat(DEEP)),
        text("definitions", (0..DEEP).map(|at| format!("[a{at}]: b\n")).collect()),
        text("footnotes", (0..500).map(|at| format!("Мост[^{at}]\n\n[^{at}]: Мост\n\n")).collect()),
        text("a wide table", format!("|{}\n|{}\n|{}\n", "a|".repeat(5000), "-|".repeat(5000), "a|".repeat(5000))),
        text("entities", "&amp;".repeat(DEEP)),
        text("combining marks", "a".to_owned() + &"\u{301}".repeat(DEEP)),
        text("zero bytes", "\0".repeat(10 * DEEP)),
        text("spaces in twos", "a  ".repeat(DEEP)),
        text("numbers", "1 2 ".repeat(DEEP)),
        text("quotation marks", "« “ ".repeat(DEEP)),
        text("two alphabets", "аa ".repeat(DEEP)),
        ("a paragraph of a megabyte", "originals/a.md", "мост ".repeat(120_000).into_bytes(), "paragraph of"),
        ("very many paragraphs", "originals/a.md", "a\n\n".repeat(130_000).into_bytes(), "is the limit"),
        config("arrays in arrays", "a = ".to_owned() + &"[".repeat(DEEP), "tolmach.toml:1"),
        config("tables in tables", "a = ".to_owned() + &"{a=".repeat(DEEP), "tolmach.toml:1"),
        config("a key of very many parts", dotted() + " = 1", "tolmach.toml:1"),
        config("a table of very many parts", format!("[{}]", dotted()), "tolmach.toml:1"),
        config(
            "a pattern of very many stars",
            format!("[[documents]]\noriginal = \"{0}\"\ntranslation = \"{{language}}/{0}\"\n", "**/".repeat(DEEP)),
            "12 stars",
        ),
        config("a language of very many parts", format!("source-language = \"ru{}\"", "-abcde".repeat(DEEP)), ""),
        config("a list for a rule", format!("[rules.placeholder]\npatterns = [{}]", "\"(((\",".repeat(DEEP)), ""),
        units("arrays in arrays", "a = ".to_owned() + &"[".repeat(DEEP), "units.toml:1"),
        units("tables in tables", "a = ".to_owned() + &"{a=".repeat(DEEP), "units.toml:1"),
        units("a key of very many parts", dotted() + " = 1", "units.toml:1"),
        units("conflicts", "<<<<<<< a\n=======\n".repeat(DEEP), "conflict"),
        units(
            "waivers of nothing",
            "format = 1\n".to_owned()
                + &"[[waiver]]\nrule = \"end-mark\"\nreason = \"a\"\nsource = [\"b\"]\ntarget = [\"c\"]\n".repeat(2000),
            "",
        ),
        terms("arrays in arrays", "a = ".to_owned() + &"[".repeat(DEEP), "a.toml:1"),
        terms("tables of very many parts", format!("[[{}]]", dotted()), "a.toml:1"),
        terms("choices in choices", scope("{a,".repeat(DEEP) + &"}".repeat(DEEP)), "is not a pattern"),
        terms("open choices", scope("{".repeat(DEEP)), "is not a pattern"),
        terms("choices by choices", scope("{a,b}".repeat(DEEP)), ""),
        terms("stars in a scope", scope("**/".repeat(DEEP)), ""),
        terms("ranges", scope("[a-z]".repeat(DEEP)), ""),
        terms("very many terms", concepts(10_000), ""),
        terms("terms that look like regular expressions", expressions(), ""),
        terms(
            "a very long term",
            format!("[[concept]]\nid = \"a\"\n[concept.ru]\npreferred = \"{}\"\n", "а".repeat(DEEP)),
            "is the limit",
        ),
        terms(
            "a term of very many words",
            format!("[[concept]]\nid = \"a\"\n[concept.ru]\npreferred = \"{}\"\n", "мост ".repeat(DEEP)),
            "is the limit",
        ),
    ]
}

fn concepts(count: usize) -> String {
    let concept = |at| {
        format!(
            "[[concept]]\nid = \"c{at}\"\n[concept.ru]\npreferred = \"слово{at}кот мост\"\n[concept.en]\npreferred = \"word{at}cat\"\n"
        )
    };
    (0..count).map(concept).collect()
}

fn expressions() -> String {
    let terms = ["(a+)+b$", "мост.*", "[[мост", "\\\\d{1000000}a", "a|b", "(?i)a", "мост*", "a{1,99999}"];
    let concept = |(at, term)| {
        format!(
            "[[concept]]\nid = \"c{at}\"\n[concept.ru]\npreferred = \"мост {at}\"\n[concept.en]\npreferred = \"{term}\"\n"
        )
    };
    terms.iter().enumerate().map(concept).collect()
}

#[test]
fn a_small_file_is_never_a_large_task() {
    let bombs = bombs();
    std::thread::scope(|scope| {
        for half in bombs.chunks(bombs.len().div_ceil(2)) {
            scope.spawn(move || half.iter().for_each(lit));
        }
    });
}

fn lit((what, path, bytes, word): &Bomb) {
    let folder = project();
    write(folder.path(), path, bytes);
    if *path == "originals/a.md" {
        write(folder.path(), "translations/en/a.md", bytes);
    }
    let output = tolmach(folder.path(), "C.UTF-8", &["check"]);
    let said = said(&output);
    assert!(word.is_empty() || output.status.code() == Some(2) && said.contains(word), "{what}: {said:.2000}");
    assert!(said.len() < 4 << 20, "{what}: {} bytes are said", said.len());
}

/// Files of other tools: what `memory import` or `glossary import` says of them.
#[test]
fn a_file_of_another_tool_is_no_bomb_either() {
    let laughs = |root: &str| {
        let entities: String =
            (1..12).map(|at| format!("<!ENTITY e{at} \"{}\">", format!("&e{};", at - 1).repeat(10))).collect();
        format!("<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY e0 \"ha\">{entities}]><{root}>&e11;</{root}>")
    };
    let fetched = |root: &str| {
        format!(
            "<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><{root}>&e;</{root}>"
        )
    };
    let nested = |open: &str| format!("{open}{}", "<a>".repeat(10 * DEEP));
    let attributes: String = (0..DEEP).map(|at| format!(" a{at}=\"b\"")).collect();
    let files: Vec<(&str, String, &str)> = vec![
        ("a.tmx", laughs("tmx"), "declares entities"),
        ("a.xlf", laughs("xliff"), "declares entities"),
        ("a.xlf2", laughs("xliff"), "declares entities"),
        ("a.tbx", laughs("tbx"), "declares entities"),
        ("a.tmx", fetched("tmx"), "declares entities"),
        ("a.tbx", fetched("tbx"), "declares entities"),
        ("a.tmx", nested("<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"ru\"><seg>"), "a.tmx"),
        ("a.xlf", nested("<xliff version=\"1.2\"><file><body><trans-unit id=\"a\"><source>"), "a.xlf"),
        ("a.xlf2", nested("<xliff version=\"2.0\"><file id=\"a\"><unit id=\"a\"><segment><source>"), "a.xlf2"),
        ("a.tbx", nested("<tbx><text><body>"), "a.tbx"),
        ("a.tmx", format!("<tmx{attributes}>"), "a.tmx"),
        ("a.tmx", format!("<?xml version=\"1.0\" encoding=\"{}\"?><tmx/>", "a".repeat(DEEP)), "a.tmx"),
        ("a.html", "<div>".repeat(DEEP) + "Мост", ""),
        ("a.html", "<table><tr><td>".repeat(DEEP) + "Мост", ""),
        ("a.html", "<ul><li>".repeat(DEEP) + "Мост", ""),
        ("a.html", "<b><i>".repeat(DEEP) + "Мост", ""),
        ("a.html", "<a href=a>".repeat(DEEP) + "Мост", ""),
        ("a.po", "msgid \"".to_owned() + &"\\".repeat(10 * DEEP), "a.po"),
        ("a.po", "msgid \"a\"\n".to_owned() + &"\"b\"\n".repeat(10 * DEEP), ""),
        ("a.csv", "ru,en\n\"".to_owned() + &"мост\n".repeat(10 * DEEP), ""),
        ("a.csv", "ru,en\n".to_owned() + &",".repeat(10 * DEEP), ""),
        ("a.tsv", "ru\ten\n".to_owned() + &"\t".repeat(10 * DEEP), ""),
    ];
    for (name, text, word) in files {
        let folder = project();
        write(folder.path(), name, &text);
        let command: &[&str] = match name.rsplit_once('.') {
            Some((_, "tbx")) => &["glossary", "import", name],
            Some((_, "html")) => &["add", "--language", "en", "originals/b.md", "--import", name],
            _ => &["memory", "import", name],
        };
        let output = tolmach(folder.path(), "C.UTF-8", command);
        let said = said(&output);
        assert!(
            word.is_empty() || output.status.code() == Some(2) && said.contains(word),
            "{name}: {text:.80}: {said:.2000}"
        );
        assert!(!said.contains("root:"), "{name}: {said:.2000}");
    }
    // The same in the project's own memory, which every search reads.
    let folder = project();
    write(folder.path(), "memory/a.tmx", laughs("tmx"));
    let output = tolmach(folder.path(), "C.UTF-8", &["memory", "search", "мост"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("memory/a.tmx"), "{}", said(&output));
}

#[test]
fn json_in_json_is_refused() {
    let folder = project();
    write(folder.path(), "known.json", "[".repeat(10 * DEEP));
    let output = tolmach(folder.path(), "C.UTF-8", &["check", "--baseline", "known.json"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("known.json:1"), "{}", said(&output));
}

/// A file of a gigabyte, in which nothing is but its length.
#[test]
fn a_gigabyte_is_refused_before_it_is_read() {
    for path in
        ["originals/a.md", "translations/en/a.md", "translations/en/a.units.toml", "glossary/a.toml", "tolmach.toml"]
    {
        let folder = project();
        write(folder.path(), path, "");
        let file = File::options().write(true).open(folder.path().join(path)).expect("just written");
        file.set_len(1 << 30).expect("a file system with sparse files");
        for (tongue, words) in [("en_US.UTF-8", "larger than 64 MiB"), ("ru_RU.UTF-8", "больше 64 МиБ")] {
            let output = tolmach(folder.path(), tongue, &["check"]);
            let said = said(&output);
            assert!(
                output.status.code() == Some(2) && said.contains(path) && said.contains(words),
                "{path}: {said:.2000}"
            );
        }
    }
}

/// `TOLMACH_FILES=1000000 cargo test --test strangers tiny` tries a million.
#[test]
fn very_many_tiny_files_are_listed() {
    let count: usize = std::env::var("TOLMACH_FILES").map_or(3000, |count| count.parse().expect("a number"));
    let folder = project();
    for at in 0..count {
        // Not documents, as in a repository of anything else.
        let path = folder.path().join(format!("originals/{}/{at}.dat", at / 1000));
        if at % 1000 == 0 {
            std::fs::create_dir(path.parent().expect("a folder")).expect("a writable folder");
        }
        File::create(path).expect("a writable folder");
    }
    let output = tolmach(folder.path(), "C.UTF-8", &["check"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

/// What a person does with a text of very many small parts costs time by its length, not by its square.
#[test]
fn very_many_parts_are_started_accepted_and_updated() {
    const PARTS: usize = 4000;
    let table = |words: &str, every: usize| {
        let rows = (0..PARTS).filter(|at| at % every == 0).map(|at| format!("    | {words} {at} |\n"));
        format!("- {words}\n\n    | {words} |\n    |---|\n{}", rows.collect::<String>())
    };
    let prose = |words: &str, every: usize| -> String {
        (0..PARTS).filter(|at| at % every == 0).map(|at| format!("{words} {at}\n\n")).collect()
    };
    let of_both = |part: &dyn Fn(&str, usize) -> String| {
        let folder = tempfile::tempdir().expect("a writable folder");
        write(folder.path(), "originals/a.md", part("Мост через реку", 2));
        write(folder.path(), "translations/en/a.md", part("A bridge over the river", 2));
        let run = |arguments: &[&str]| {
            let output = tolmach(folder.path(), "C.UTF-8", arguments);
            assert_eq!(output.status.code(), Some(0), "{arguments:?}: {:.2000}", said(&output));
        };
        run(&["add", "originals/a.md", "--language", "de"]);
        run(&["accept", "--all"]);
        for every in [1, 4] {
            write(folder.path(), "originals/a.md", part("Мост через реку", every));
            run(&["update"]);
        }
    };
    of_both(&table);
    of_both(&prose);
}
