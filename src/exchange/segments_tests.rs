//! How segments, their order and the texts within codes are read.

use super::tests::{Read, read_all};
use super::*;

fn pairs(read: Read, text: &str) -> Vec<(String, String)> {
    let (entries, _) = read_all(read, text.as_bytes()).expect("a whole file");
    entries.into_iter().map(|entry| (entry.source, entry.target.unwrap_or_default())).collect()
}

#[test]
fn a_text_within_a_code_of_tmx_is_a_unit_of_its_own() {
    let file = |source: &str, target: &str| {
        format!(
            "<tmx version=\"1.4\"><header/><body><tu><tuv xml:lang=\"ru\"><seg>{source}</seg></tuv>\
             <tuv xml:lang=\"en\"><seg>{target}</seg></tuv></tu></body></tmx>"
        )
    };
    let read: Read = |b, l, e| tmx::read(b, l, e);
    let image = |text: &str| format!("<ph>[img alt=\"<sub>{text}</sub>\"]</ph>");
    let both = file(&format!("Вид {}на мост.", image("Мост")), &format!("View {}of the bridge.", image("Bridge")));
    let wanted = [("Вид на мост.", "View of the bridge."), ("Мост", "Bridge")];
    assert_eq!(pairs(read, &both), wanted.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let one = file(&format!("Вид {}на мост.", image("Мост")), "View of the bridge.");
    assert_eq!(pairs(read, &one), [("Вид на мост.".to_owned(), "View of the bridge.".to_owned())]);
}

#[test]
fn targets_of_xliff_2_are_in_their_order_with_the_space_of_the_source() {
    let file = |segments: &str| {
        format!(
            "<xliff version=\"2.1\" srcLang=\"ru\" trgLang=\"en\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\">\
             <file id=\"f\"><unit id=\"1\">{segments}</unit></file></xliff>"
        )
    };
    let read: Read = |b, l, e| xliff2::read(b, l, e);
    let segment = |order: &str, source: &str, target: &str| {
        format!("<segment><source>{source}</source><target{order}>{target}</target></segment>")
    };
    let space = "<ignorable><source> </source></ignorable>";
    let turned = segment(" order=\"3\"", "Раз.", "One.") + space + &segment(" order=\"1\"", "Два.", "Two.");
    assert_eq!(pairs(read, &file(&turned)), [("Раз. Два.".to_owned(), "Two. One.".to_owned())]);
    let plain = segment("", "Раз.", "One.") + space + &segment("", "Два.", "Two.");
    assert_eq!(pairs(read, &file(&plain)), [("Раз. Два.".to_owned(), "One. Two.".to_owned())]);
    // The space may be a part of a segment, and a tool may lose it.
    let inside = segment("", "Раз. ", "One.") + &segment("", "Два.", "Two.");
    assert_eq!(pairs(read, &file(&inside)), [("Раз. Два.".to_owned(), "One. Two.".to_owned())]);
    let touching = segment("", "一。", "One.") + &segment("", "二。", "Two.");
    assert_eq!(pairs(read, &file(&touching)), [("一。二。".to_owned(), "One.Two.".to_owned())]);
    // An order that is no place, or one that is taken, is not followed.
    let wrong = segment(" order=\"9\"", "Раз.", "One.") + space + &segment(" order=\"1\"", "Два.", "Two.");
    assert_eq!(pairs(read, &file(&wrong))[0].1.split(' ').count(), 2);
}

#[test]
fn segments_of_xliff_1_join_with_the_space_of_the_source_wherever_it_is() {
    let file = |seg: &str, target: &str| {
        format!(
            "<xliff version=\"1.2\"><file source-language=\"ru\" target-language=\"en\"><body><trans-unit id=\"1\">\
             <source>Раз. Два.</source><seg-source>{seg}</seg-source><target>{target}</target></trans-unit></body></file></xliff>"
        )
    };
    let read: Read = |b, l, e| xliff1::read(b, l, e);
    let mrk = |text: &str| format!("<mrk mtype=\"seg\" mid=\"1\">{text}</mrk>");
    let target = mrk("One.") + &mrk("Two.");
    for seg in [mrk("Раз. ") + &mrk("Два."), mrk("Раз.") + " " + &mrk("Два."), mrk("Раз.") + &mrk(" Два.")]
    {
        assert_eq!(pairs(read, &file(&seg, &target)), [("Раз. Два.".to_owned(), "One. Two.".to_owned())]);
    }
    let kept = mrk("One. ") + &mrk("Two.");
    assert_eq!(pairs(read, &file(&(mrk("Раз. ") + &mrk("Два.")), &kept))[0].1, "One. Two.");
    let touching = mrk("Раз.") + &mrk("Два.");
    assert_eq!(pairs(read, &file(&touching, &target))[0].1, "One.Two.");
}
