//! What every kind of document must hold: structure, losses, hostile files; and that no letter becomes markup.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};
use zip::write::SimpleFileOptions;

use super::*;
use crate::exchange::BrokenKind;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a new part");
        archive.write_all(text.as_bytes()).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

const RELATIONS: &str = r#"<Relationships xmlns="r"><Relationship Id="m" Type="x/officeDocument" Target="word/document.xml"/></Relationships>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w">
    <w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>
    <w:style w:styleId="Own"><w:name w:val="Мой"/><w:basedOn w:val="1"/></w:style>
    <w:style w:styleId="Q"><w:name w:val="Quote"/></w:style>
    <w:style w:styleId="C"><w:name w:val="HTML Preformatted"/></w:style>
    <w:style w:styleId="T"><w:name w:val="toc 1"/></w:style>
    <w:style w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style></w:styles>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w">
    <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#;

const NOTES: &str = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>
    <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Примечание.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

const LINKS: &str = r#"<Relationships><Relationship Id="r1" Type="x/hyperlink" Target="https://example.org/a (b)" TargetMode="External"/>
    <Relationship Id="r2" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>"#;

fn docx(body: &str) -> Vec<u8> {
    let document = format!(r#"<w:document xmlns:w="w"><w:body>{body}<w:sectPr/></w:body></w:document>"#);
    archive(&[
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", &document),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/footnotes.xml", NOTES),
        ("word/_rels/document.xml.rels", LINKS),
    ])
}

