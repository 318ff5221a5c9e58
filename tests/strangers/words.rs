//! Letters that steer: in texts, names, glossaries, configurations, units files and files of other tools. None of
//! them reaches a terminal or the log of a CI runner as it is, in any command and any form of the answer.

use std::fs;
use std::path::Path;

use super::{said, tolmach, write};

/// Colours, a window's title, cleared screens, C1 controls, backspaces, directions, tags; what GitHub's and Azure's
/// runners obey; markup. Every one of them is legal in a TOML string, once escaped, and in a Markdown paragraph.
const HOSTILE: &str = "\u{1b}[5;41mRED\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}31m\u{8}\u{7f}\u{202e}evil\u{2066}\u{200f}\u{e0041} \
                       ##[error]x ##vso[task.x]a ##VSO[task.x]b #\u{200b}#vso[task.x]c ##teamcity[x] section_start:0:a\r\u{1b}[0K \
                       ]]><script>alert(1)</script>&lt;";

/// As [`HOSTILE`], with lines of its own.
fn lines() -> String {
    format!(
        "{HOSTILE}\n::error file=a::hostile\n  ::set-output name=a::hostile\r\n::warning::{HOSTILE}\n\n--- a group\n\n+++ a group\n\n\
             ~~~ a group\n"
    )
}

/// As a string of TOML and of JSON: both know these escapes.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_ascii() && !letter.is_control() => quoted.push(letter),
            letter if u32::from(letter) > 0xffff => quoted.push(letter),
            letter => quoted.push_str(&format!("\\u{:04x}", u32::from(letter))),
        }
    }
    quoted + "\""
}

/// A project in which every text, name and field that is not broken by it is hostile.
pub(super) fn hostile() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a writable folder");
    let root = folder.path();
    // A name must have no slash and no more than 255 bytes.
    let name = "::error::\u{1b}[31m\u{202e}\u{9b}1m\n::error::x ##[error]";
    let one = HOSTILE;
    for folder in ["originals", "translations/en"] {
        let (akimat, year) = if folder == "originals" { ("акимат", 1904) } else { ("city hall", 1905) };
        let text = format!(
            "# {one} {akimat}\n\nThe the {akimat}  {one} ({year} [a](http://a.b/{year}) `{one}` мoст.\n\n\
             ::error::{one} {year} {akimat}\n\n<!-- tolmach: allow {one} because {one} -->\n\n> {one}\n> ::error::{one} {year}?\n\n\
             [^{one}]: {one}\n\n{}\n",
            lines()
        );
        for name in [name, "a"] {
            write(root, &format!("{folder}/{name}.md"), &text);
        }
    }
    write(root, &format!("originals/{name}2.md"), format!("{one} новый акимат {}\n", lines()));
    let q = quoted(one);
    let lines = quoted(&lines());
    let glossary = format!(
        "[[concept]]\nid = {q}\ndefinition = {lines}\ndomain = {lines}\nnote = {lines}\n[concept.ru]\npreferred = \"акимат\"\nnote = {lines}\n\
         [concept.en]\npreferred = {q}\nadmitted = [\"akimat\"]\ndeprecated = [\"city hall\"]\nfirst-mention = {lines}\nnote = {lines}\n\
         [[concept]]\nid = \"unused\"\n[concept.ru]\npreferred = \"паром {0}\"\n[concept.en]\npreferred = \"ferry {0}\"\n",
        q.trim_matches('"')
    );
    write(root, &format!("glossary/{name}.toml"), glossary);
    let units = format!(
        "format = 1\n\n[[unit]]\nsource = [{q}]\ntarget = [{lines}]\n{q} = {lines}\n\n[[waiver]]\nrule = {q}\nreason = {lines}\n\
         source = [{q}]\ntarget = [{q}]\n\n[[waiver]]\nrule = \"end-mark\"\nreason = {lines}\nsource = [{q}]\ntarget = [{lines}]\n"
    );
    write(root, "translations/en/a.units.toml", &units);
    write(root, &format!("translations/en/{name}.units.toml"), &units);
    let xml: String = one.chars().filter(|letter| !letter.is_control() || u32::from(*letter) > 0x7f).collect();
    let xml = xml.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let tmx = format!(
        "<tmx version=\"1.4\"><header/><body><tu tuid=\"{xml}\"><note>{xml}</note><prop type=\"{xml}\">{xml}</prop><tuv xml:lang=\"ru\">\
         <seg>акимат {xml}</seg></tuv><tuv xml:lang=\"en\"><seg>{xml} &#x9b;31m<bpt i=\"1\">{xml}</bpt></seg></tuv>\
         <tuv xml:lang=\"{xml}\"><seg>{xml}</seg></tuv></tu></body></tmx>"
    );
    write(root, &format!("memory/{name}.tmx"), &tmx);
    write(root, &format!("{name}.tmx"), &tmx);
    write(root, &format!("{name}.html"), format!("<title>{one}</title><p>{one}<img alt=\"{one}\"><{one}>{one}</p>"));
    let answer = |id: &str| format!("{{\"id\": {id}, \"target\": {q}, \"by\": {q}}}\n");
    write(root, &format!("{name}.jsonl"), answer(&q) + &answer("\"\"") + &answer(&lines) + one);
    write(root, "terms.csv", format!("ru,en\n\"мост {one}\",\"bridge {one}\"\n{one},{one}\n"));
    write(root, "known.json", format!("{{\"version\":1,\"findings\":[],{q}:{lines}}}"));
    folder
}

