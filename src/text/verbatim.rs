//! What of a document is not prose and must answer its counterpart all the same: code, link definitions, includes.

use super::container::PREFIX;
use super::{Block, BlockKind, Document, Span};

/// A block that is compared as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verbatim {
    /// What it is.
    pub kind: BlockKind,
    /// What a fence says of its code: `rust`; empty where it says nothing.
    pub language: String,
    /// Its lines without fences and without what the containers around it put before them.
    pub text: String,
    /// As it is in the file, without what the containers around it put before its lines.
    pub whole: String,
    /// Bytes in the file, fences included.
    pub span: Span,
    /// How many paragraphs are before it.
    pub before: usize,
}

/// Which beginnings of comments a language of code has.
const COMMENTS: &[(&[&str], &[&str])] = &[
    (
        &[
            "js",
            "javascript",
            "jsx",
            "ts",
            "typescript",
            "tsx",
            "java",
            "c",
            "cpp",
            "c++",
            "cs",
            "csharp",
            "go",
            "rust",
            "rs",
            "swift",
            "kotlin",
            "scala",
            "dart",
            "json",
            "json5",
            "jsonc",
            "scss",
            "less",
            "proto",
            "css",
            "groovy",
        ],
        &["//", "/*", "*"],
    ),
    (&["console", "terminal", "shell-session"], &["#", "//"]),
    (&["php"], &["//", "/*", "*", "#"]),
    (&["sql", "lua", "haskell", "hs", "elm", "ada"], &["--", "/*"]),
    (&["tex", "latex", "erlang", "matlab"], &["%"]),
    (&["html", "xml", "vue", "svg", "md", "markdown", "jinja"], &["<!--", "{#", "//"]),
    (&["lisp", "clojure", "clj", "asm", "scheme"], &[";"]),
    (&["ini", "conf"], &["#", ";"]),
    (&["bat", "batch", "cmd"], &["REM", "::"]),
];

/// Fences whose lines and spaces mean nothing between signs: a program lays them out for whoever saves the file.
const FREE: &[&str] = &[
    "js",
    "mjs",
    "jsx",
    "ts",
    "tsx",
    "javascript",
    "typescript",
    "json",
    "jsonc",
    "json5",
    "css",
    "scss",
    "less",
    "java",
    "kotlin",
    "c",
    "cpp",
    "c++",
    "cs",
    "csharp",
    "php",
    "rust",
    "rs",
    "graphql",
];

/// Fences whose text is drawn or read rather than run: it is translated.
const READ: &[&str] =
    &["text", "txt", "plain", "plaintext", "mermaid", "plantuml", "puml", "dot", "tree", "diagram", "ascii"];

impl Document {
    /// The blocks that are compared as they are written, in order.
    pub fn verbatim(&self) -> Vec<Verbatim> {
        let kinds = [BlockKind::Code, BlockKind::Definitions, BlockKind::Include, BlockKind::Script];
        self.blocks.iter().filter(|block| kinds.contains(&block.kind)).map(|block| self.one_verbatim(block)).collect()
    }

    fn one_verbatim(&self, block: &Block) -> Verbatim {
        let near = block.span.start.saturating_sub(PREFIX);
        let bytes = &self.text.as_bytes()[near..block.span.start];
        let line_start = bytes.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(near, |at| near + at + 1);
        let columns = block.span.start - line_start;
        let mut lines: Vec<&str> = self.text[block.span.range()].lines().collect();
        for line in lines.iter_mut().skip(1) {
            let container = line.char_indices().take(columns).find(|(_, letter)| !matches!(letter, ' ' | '\t' | '>'));
            let cut = container.map_or(columns.min(line.len()), |(at, _)| at);
            *line = line.get(cut..).unwrap_or_default().trim_end();
        }
        let whole = lines.join("\n");
        let mut language = String::new();
        let fence = lines.first().and_then(|line| line.chars().next()).filter(|sign| matches!(sign, '`' | '~'));
        if block.kind == BlockKind::Code
            && let Some(sign) = fence.filter(|sign| lines[0].starts_with(&sign.to_string().repeat(3)))
        {
            let info = lines.remove(0).trim_start_matches(sign).trim();
            let name = info.trim_start_matches(['{', '.', ' ']).split([' ', ',', '{', '}', '\t', ':']).next();
            language = name.unwrap_or_default().to_ascii_lowercase();
            // The end of a container ends the fence in it too.
            let is_fence = |last: &str| [sign, ':'].iter().any(|sign| last.trim_matches(*sign).trim().is_empty());
            if lines.last().is_some_and(|last| last.len() >= 3 && is_fence(last)) {
                lines.pop();
            }
        }
        let text = lines.join("\n");
        Verbatim { kind: block.kind, language, text, whole, span: block.span, before: block.before }
    }
}

