//! What every format must hold: round trips, hostile files, broken files.

use proptest::prelude::*;

use super::tbx::{ExchangedTerm, Flavour, TermEntry, TermStatus, Version};
use super::terms::Layout;
use super::*;

fn languages() -> Languages {
    Languages::new("ru", "en")
}

fn entry(id: &str, source: &str, target: &str) -> Entry {
    Entry {
        id: id.to_owned(),
        source: source.to_owned(),
        target: Some(target.to_owned()),
        state: State::Translated,
        origin: "originals/a.md".to_owned(),
        ..Entry::default()
    }
}

pub(super) type Read = fn(&[u8], &Languages, &mut dyn FnMut(Entry)) -> Result<Losses, Broken>;
type Write = fn(&mut Vec<u8>, Vec<Entry>) -> Losses;

/// Every format of units: its name, writer, reader.
const FORMATS: &[(&str, Write, Read)] = &[
    ("tmx", |out, entries| tmx::write(out, &languages(), entries).unwrap(), |b, l, e| tmx::read(b, l, e)),
    ("xliff1", |out, entries| xliff1::write(out, &languages(), entries).unwrap(), |b, l, e| xliff1::read(b, l, e)),
    ("xliff2", |out, entries| xliff2::write(out, &languages(), entries).unwrap(), |b, l, e| xliff2::read(b, l, e)),
    ("po", |out, entries| po::write(out, &languages(), entries).unwrap(), |b, l, e| po::read(b, l, e)),
    (
        "csv",
        |out, entries| table::write(out, table::Columns::Commas, entries).unwrap(),
        |b, l, e| table::read(b, table::Columns::Commas, l, e),
    ),
    (
        "tsv",
        |out, entries| table::write(out, table::Columns::Tabs, entries).unwrap(),
        |b, l, e| table::read(b, table::Columns::Tabs, l, e),
    ),
];

pub(super) fn read_all(read: Read, bytes: &[u8]) -> Result<(Vec<Entry>, Losses), Broken> {
    let mut entries = Vec::new();
    let losses = read(bytes, &languages(), &mut |entry| entries.push(entry))?;
    Ok((entries, losses))
}

fn kind(read: Read, bytes: &[u8]) -> BrokenKind {
    read_all(read, bytes).expect_err("a broken file").kind
}

#[test]
fn any_paragraph_comes_back_as_it_went() {
    let texts = [
        "**Жирный** и _курсив_, `код < & >`, [ссылка](https://example.org/?a=1&b=2 \"имя\")",
        "Две\nстроки\r\nи \t табуляция  с  пробелами ",
        "]]> <!-- tolmach: translate --> &amp; &#10; <ph>нет</ph> \\n \"кавычки\" 'и'",
        "🇰🇿👨‍👩‍👧 e\u{301} й\u{306} \u{a0}\u{ad}\u{200b}\u{202e}",
        "=1+1, \"a\", 'b', #, fuzzy msgid",
        "\n",
    ];
    for (name, write, read) in FORMATS {
        let entries: Vec<Entry> =
            texts.iter().enumerate().map(|(at, text)| entry(&format!("p{at}"), text, &text.repeat(2))).collect();
        let mut bytes = Vec::new();
        let losses = write(&mut bytes, entries.clone());
        assert_eq!(losses.iter().collect::<Vec<_>>(), [], "{name}");
        let (read, losses) = read_all(*read, &bytes).unwrap();
        assert_eq!(read, entries, "{name}");
        assert!(losses.is_empty(), "{name}: {losses:?}");
    }
}