/// Letters that an answer may hold as they are: all but those that steer.
pub(super) fn harmless(letter: char) -> bool {
    let steers = matches!(letter,
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e007f}');
    letter == '\n' || letter == '\t' || !letter.is_control() && !steers
}

/// Nothing in an answer steers; its own colours are left out of the question.
fn harmless_answer(what: &str, said: &str, coloured: bool, github: bool) {
    let mut plain = said.to_owned();
    if coloured {
        assert!(!said.contains("\u{1b}[5;41m") && !said.contains("\u{1b}[31mx"), "{what}: {said:?}");
        plain = anstream::adapter::strip_str(said).to_string();
        assert!(said.matches('\u{1b}').count() == colours(said), "{what}: {said:?}");
    }
    if let Some(letter) = plain.chars().find(|letter| !harmless(*letter)) {
        let at = plain.find(letter).unwrap_or_default();
        let around: String = plain.chars().skip(plain[..at].chars().count().saturating_sub(60)).take(120).collect();
        panic!("{what}: {letter:?} in {around:?}");
    }
    let command = regex::Regex::new(r"(?i)##[a-z]*\[").expect("a regular expression");
    let bare = plain.replace('\u{200b}', "");
    assert!(!command.is_match(&bare), "{what}: {:?}", command.find(&bare).map(|found| &bare[found.start()..]));
    for line in plain.lines() {
        assert!(!["--- a g", "+++ a g", "~~~ a g"].iter().any(|group| line.starts_with(group)), "{what}: {line:?}");
        let start = line.trim_start();
        let own = ["::error ", "::warning ", "::notice ", "::group::", "::endgroup::"];
        let allowed =
            github && own.iter().any(|own| line.starts_with(own)) && !line.starts_with("::error file=a::hostile");
        assert!(!start.starts_with("::") || allowed, "{what}: {line:?}");
    }
}

/// How many sequences there are that only colour.
fn colours(said: &str) -> usize {
    let rest = |at: usize| {
        said[at + 1..]
            .trim_start_matches('[')
            .trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ';')
    };
    said.match_indices('\u{1b}').filter(|(at, _)| rest(*at).starts_with('m')).count()
}

const NAME: &str = "::error::\u{1b}[31m\u{202e}\u{9b}1m\n::error::x ##[error]";