fn odt(body: &str) -> Vec<u8> {
    let styles = r#"<office:automatic-styles>
        <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
        <style:style style:name="U" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
        <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Preformatted_20_Text"/>
        <style:style style:name="Q1" style:family="paragraph" style:parent-style-name="Quotations"/>
        <text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="2"/>
          <text:list-level-style-bullet text:level="2" text:bullet-char="•"/></text:list-style></office:automatic-styles>"#;
    let content = format!(
        "<office:document-content>{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

fn shown(kind: Kind, bytes: &[u8]) -> (String, Vec<(LostKind, usize)>) {
    let (text, lost) = markdown(read(kind, bytes).expect("a good document"));
    (text, lost.iter().collect())
}

fn page(body: &str) -> (String, Vec<(LostKind, usize)>) {
    shown(Kind::Html, body.as_bytes())
}

fn broken(kind: Kind, bytes: &[u8]) -> BrokenKind {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
    read(kind, bytes).expect_err(&start).kind
}

#[test]
fn word_keeps_its_structure() {
    let p = |style: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    };
    let item = |list: &str, level: u8, text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let body = [
        p("T", "Глава 1"),
        p("Own", "Мост"),
        p("Loop", "Абзац."),
        r#"<w:p><w:r><w:t>Сно</w:t></w:r><w:r><w:t>ва</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> жирно </w:t></w:r>
           <w:r><w:rPr><w:b w:val="0"/><w:i/></w:rPr><w:t>курсив</w:t></w:r><w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>!</w:t></w:r>
           <w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve"> под</w:t></w:r>
           <w:hyperlink r:id="r1"><w:r><w:t>ссылка</w:t></w:r></w:hyperlink><w:hyperlink r:id="r2"><w:r><w:t>нет</w:t></w:r></w:hyperlink></w:p>"#.to_owned(),
        item("1", 0, "Третий"),
        item("1", 1, "внутри"),
        item("1", 0, "Четвёртый"),
        p("Loop", "Между."),
        item("1", 0, "Пятый"),
        item("2", 0, "Римский"),
        p("Q", "Цитата."),
        p("Q", "Ещё."),
        p("C", "a = 1"),
        p("C", "  b = `2`"),
        r#"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Год</w:t></w:r></w:p></w:tc></w:tr>
           <w:tr><w:tc><w:p><w:r><w:t>1904</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>a|b</w:t></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#.to_owned(),
        r#"<w:p><w:del><w:r><w:delText>было</w:delText></w:r></w:del><w:ins><w:r><w:t>стало</w:t></w:r></w:ins><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"#.to_owned(),
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org"</w:instrText></w:r>
           <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>https://example.org</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
           <w:r><w:br/><w:t>дальше</w:t></w:r></w:p>"#.to_owned(),
    ];
    let (text, lost) = shown(Kind::Docx, &docx(&body.concat()));
    let wanted = "# Мост\n\nАбзац.\n\nСнова **жирно** *курсив*<strong>\\!</strong>[^1] под[ссылка](https://example.org/a%20%28b%29)нет\n\n\
        3. Третий\n   - внутри\n4. Четвёртый\n\nМежду.\n\n5. Пятый\n\n1) Римский\n\n> Цитата.\n>\n> Ещё.\n\n\
        ```\na = 1\n  b = `2`\n```\n\n| Год | |\n|---|---|\n| 1904 | a\\|b<br>c |\n\nстало\n\n\
        <https://example.org>\\\nдальше\n\n[^1]: Примечание.\n";
    assert_eq!(text, wanted);
    let lost: Vec<_> = lost.iter().map(|(kind, count)| (*kind, *count)).collect();
    assert_eq!(
        lost,
        [
            (LostKind::Picture, 1),
            (LostKind::TrackedChange, 2),
            (LostKind::Contents, 1),
            (LostKind::Underline, 1),
            (LostKind::Link, 1),
            (LostKind::Numerals, 1),
            (LostKind::MergedCell, 1),
            (LostKind::Cell, 1),
        ]
    );
}

#[test]
fn opendocument_keeps_its_structure() {
    let body = r##"<text:tracked-changes><text:changed-region><text:deletion><text:p>нет</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:h text:outline-level="2">Мост</text:h>
        <text:p>Жир<text:span text:style-name="B">ный </text:span>текст,
           м<text:span text:style-name="U">2</text:span><text:s text:c="3"/>и<text:tab/><text:a xlink:href="https://example.org/">ссылка</text:a><text:a xlink:href="#x">внутрь</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Примечание.</text:p></text:note-body></text:note>.</text:p>
        <text:list text:style-name="L1"><text:list-item><text:p>Второй</text:p><text:list><text:list-item><text:p>внутри</text:p></text:list-item></text:list></text:list-item></text:list>
        <text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>Третий</text:p></text:list-item></text:list>
        <text:p text:style-name="Q1">Цитата.</text:p>
        <text:p text:style-name="P1">a = 1</text:p><text:p text:style-name="P1"><text:s text:c="2"/>b</text:p>
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Год</text:p></table:table-cell><table:table-cell table:number-columns-repeated="999999999"/></table:table-row></table:table-header-rows>
          <table:table-row><table:table-cell><text:p>1904</text:p></table:table-cell><table:table-cell><text:p>мост</text:p></table:table-cell></table:table-row></table:table>
        <text:p><draw:frame><draw:image/></draw:frame><office:annotation><text:p>заметка</text:p></office:annotation>Конец</text:p>"##;
    let (text, lost) = shown(Kind::Odt, &odt(body));
    let wanted = "## Мост\n\nЖир**ный** текст, м<sup>2</sup>   и [ссылка](https://example.org/)внутрь[^1].\n\n\
        2. Второй\n   - внутри\n3. Третий\n\n> Цитата.\n\n```\na = 1\n  b\n```\n\n| Год | |\n|---|---|\n| 1904 | мост |\n\nКонец\n\n[^1]: Примечание.\n";
    assert_eq!(text, wanted);
    assert_eq!(
        lost,
        [(LostKind::Picture, 1), (LostKind::Comment, 1), (LostKind::TrackedChange, 1), (LostKind::Link, 1)]
    );
}

#[test]
fn a_page_keeps_its_structure() {
    let (text, lost) = page(
        r##"<!doctype html><meta charset=utf-8><title>x</title><nav>Меню</nav><main><h2><b>Мост</b></h2>
        <p>Один <strong> жирный</strong>, <i>курсив</i>но, <s>нет</s>, <code>a`b</code>, H<sub>2</sub>O<sup><a href="#fn1">1</a></sup>
        <p>Два <a href="https://example.org/?a=1&amp;b=2">адрес</a> <a href="#там">внутрь</a> <img src="a.png" alt="вид [1]">
        <ol start=3><li>Три<ul><li>внутри</ul><li>Четыре</ol><ul><li>Точка</ul><ul><li>Другая</ul>
        <blockquote><p>Цитата</blockquote><pre><code class="language-rs">fn a() {}
    b</code></pre><table><tr><th rowspan=2>Год<th>Что<tr><td>мост<br>река</table><hr>
        <table><tr><td><p>Вёрстка</td></tr></table><input><script>нет</script>
        <ol><li id=fn1><p>Примечание. <a href="#ref1">↩</a></ol></main><footer>Подвал</footer>"##,
    );
    let wanted = "## Мост\n\nОдин **жирный**, *курсив*но, ~~нет~~, ``a`b``, H<sub>2</sub>O[^1]\n\n\
        Два [адрес](https://example.org/?a=1&b=2) внутрь ![вид \\[1\\]](a.png)\n\n\
        3. Три\n   - внутри\n4. Четыре\n\n- Точка\n\n+ Другая\n\n> Цитата\n\n```rs\nfn a() {}\n    b\n```\n\n\
        | Год | Что |\n|---|---|\n| | мост<br>река |\n\n***\n\nВёрстка\n\n[^1]: Примечание.\n";
    assert_eq!(text, wanted);
    let kinds: Vec<LostKind> = lost.into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [LostKind::Around, LostKind::Form, LostKind::Link, LostKind::MergedCell, LostKind::LayoutTable]);
}

#[test]
fn an_images_text_holds_no_control_character() {
    let page = b"<meta charset=windows-1250><p><img src=\"a.png\" alt=\"a\x81\x1bb\">";
    assert_eq!(shown(Kind::Html, page).0, "![ab](a.png)\n");
}

#[test]
fn a_page_in_another_encoding_is_read_or_refused() {
    let cyrillic = encoding_rs::WINDOWS_1251.encode("<meta charset=windows-1251><p>Мост").0.into_owned();
    assert_eq!(shown(Kind::Html, &cyrillic).0, "Мост\n");
    let unnamed = encoding_rs::WINDOWS_1251.encode("<p>Мост").0.into_owned();
    assert!(matches!(broken(Kind::Html, &unnamed), BrokenKind::NotInEncoding(_)));
}

#[test]
fn hostile_documents_are_refused() {
    let bomb = archive(&[
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", "<!DOCTYPE d [<!ENTITY a \"aaaa\">]><w:document><w:body/></w:document>"),
    ]);
    assert!(matches!(broken(Kind::Docx, &bomb), BrokenKind::EntityDeclared));
    let deep = format!("{}{}", "<w:sdt>".repeat(5000), "</w:sdt>".repeat(5000));
    assert!(matches!(broken(Kind::Docx, &docx(&deep)), BrokenKind::TooDeep));
    let deep = format!("{}{}", "<text:section>".repeat(5000), "</text:section>".repeat(5000));
    assert!(matches!(broken(Kind::Odt, &odt(&deep)), BrokenKind::TooDeep));
    for tag in ["<div>", "<b>", "<table><td>", "<ul><li>", "<blockquote>"] {
        assert!(matches!(broken(Kind::Html, tag.repeat(20_000).as_bytes()), BrokenKind::TooDeep), "{tag}");
    }
    // Deep in the file, but not as browsers read it.
    assert!(read(Kind::Html, "<a href=x><p>".repeat(20_000).as_bytes()).is_ok());
    let wide = r#"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"#;
    assert!(matches!(broken(Kind::Docx, &docx(wide)), BrokenKind::TooManyCells { .. }));
    let wide = format!("<table>{}</table>", "<tr><td colspan=1000>а".repeat(1000));
    assert!(matches!(broken(Kind::Html, wide.as_bytes()), BrokenKind::TooManyCells { .. }));
    assert!(matches!(broken(Kind::Docx, b"\xd0\xcf\x11\xe0 old Word"), BrokenKind::NotAnArchive));
    assert!(matches!(broken(Kind::Odt, &docx("")), BrokenKind::MissingPart(_)));
    assert!(matches!(broken(Kind::Docx, &odt("")), BrokenKind::MissingPart(_)));
    let good = docx("<w:p/>");
    assert!(matches!(broken(Kind::Docx, &good[..good.len() / 2]), BrokenKind::NotAnArchive));
}

/// The text that a reader of Markdown shows, without white space.
fn read_text(markdown: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_GFM;
    let text = Parser::new_ext(markdown, options).filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.to_string()),
        _ => None,
    });
    text.flat_map(|text| text.chars().collect::<Vec<_>>()).filter(|c| !c.is_whitespace()).collect()
}