/// A thousand paragraphs of Markdown that hold, between them, whatever a person or a program may write.
fn thousand() -> Vec<Entry> {
    let inline = [
        "**жирный** _курсив_ ***оба*** ~~нет~~ `код < & >` ``a`b``",
        "[ссылка](https://example.org/?a=1&b=2 \"имя\") ![вид][фото] <https://example.org> [^1]",
        "<b>тег</b> <br/> <!-- заметка --> <!-- tolmach: translate\nтекст\n-->",
        "| ячейка | a\\|b | <br> |",
        "жёсткий\\\nразрыв  \nи мягкий\nразрыв\r\nи ещё",
        "🇰🇿 👨\u{200d}👩\u{200d}👧 👋🏽 ☺\u{fe0f} 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
        "e\u{301} и\u{306} q\u{323}\u{307} a\u{307}\u{323} ậ ё/е\u{308}",
        "\\u0007 \\x1b[31m \\0 ^[[0m ␛ \\n \\t \\\" \\\\",
        "]]> &amp; &#10; &#x0; </seg></target> <ph id=\"1\"/> <![CDATA[x]]> <?xml?>",
        "#, fuzzy\nmsgid \"\"\nmsgstr \"\"\n#~ \"x\"",
        "=1+1; \"a\",'b'\t;\t, \"\"",
        "שלום \u{202b}עולם\u{202c} \u{2066}x\u{2069} مرحبا",
        "\u{a0}неразрывный\u{202f}и\u{ad}мягкий\u{200b}нулевой\u{2060}знак\u{feff}",
        "\u{85} \u{2028} \u{2029} \u{7f} \u{9f}",
        "%s %1$s {0} {{имя}} ${x} $(rm) `echo`",
        "  отступ и  двойные   пробелы  ",
        "---\nключ: значение\n---",
        "\u{f8ff}\u{10fffd}\u{fffd}\u{e000}",
    ];
    let start = |at: usize| ["", "> ", "- ", "1. ", "# ", "[^1]: ", "    ", "| "][at % 8];
    let text = |at: usize, word: &str| {
        let several = (0..=at % 4).map(|more| inline[(at * 7 + more) % inline.len()]).collect::<Vec<_>>().join(" ");
        format!("{}{word} {at}: {several}", start(at))
    };
    (0..1000).map(|at| entry(&format!("{}", at + 1), &text(at, "Абзац"), &text(at + 5, "Paragraph"))).collect()
}