/// Every command, in every form of its answer; `{name}` means the hostile name.
const COMMANDS: &[&str] = &[
    "check",
    "check --show-waived -v",
    "check --format json",
    "check --format sarif",
    "check --format github",
    "check --format gitlab",
    "check --format junit",
    "check --format concise",
    "check --format rdjson",
    "check --format markdown",
    "check --format html",
    "check --fix --dry-run",
    "check --baseline known.json",
    "check --baseline translations/en/a.md",
    "check --rule {name}",
    "check --changed-since {name}",
    "check --language {name}",
    "check {name}",
    "check originals/{name}.md",
    "check --format {name}",
    "check --fix",
    "status",
    "status --format json",
    "status {name}",
    "align",
    "align --format json",
    "align --source originals/{name}.md --target translations/en/{name}.md --source-language ru --target-language en",
    "align --source {name} --target {name} --source-language ru --target-language en",
    "diff",
    "diff --format json",
    "accept --all --dry-run -v",
    "accept originals/{name}.md:3",
    "accept --all",
    "diff translations/en/{name}.md",
    "forget originals/{name}.md:3",
    "forget --all --dry-run",
    "pair originals/{name}.md:3 translations/en/{name}.md:5",
    "unpair originals/{name}.md:3",
    "unpair {name}:3",
    "waive term-deprecated translations/en/{name}.md:3 --reason {name}",
    "waive {name} translations/en/{name}.md:3 --reason x",
    "waive end-mark {name} --reason x",
    "resolve translations/en/{name}.units.toml",
    "resolve {name}",
    "glossary list",
    "glossary list --format json",
    "glossary find акимат",
    "glossary find акимат --format json",
    "glossary find {name}",
    "glossary forms --language ru {name}",
    "glossary forms --language ru --format json {name}",
    "glossary suggest",
    "glossary suggest --format json",
    "glossary add {name} --term ru={name} --term en={name}",
    "glossary add x --term ru=слово --file glossary/{name}2.toml",
    "glossary import terms.csv",
    "glossary import {name}",
    "glossary export {name}.tbx",
    "glossary export {name}.csv",
    "memory search акимат",
    "memory search акимат --format json",
    "memory search --term акимат",
    "memory search --term акимат --format json",
    "memory search {name}",
    "memory import {name}.tmx",
    "memory export {name}.xlf",
    "memory export {name}.po",
    "memory import {name}.xlf",
    "memory import {name}",
    "add originals/{name}2.md --language en",
    "add {name} --language en",
    "add --import {name}.html --language en",
    "add --import {name} --language en",
    "add originals/{name}2.md --language {name}",
    "update --dry-run",
    "update",
    "check --write-baseline {name}.json",
    "check --format human=out.txt --format github=out.github --format junit=out.xml --format sarif=out.sarif",
    "gaps",
    "gaps --stale --prompt",
    "fill {name}.jsonl",
    "fill {name}.jsonl --dry-run",
    "fill {name}",
    "report {name}/pages",
    "report a --trend {name}",
    "book {name}/books",
    "lexicon merge {name}",
    "glossary edit {name} --note {name}",
    "glossary remove {name}",
    "glossary merge glossary/{name}.toml",
    "update --stamp --dry-run",
    "rules",
    "rules --format json",
    "explain {name}",
    "help {name}",
    "{name}",
    "--{name}",
    "--project {name} check",
    "mv originals/{name}.md originals/{name}3.md",
    "mv originals/a.md {name}",
    "review --plain",
    "init",
    "check --fail-on never",
];

#[test]
fn nothing_of_a_stranger_steers_a_terminal_or_a_runner() {
    std::thread::scope(|scope| {
        for (tongue, color) in [("C.UTF-8", "never"), ("ru_RU.UTF-8", "always")] {
            scope.spawn(move || every_command(tongue, color));
        }
    });
}

fn every_command(tongue: &str, color: &str) {
    let folder = hostile();
    let mut whole = 0;
    // Forms for machines have neither colours nor, but for sentences, a language.
    let both = |command: &&&str| color == "never" || !command.contains("--format ") || command.contains("out.txt");
    for command in COMMANDS.iter().filter(both) {
        let mut arguments: Vec<String> = command.split(' ').map(|word| word.replace("{name}", NAME)).collect();
        arguments.insert(0, format!("--color={color}"));
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = tolmach(folder.path(), tongue, &arguments);
        let said = said(&output);
        harmless_answer(command, &said, color == "always", command.contains("github"));
        assert!(!said.contains("panicked"), "{command}: {said}");
        whole += usize::from(output.status.code() != Some(2));
        let text = String::from_utf8(output.stdout).expect("answers are UTF-8");
        if !text.is_empty() && command.contains("--format json") && output.status.code() != Some(2)
            || command.ends_with("--format sarif")
            || command.ends_with("gitlab")
        {
            serde_json::from_str::<serde_json::Value>(&text)
                .unwrap_or_else(|error| panic!("{command}: {error}: {said}"));
        }
        if command.ends_with("junit") {
            well_formed(&text);
        }
    }
    assert!(whole > COMMANDS.len() / 3, "most of them answer: {whole}");
    for file in ["out.txt", "out.github", "out.xml", "out.sarif"] {
        let text = read(folder.path(), file);
        harmless_answer(file, &text, false, file == "out.github");
    }
    well_formed(&read(folder.path(), "out.xml"));
}