fn style() -> impl Strategy<Value = Style> {
    (any::<bool>(), any::<bool>(), any::<bool>(), 0..9u8).prop_map(|(strong, emphasis, struck, other)| Style {
        strong,
        emphasis,
        struck,
        raised: other == 1,
        lowered: other == 2,
        code: other == 3,
    })
}

fn a_run() -> impl Strategy<Value = Run> {
    let text = r"[-a-яА-Я0-9 \\`*_{}\[\]()#+.!|<>&;:~='\x22/«»—\u{301}🇰🇿]{1,12}";
    let what = prop_oneof![
        8 => text.prop_map(What::Text),
        1 => Just(What::Break),
        1 => Just(What::Note(0)),
        1 => Just(What::Image { address: "a.png".to_owned(), alt: "[*вид*]".to_owned() }),
    ];
    let link = prop_oneof![6 => Just(None), 1 => Just(Some(std::rc::Rc::from("https://example.org/a_b_c")))];
    (what, style(), link).prop_map(|(what, style, link)| Run { what, style, link })
}

fn runs() -> impl Strategy<Value = Vec<Run>> {
    proptest::collection::vec(a_run(), 1..6)
}

/// Blocks up to three deep.
fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        4 => runs().prop_map(Block::Paragraph),
        1 => (1..=6u8, runs()).prop_map(|(level, runs)| Block::Heading(level, runs)),
        1 => "[a-z`~ \n<&*-]{1,20}".prop_map(|text| Block::Code { language: String::new(), text }),
        1 => Just(Block::Rule),
        1 => proptest::collection::vec(proptest::collection::vec(runs(), 1..4), 1..4).prop_map(Block::Table),
    ];
    let tree = leaf.prop_recursive(3, 12, 4, |inner| {
        let several = proptest::collection::vec(inner, 1..4);
        prop_oneof![
            several.clone().prop_map(Block::Quote),
            (proptest::option::of(0..20u32), proptest::collection::vec(several, 1..4))
                .prop_map(|(first, items)| Block::List { first, items }),
        ]
    });
    proptest::collection::vec(tree, 1..5)
}