#[test]
fn a_thousand_paragraphs_of_every_kind_come_back_identical() {
    let sent = thousand();
    for (name, write, read) in FORMATS {
        let mut bytes = Vec::new();
        assert_eq!(write(&mut bytes, sent.clone()).iter().collect::<Vec<_>>(), [], "{name}");
        let (back, losses) = read_all(*read, &bytes).expect("what was written");
        assert!(losses.is_empty(), "{name}: {losses:?}");
        assert_eq!(back.len(), sent.len(), "{name}");
        for (back, sent) in back.iter().zip(&sent) {
            assert_eq!(back, sent, "{name}");
        }
        // Through the hands of a program that keeps UTF-16, as many of them do.
        if bytes.starts_with(b"<?xml") {
            let text = String::from_utf8(bytes).expect("UTF-8").replacen("UTF-8", "UTF-16", 1);
            let wide: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
            assert_eq!(read_all(*read, &wide).expect("the same in UTF-16").0, sent, "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_comes_back_or_its_loss_is_said(source in "\\PC{1,40}|[a-zа-я<>&\"'\\\\\n\r\t\u{0}-\u{20}]{1,40}", target in "(?s).{1,40}") {
        for (name, write, read) in FORMATS {
            let sent = entry("p1", &source, &target);
            let mut bytes = Vec::new();
            let losses = write(&mut bytes, vec![sent.clone()]);
            let (read, _) = read_all(*read, &bytes).unwrap();
            prop_assert_eq!(read.len(), 1, "{}", name);
            if losses.is_empty() {
                prop_assert_eq!(&read[0], &sent, "{}", name);
            } else {
                let unheld = |c: char| losses.iter().any(|loss| loss.kind == LossKind::Character(c));
                let expected: String = source.chars().map(|c| if unheld(c) { '\u{fffd}' } else { c }).collect();
                prop_assert_eq!(&read[0].source, &expected, "{}", name);
            }
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0usize..400, flip in any::<u8>()) {
        for (_, write, read) in FORMATS {
            let _ = read_all(*read, &bytes);
            let mut written = Vec::new();
            write(&mut written, vec![entry("p1", "Первое `a`", "First")]);
            let place = at % written.len();
            written[place] = flip;
            let _ = read_all(*read, &written);
        }
        let _ = tbx::read(&bytes[..], &mut |_| {});
        let _ = terms::read(&String::from_utf8_lossy(&bytes), &terms::Reading::default(), &languages());
    }
}

#[test]
fn states_come_back() {
    for (name, write, read) in FORMATS {
        for state in [State::New, State::Draft, State::Translated, State::Accepted] {
            let target = (state != State::New).then(|| "First".to_owned());
            let sent = Entry { state, target, ..entry("p1", "Первое", "") };
            let mut bytes = Vec::new();
            let losses = write(&mut bytes, vec![sent.clone()]);
            let (read, _) = read_all(*read, &bytes).unwrap();
            match (*name, state) {
                ("tmx", State::New) => {
                    assert!(read.is_empty());
                    assert_eq!(losses.iter().next().unwrap().kind, LossKind::NoTarget);
                }
                ("po", State::Accepted) => {
                    assert_eq!(read[0].state, State::Translated);
                    assert!(!losses.is_empty());
                }
                _ => assert_eq!(read, [sent], "{name}"),
            }
        }
    }
}

#[test]
fn control_characters_are_said_where_they_cannot_be_held() {
    let sent = entry("p1", "a\u{1b}b\u{0}", "c");
    for (name, write, read) in FORMATS {
        let mut bytes = Vec::new();
        let losses: Vec<Loss> = write(&mut bytes, vec![sent.clone()]).iter().collect();
        let (read, _) = read_all(*read, &bytes).unwrap();
        match *name {
            "tmx" | "xliff1" => {
                assert_eq!(read[0].source, "a\u{fffd}b\u{fffd}");
                assert_eq!(losses[1], Loss { kind: LossKind::Character('\u{1b}'), count: 1, first: 1 });
            }
            "po" => assert_eq!((read[0].source.as_str(), losses.len()), ("a\u{1b}b\u{fffd}", 1)),
            _ => assert_eq!((read[0].source.as_str(), losses.len()), ("a\u{1b}b\u{0}", 0), "{name}"),
        }
    }
}

#[test]
fn markup_is_shielded_in_xliff() {
    let text = "Это `код` и **жирно**";
    let codes: Vec<Span> = ["`код`", "**"]
        .iter()
        .map(|c| text.find(c).unwrap()..text.find(c).unwrap() + c.len())
        .map(Span::from)
        .collect();
    let sent = Entry { source_codes: codes.clone(), target_codes: codes, ..entry("p1", text, text) };
    for (name, write, read) in FORMATS.iter().filter(|(name, ..)| name.starts_with("xliff")) {
        let mut bytes = Vec::new();
        write(&mut bytes, vec![sent.clone()]);
        let shown = String::from_utf8(bytes.clone()).unwrap();
        assert!(shown.contains("Это <ph id=\"1\""), "{shown}");
        assert_eq!(read_all(*read, &bytes).unwrap().0, std::slice::from_ref(&sent), "{name}");
    }
}

/// The formats that are XML, each with a whole file around `{}`.
const XML: &[(&str, usize)] = &[("tmx", 0), ("xliff", 1), ("xliff", 2)];

#[test]
fn entities_are_refused_and_nothing_is_fetched() {
    for (root, format) in XML {
        let read = FORMATS[*format].2;
        let laughs = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><{root} version=\"2.0\">&b;</{root}>"
        );
        assert!(matches!(kind(read, laughs.as_bytes()), BrokenKind::EntityDeclared), "{root}");
        let external = format!(
            "<!DOCTYPE {root} [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><{root} version=\"2.0\">&x;</{root}>"
        );
        assert!(matches!(kind(read, external.as_bytes()), BrokenKind::EntityDeclared), "{root}");
        let undeclared = format!("<{root} version=\"{}\">&nbsp;</{root}>", if *format == 1 { "1.2" } else { "2.0" });
        assert!(matches!(kind(read, undeclared.as_bytes()), BrokenKind::UnknownEntity(name) if name == "nbsp"));
    }
    let read = FORMATS[0].2;
    assert!(read_all(read, b"<!DOCTYPE tmx SYSTEM \"http://example.org/tmx14.dtd\"><tmx/>").is_ok());
    assert!(matches!(kind(read, b"<tmx a=\"&x;\"/>"), BrokenKind::UnknownEntity(_) | BrokenKind::Syntax(_)));
}

#[test]
fn a_file_cut_anywhere_is_truncated_never_whole() {
    for (name, write, read) in &FORMATS[..3] {
        let mut bytes = Vec::new();
        write(&mut bytes, vec![entry("p1", "Первое", "First"), entry("p2", "Второе", "Second")]);
        let end = bytes.len() - 1;
        for cut in (0..end).step_by(7) {
            assert!(read_all(*read, &bytes[..cut]).is_err(), "{name} cut at {cut}");
        }
    }
    assert!(matches!(kind(FORMATS[3].2, b"msgid \"a\"\n"), BrokenKind::Truncated));
}

#[test]
fn files_are_read_in_the_encoding_they_are_in() {
    let read = FORMATS[0].2;
    let tmx = |encoding: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<tmx version=\"1.4\"><body><tu>\
             <tuv xml:lang=\"RU-ru\"><seg>Привет</seg></tuv><tuv lang=\"en_US\"><seg>Hi</seg></tuv></tu></body></tmx>"
        )
    };
    let utf16 = tmx("utf-16");
    let mut little = vec![0xff, 0xfe];
    little.extend(utf16.encode_utf16().flat_map(u16::to_le_bytes));
    let mut big = vec![0xfe, 0xff];
    big.extend(utf16.encode_utf16().flat_map(u16::to_be_bytes));
    let cyrillic = tmx("windows-1251");
    let (cyrillic, ..) = encoding_rs::WINDOWS_1251.encode(&cyrillic);
    let marked = [b"\xef\xbb\xbf", tmx("UTF-8").as_bytes()].concat();
    for bytes in [&little[..], &big, &cyrillic, &marked] {
        let (entries, _) = read_all(read, bytes).unwrap();
        assert_eq!((entries[0].source.as_str(), entries[0].target.as_deref()), ("Привет", Some("Hi")));
    }
    let wrong = tmx("UTF-8");
    let (wrong, ..) = encoding_rs::WINDOWS_1251.encode(&wrong);
    assert!(matches!(kind(read, &wrong), BrokenKind::NotInEncoding(_)), "{:?}", kind(read, &wrong));
    assert!(matches!(kind(read, tmx("klingon").as_bytes()), BrokenKind::UnknownEncoding(_)));
}

#[test]
fn a_broken_file_names_its_line() {
    let broken = read_all(FORMATS[0].2, b"<tmx>\n<body>\n<tu></tv></body></tmx>").unwrap_err();
    assert_eq!(broken.line, 3);
    let broken = read_all(FORMATS[3].2, b"msgid \"a\"\nmsgstr \"b\nc\"\n").unwrap_err();
    assert_eq!(broken.line, 2);
    assert!(matches!(kind(FORMATS[0].2, b"<html/>"), BrokenKind::WrongRoot { .. }));
    assert!(matches!(kind(FORMATS[1].2, b"<xliff version=\"2.0\"/>"), BrokenKind::Version(_)));
    assert!(matches!(
        kind(FORMATS[1].2, b"<xliff version=\"1.2\"><file source-language=\"kk\"/></xliff>"),
        BrokenKind::Languages { .. }
    ));
}

#[test]
fn what_other_tools_write_is_read_and_its_losses_are_said() {
    let tmx = "<tmx version=\"1.4\"><header/><body><tu><prop type=\"x-x\">1</prop>\
        <tuv xml:lang=\"ru\"><seg>Это <bpt i=\"1\">&lt;b></bpt>важно<ept i=\"1\">&lt;/b></ept></seg></tuv>\
        <tuv xml:lang=\"en\"><seg>This <hi>matters</hi></seg></tuv><tuv xml:lang=\"de\"><seg>x</seg></tuv></tu></body></tmx>";
    let (entries, losses) = read_all(FORMATS[0].2, tmx.as_bytes()).unwrap();
    assert_eq!((entries[0].source.as_str(), entries[0].target.as_deref()), ("Это важно", Some("This matters")));
    let kinds: Vec<LossKind> = losses.iter().map(|loss| loss.kind).collect();
    assert!(
        kinds.contains(&LossKind::Markup("bpt".to_owned())) && kinds.contains(&LossKind::Language("de".to_owned()))
    );

    let xliff = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"ru\" trgLang=\"en\">\
        <file id=\"f\"><unit id=\"u1\"><originalData><data id=\"d\">**</data></originalData>\
        <segment state=\"final\"><source><pc id=\"1\" dataRefStart=\"d\" dataRefEnd=\"d\">Раз</pc>.</source>\
        <target><pc id=\"1\" dataRefStart=\"d\" dataRefEnd=\"d\">One</pc>.</target></segment>\
        <ignorable><source> </source></ignorable>\
        <segment state=\"translated\"><source>Два.</source><target>Two.</target></segment></unit></file></xliff>";
    let (entries, losses) = read_all(FORMATS[2].2, xliff.as_bytes()).unwrap();
    assert_eq!((entries[0].source.as_str(), entries[0].target.as_deref()), ("**Раз**. Два.", Some("**One**. Two.")));
    assert_eq!(entries[0].state, State::Translated);
    assert!(losses.is_empty(), "{losses:?}");

    let po = "msgid \"\"\nmsgstr \"Language: en\\n\"\n\n#~ msgid \"old\"\n#, fuzzy, c-format\nmsgid \"\"\n\"один \"\n\
        \"файл\"\nmsgid_plural \"файлы\"\nmsgstr[0] \"file\"\nmsgstr[1] \"files\"\n";
    let (entries, losses) = read_all(FORMATS[3].2, po.as_bytes()).unwrap();
    assert_eq!((entries[0].source.as_str(), entries[0].state), ("один файл", State::Draft));
    assert_eq!(losses.iter().count(), 2);

    let (entries, _) = read_all(FORMATS[4].2, "\u{feff}ru,en\nраз,one\n".as_bytes()).unwrap();
    assert_eq!(entries[0].target.as_deref(), Some("one"));
    let (entries, _) = read_all(FORMATS[5].2, "раз\tone\nдва\ttwo\n".as_bytes()).unwrap();
    assert_eq!(entries.len(), 2);
    assert!(matches!(kind(FORMATS[4].2, b"source\nx\n"), BrokenKind::Columns { .. }));
}

fn concept() -> TermEntry {
    let term = |language: &str, text: &str, status| ExchangedTerm {
        language: language.to_owned(),
        text: text.to_owned(),
        status: Some(status),
        ..ExchangedTerm::default()
    };
    TermEntry {
        id: "akimat".to_owned(),
        definition: "local executive body & more".to_owned(),
        domain: "government".to_owned(),
        note: "lower case".to_owned(),
        terms: vec![
            term("ru", "акимат", TermStatus::Preferred),
            term("en", "akimat", TermStatus::Preferred),
            term("en", "local administration", TermStatus::Admitted),
            term("en", "city hall", TermStatus::Deprecated),
        ],
        ..TermEntry::default()
    }
}

#[test]
fn term_bases_come_back() {
    for (version, flavour) in
        [(Version::V2, Flavour::Basic), (Version::V3, Flavour::Basic), (Version::V2, Flavour::Weblate)]
    {
        let mut bytes = Vec::new();
        let losses = tbx::write(&mut bytes, version, flavour, "en", &[concept()]).unwrap();
        assert!(losses.is_empty());
        let mut entries = Vec::new();
        let losses = tbx::read(&bytes[..], &mut |entry| entries.push(entry)).unwrap();
        assert_eq!(entries, [concept()]);
        assert!(losses.is_empty(), "{losses:?}");
    }
    let laughs = b"<!DOCTYPE martif [<!ENTITY a \"a\">]><martif>&a;</martif>";
    assert!(matches!(tbx::read(&laughs[..], &mut |_| {}).unwrap_err().kind, BrokenKind::EntityDeclared));
}

#[test]
fn glossary_tables_come_back_or_say_what_they_lose() {
    let write = |layout| {
        let mut bytes = Vec::new();
        let losses = terms::write(&mut bytes, layout, &languages(), &[concept()]).unwrap();
        assert!(losses.is_empty());
        String::from_utf8(bytes).unwrap()
    };
    let columns = terms::Columns::Commas;
    let own = write(Layout::Terms(columns));
    let read = |text: &str| terms::read(text, &terms::Reading::default(), &languages()).unwrap().entries;
    assert_eq!(read(&own), [concept()]);

    let weblate = write(Layout::Weblate);
    let entries = read(&weblate);
    let statuses: Vec<_> = entries[0].terms.iter().map(|term| (term.text.as_str(), term.status)).collect();
    assert_eq!(statuses[3], ("city hall", Some(TermStatus::Deprecated)));

    let omegat = write(Layout::OmegaT);
    assert!(omegat.contains("акимат\tcity hall\tFORBIDDEN local executive body"), "{omegat}");
    let entries = read(&omegat);
    assert_eq!((entries.len(), entries[0].terms.len()), (1, 4));
    assert_eq!(entries[0].terms[3].status, Some(TermStatus::Deprecated));
}