impl Verbatim {
    /// Whether it is drawn or read rather than run, so that its words are translated.
    pub fn is_read(&self) -> bool {
        self.kind == BlockKind::Code && READ.contains(&self.language.as_str())
    }

    /// Whether its lines may be broken and its signs spaced in any way.
    fn is_laid_out_freely(&self) -> bool {
        self.kind == BlockKind::Code && FREE.contains(&self.language.as_str())
    }

    /// Its lines without comments, and with one sign for every text in quotation marks that a person reads: what a
    /// translation has to keep.
    pub fn kept(&self) -> Vec<String> {
        let comments = match self.kind {
            BlockKind::Code => comments(&self.language),
            BlockKind::Script => &["//", "/*"],
            _ => &[],
        };
        let kept = |line: &str| {
            let code = without_comment(line, comments);
            without_texts(&code).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        self.text.lines().map(kept).filter(|line| !line.is_empty()).collect()
    }
}

/// Code without the white space that is between signs and the commas before a closing bracket; what is in quotation marks
/// stays as it is.
fn tight(lines: &[String]) -> String {
    let is_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
    let mut code = String::new();
    let (mut spaced, mut quote, mut escaped) = (false, None, false);
    for letter in lines.iter().flat_map(|line| line.chars().chain(['\n'])) {
        if let Some(open) = quote {
            code.push(letter);
            if !escaped && letter == open {
                quote = None;
            }
            escaped = !escaped && letter == '\\';
            continue;
        }
        if letter.is_whitespace() {
            spaced = true;
            continue;
        }
        if spaced && is_word(letter) && code.ends_with(is_word) {
            code.push(' ');
        }
        if matches!(letter, ')' | ']' | '}') && code.ends_with(',') {
            code.pop();
        }
        code.push(letter);
        spaced = false;
        quote = matches!(letter, '"' | '\'' | '`').then_some(letter);
    }
    code
}

/// What a text in quotation marks is kept as, where a person reads it.
const TEXT: &str = "“…”";

/// Whether two lines are equal but for texts in quotation marks, of which one is a person's to read: a single English
/// word may be code, and what it became shows that it is none.
fn have_texts_translated(one: &str, other: &str) -> bool {
    if one.contains(TEXT) == other.contains(TEXT) {
        return false;
    }
    let is_word = |inside: &str| {
        inside.contains(char::is_alphabetic)
            && !inside.contains(['/', '.', '_', '-', '=', '$', '{', '<', '\\', '@', '#'])
            && !inside.contains(char::is_numeric)
    };
    without_quoted(one, is_word) == without_quoted(other, is_word)
}

/// Whether two lines of code differ in nothing but words that a person reads: one has letters of no program, and the
/// other has everything else of it.
pub fn is_translated(one: &str, other: &str) -> bool {
    let words = |line: &str| -> Vec<String> {
        line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (left, right) = (words(one), words(other));
    let within = |own: &[String], there: &[String]| {
        own.iter().any(|word| !word.is_ascii())
            && own.iter().filter(|word| word.is_ascii()).all(|word| there.contains(word))
    };
    one == other
        || within_brackets(one) == within_brackets(other)
        || (options(one) == options(other) && (within(&left, &right) || within(&right, &left)))
}

/// A line without the white space just inside its braces and parentheses, which says nothing; of several statements as it
/// is, for a shell's `{ ls; }` needs it.
fn within_brackets(line: &str) -> String {
    let mut tight = String::with_capacity(line.len());
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let closes = letter.is_whitespace() && matches!(letters.peek(), Some('}' | ')'));
        let opened = letter.is_whitespace() && tight.ends_with(['{', '(']);
        if !(closes || opened) || line.contains(';') {
            tight.push(letter);
        }
    }
    tight
}

/// The options of a command line: what begins with a hyphen is never translated.
fn options(line: &str) -> Vec<&str> {
    let is_option = |word: &&str| word.starts_with('-') && word.contains(|letter: char| letter.is_ascii_alphabetic());
    line.split_whitespace().filter(is_option).collect()
}

impl Verbatim {
    /// The first lines that differ, of what a translation has to keep; empty where a side has no more of them.
    pub fn difference(&self, other: &Verbatim) -> Option<(String, String)> {
        if self.is_read() && other.is_read() {
            return None;
        }
        let (left, right) = (self.kept(), other.kept());
        if self.is_laid_out_freely() && self.language == other.language && tight(&left) == tight(&right) {
            return None;
        }
        let answers = |left: &str, right: &str| is_translated(left, right) || have_texts_translated(left, right);
        let same = left.iter().zip(&right).take_while(|(left, right)| answers(left, right)).count();
        let line = |lines: &[String]| lines.get(same).cloned().unwrap_or_default();
        (same < left.len().max(right.len())).then(|| (line(&left), line(&right)))
    }
}

fn comments(language: &str) -> &'static [&'static str] {
    let known = COMMENTS.iter().find(|(languages, _)| languages.contains(&language));
    // Shells, scripts and configuration files are the most, and a fence often says nothing.
    known.map_or(if language.is_empty() { &["#", "//"] } else { &["#"] }, |(_, comments)| comments)
}