/// The text of blocks as a reader should see it, in order, without white space.
fn text_of(blocks: &[Block]) -> String {
    let of_runs = |runs: &[Run]| -> String {
        let texts = runs::tidy(runs.to_vec()).into_iter().map(|run| match run.what {
            What::Text(text) => text,
            What::Image { alt, .. } => alt,
            _ => String::new(),
        });
        texts.collect()
    };
    let text: String = blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(runs) | Block::Heading(_, runs) if runs::blank(runs) => String::new(),
            Block::Paragraph(runs) | Block::Heading(_, runs) => of_runs(runs),
            Block::Quote(inner) => text_of(inner),
            Block::List { items, .. } => items.iter().map(|item| text_of(item)).collect(),
            Block::Code { text, .. } => text.clone(),
            Block::Table(rows) => rows.iter().flatten().map(|cell| of_runs(cell)).collect(),
            Block::Rule => String::new(),
        })
        .collect();
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn no_letter_becomes_markup_and_no_markup_letters(blocks in blocks()) {
        let notes = vec![vec![Block::Paragraph(vec![Run::text("Примечание")])]];
        let wanted = text_of(&blocks);
        let (text, _) = markdown(Article { blocks, notes, lost: Lost::default() });
        let read = read_text(&text);
        let read = read.strip_suffix("Примечание").unwrap_or(&read);
        prop_assert_eq!(read, wanted, "{}", text);
    }

    #[test]
    fn looks_and_links_come_back(runs in runs()) {
        let runs = runs::tidy(runs);
        if !runs::blank(&runs) {
            let (text, given_up) = inline::write(&runs, escape::Place::Paragraph);
            // `[^1][` begins a reference of another kind.
            let clash = |pair: &[Run]| matches!(pair[0].what, What::Note(_)) && pair[1].link.is_some();
            prop_assert!(!given_up || runs.windows(2).any(clash), "{:?}: {}", runs, text);
        }
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0usize..2000, flip in any::<u8>()) {
        for kind in [Kind::Docx, Kind::Odt, Kind::Html] {
            let _ = read(kind, &bytes);
        }
        let body = r#"<w:p><w:r><w:t>Мост</w:t><w:footnoteReference w:id="2"/></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"#;
        for (kind, mut good) in [(Kind::Docx, docx(body)), (Kind::Odt, odt("<text:p>Мост</text:p>"))] {
            let place = at % good.len();
            good[place] = flip;
            let _ = read(kind, &good);
        }
        let mut body: Vec<u8> = body.bytes().collect();
        let place = at % body.len();
        body[place] = flip;
        let _ = read(Kind::Docx, &docx(&String::from_utf8_lossy(&body)));
        let _ = read(Kind::Html, &body);
    }
}