/// With the step's summary, which GitHub renders as Markdown and HTML.
#[test]
fn the_summary_of_a_step_holds_no_markup_of_a_stranger() {
    let folder = hostile();
    let summary = folder.path().join("summary.md");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_tolmach"))
        .args(["check", "--format", "github"])
        .current_dir(folder.path())
        .env("GITHUB_STEP_SUMMARY", &summary)
        .output()
        .expect("the program runs");
    harmless_answer("github", &said(&output), false, true);
    let text = fs::read_to_string(&summary).expect("it was written");
    harmless_answer("summary", &text, false, true);
    assert!(!text.contains("<script") && text.contains("&lt;script"), "{text}");
}

fn read(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// XML 1.0 that a strict reader takes: no letter that it forbids, every element closed.
fn well_formed(xml: &str) {
    let forbidden = |letter: &char| matches!(letter, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    assert_eq!(xml.chars().find(forbidden), None);
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut open = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {xml}")) {
            quick_xml::events::Event::Start(_) => open += 1,
            quick_xml::events::Event::End(_) => open -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "{xml}");
}

/// What is broken is named in words that hold pieces of it.
#[test]
fn complaints_repeat_nothing_that_steers() {
    let q = quoted(HOSTILE);
    let files = [
        ("tolmach.toml", format!("{q} = 1\n")),
        ("tolmach.toml", format!("source-language = {q}\n")),
        ("tolmach.toml", format!("languages = [{q}]\n")),
        ("tolmach.toml", format!("[rules]\n{q} = \"off\"\n")),
        ("tolmach.toml", format!("[rules]\nend-mark = {q}\n")),
        ("tolmach.toml", format!("[rules.end-mark]\n{q} = 1\n")),
        ("tolmach.toml", format!("[[documents]]\noriginal = {q}\ntranslation = {q}\n")),
        (
            "tolmach.toml",
            format!("[[documents]]\noriginal = \"{0}/*\"\ntranslation = \"{{language}}/{0}/*\"\n", "../x"),
        ),
        ("tolmach.toml", format!("[align]\nlexicon = [{q}]\n")),
        ("tolmach.toml", HOSTILE.to_owned()),
        ("glossary/a.toml", format!("{q} = 1\n")),
        ("glossary/a.toml", format!("[[concept]]\nid = {q}\n")),
        ("glossary/a.toml", format!("[[concept]]\nid = \"a\"\n{q} = 1\n")),
        ("glossary/a.toml", format!("[[concept]]\nid = \"a\"\ncase = {q}\n[concept.ru]\npreferred = \"мост\"\n")),
        (
            "glossary/a.toml",
            format!(
                "[[concept]]\nid = \"a\"\nscope = [\"{{{0}\"]\n[concept.ru]\npreferred = \"мост\"\n",
                q.trim_matches('"')
            ),
        ),
        ("glossary/a.toml", format!("[[concept]]\nid = {q}\n[concept.{q}]\npreferred = {q}\n")),
        ("glossary/a.toml", format!("[[concept]]\nid = {q}\n[concept.ru]\npreferred = {q}\nadmitted = [{q}]\n")),
        ("glossary/a.toml", HOSTILE.to_owned()),
        ("translations/en/a.units.toml", format!("format = {q}\n")),
        ("translations/en/a.units.toml", format!("[[unit]]\nsource = {q}\n")),
        ("translations/en/a.units.toml", HOSTILE.to_owned()),
        ("translations/en/a.units.toml", format!("<<<<<<< {HOSTILE}\n")),
        ("memory/a.tmx", format!("<{}>", "a\u{9b}31m\u{202e}")),
        ("memory/a.tmx", "<tmx version=\"\u{9b}31m\u{202e}\">&\u{202e}\u{9b}31m;".to_owned()),
        ("memory/a.tmx", "<?xml version=\"1.0\" encoding=\"\u{202e}\u{9b}31m##[error]\"?><tmx>".to_owned()),
        ("originals/b.md", format!("<<<<<<< {HOSTILE}\n=======\n>>>>>>> {}\n", lines())),
    ];
    for (path, text) in files {
        let folder = super::project();
        write(folder.path(), path, &text);
        for (tongue, command) in [("C.UTF-8", "check"), ("ru_RU.UTF-8", "check"), ("C.UTF-8", "memory search мост")]
        {
            let arguments: Vec<&str> = command.split(' ').collect();
            let said = said(&tolmach(folder.path(), tongue, &arguments));
            harmless_answer(&format!("{path} {text:?} {command}"), &said, false, false);
        }
    }
}