/// The line up to a comment that is at its beginning or behind a space, outside of quotation marks.
fn without_comment(line: &str, comments: &[&str]) -> String {
    let mut quote = None;
    let mut before = ' ';
    for (at, letter) in line.char_indices() {
        let rest = &line[at..];
        let begins = |comment: &&&str| match **comment {
            // The lines of a comment of many lines.
            "*" => {
                line[..at].trim().is_empty()
                    && (rest.starts_with("* ") || rest.trim_end() == "*" || rest.starts_with("*/"))
            }
            comment => rest.starts_with(comment),
        };
        if quote.is_none() && before.is_whitespace() && comments.iter().any(|comment| begins(&comment)) {
            return line[..at].to_owned();
        }
        match (letter, quote) {
            ('"' | '\'' | '`', None) if rest[letter.len_utf8()..].contains(letter) => quote = Some(letter),
            (letter, Some(open)) if letter == open => quote = None,
            _ => {}
        }
        before = letter;
    }
    line.to_owned()
}

/// The line with one sign for each text in quotation marks that has spaces between words or letters of no program.
fn without_texts(line: &str) -> String {
    without_quoted(line, |inside| {
        inside.contains(char::is_alphabetic) && (inside.trim().contains(' ') || !inside.is_ascii())
    })
}

/// The line with [`TEXT`] for each text in quotation marks, and the marks, where `is_text` holds of what is between them.
fn without_quoted(line: &str, is_text: impl Fn(&str) -> bool) -> String {
    let mut kept = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['"', '\'', '`']) {
        let quote = rest.as_bytes()[at] as char;
        let Some(end) = rest[at + 1..].find(quote).map(|end| at + 1 + end) else { break };
        kept.push_str(&rest[..at]);
        kept.push_str(if is_text(&rest[at + 1..end]) { TEXT } else { &rest[at..=end] });
        rest = &rest[end + 1..];
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::super::Format;
    use super::*;

    fn read(text: &str) -> Vec<Verbatim> {
        Document::read(text.as_bytes(), Format::Markdown).verbatim()
    }

    #[test]
    fn code_is_read_without_its_fence_and_containers() {
        for text in [
            "Раз\n\n```sh title=\"a\"\nls\n  cd\n```\n",
            "Раз\n\n> ```sh\n> ls\n>   cd\n> ```\n",
            "- Раз\n\n  ~~~sh\n  ls\n    cd\n  ~~~\n",
        ] {
            let found = read(text);
            assert_eq!(
                (found[0].language.as_str(), found[0].text.as_str(), found[0].before),
                ("sh", "ls\n  cd", 1),
                "{text}"
            );
        }
        assert_eq!(read("Раз\n\n    ls\n      cd\n")[0].text, "ls\n  cd");
    }

    #[test]
    fn words_of_another_script_may_be_translated_and_what_is_around_them_may_not() {
        let read = |code: &str| read(&format!("```sh\n{code}\n```\n")).remove(0);
        assert_eq!(read("run --name <ваше имя>").difference(&read("run --name <your name>")), None);
        assert!(read("run --name <ваше имя>").difference(&read("run --all <your name>")).is_some());
    }

    #[test]
    fn a_single_word_in_quotes_may_be_translated_and_other_code_may_not_change_with_it() {
        let read = |code: &str| read(&format!("```js\n{code}\n```\n")).remove(0);
        assert_eq!(
            read("say({ to: \"bob\", text: \"Hello\" })").difference(&read("say({ to: \"bob\", text: \"Привет\" })")),
            None
        );
        assert_eq!(read("say(\"[guest]: \", text)").difference(&read("say(\"[гость]: \", text)")), None);
        assert!(read("say(\"Hello\")").difference(&read("say(\"Bye\")")).is_some());
        assert!(read("say(a, \"Hello\")").difference(&read("say(b, \"Привет\")")).is_some());
        assert!(read("open(\"a.txt\", \"Hello\")").difference(&read("open(\"b.txt\", \"Привет\")")).is_some());
    }

    #[test]
    fn the_layout_of_code_in_braces_is_free_and_that_of_other_code_is_not() {
        let read = |language: &str, code: &str| read(&format!("```{language}\n{code}\n```\n")).remove(0);
        let (one, other) = ("f({\n  a: 1,\n  b: 2,\n});", "f({ a: 1, b: 2 });");
        assert_eq!(read("ts", one).difference(&read("ts", other)), None);
        assert!(read("ts", one).difference(&read("ts", "f({ a: 1, b: 3 });")).is_some());
        assert!(read("ts", "a.split(\" \");").difference(&read("ts", "a.split(\"\");")).is_some());
        assert!(read("ts", "let ab;").difference(&read("ts", "let a b;")).is_some());
        assert!(read("sh", "rm -rf /tmp /a").difference(&read("sh", "rm -rf /tmp/a")).is_some());
        assert!(read("python", "if a:\n  b()\nc()").difference(&read("python", "if a: b()\nc()")).is_some());
    }

    #[test]
    fn comments_and_texts_may_be_translated_and_the_rest_may_not() {
        let kept = |code: &str| read(&format!("```{code}\n```\n"))[0].kept();
        for (was, now) in [
            ("sh\nls # список файлов", "sh\nls # list of files"),
            ("js\nshow('два слова') // вывод", "js\nshow('two words') // output"),
            ("py\n# раз\nprint(\"мост\")", "py\n# one\n# two\nprint(\"мостик\")"),
            ("sql\nselect 1 -- раз", "sql\nselect 1 -- one"),
        ] {
            assert_eq!(kept(was), kept(now), "{was}");
        }
        for (was, now) in [
            ("sh\nrm -rf build", "sh\nrm -rf /"),
            ("sh\ngit push", "sh\ngit push --force"),
            ("js\nopen('a.txt')", "js\nopen('b.txt')"),
            ("sh\ncurl a.org/#b", "sh\ncurl a.org/#c"),
        ] {
            assert_ne!(kept(was), kept(now), "{was}");
        }
    }
}
