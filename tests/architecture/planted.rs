//! Small sources with one mistake each, which has to be found, and the same without it.

use crate::plan::Plan;
use crate::source::{self, File};
use crate::{sizes, walls};

const PLAN: &str = "\
# Rooms

| floor | room | knows | must never know |
|---|---|---|---|
| 0 | `ground/` | | |
| 1 | `left/` | | |
| 1 | `right/` | | |
| 2 | `top/` | | |

| resource | only in |
|---|---|
| `std::fs` | `top/` |
";

fn plan() -> Plan {
    Plan::read(PLAN)
}

fn house(files: &[(&str, &str)]) -> Vec<File> {
    let doors = ("lib.rs", "pub mod ground; pub mod left; pub mod right; pub mod top;");
    source::read([&[doors], files].concat())
}

fn upward(files: &[(&str, &str)]) -> Vec<String> {
    walls::upward(&house(files), &plan())
}

#[track_caller]
fn one(found: Vec<String>, start: &str) {
    assert!(found.len() == 1 && found[0].starts_with(start), "{found:#?}");
}

#[test]
fn the_plan_is_read_from_its_tables() {
    let plan = plan();
    assert_eq!(plan.rooms().collect::<Vec<_>>(), ["ground", "left", "right", "top"]);
    assert_eq!((plan.floor("ground"), plan.floor("right"), plan.floor("floor")), (Some(0), Some(1), None));
    assert_eq!(plan.forbidden("left", "std::fs::read"), Some("std::fs"));
    assert_eq!((plan.forbidden("top", "std::fs::read"), plan.forbidden("left", "std::fscanner")), (None, None));
}

#[test]
fn an_arrow_down_is_silent() {
    assert!(upward(&[("left/mod.rs", "use crate::ground::Stone;"), ("ground.rs", "pub struct Stone;")]).is_empty());
}

#[test]
fn an_arrow_up_is_found() {
    one(upward(&[("left/mod.rs", "\nuse crate::top::Roof;")]), "src/left/mod.rs:2: left (floor 1) uses top (floor 2)");
}

#[test]
fn a_neighbour_is_found() {
    one(
        upward(&[("left/mod.rs", "use crate::right::Door;")]),
        "src/left/mod.rs:1: left (floor 1) uses right (floor 1)",
    );
}

#[test]
fn an_import_over_several_lines_is_found() {
    let text = "use crate::{\n    ground::Stone,\n    top::{\n        Roof as Cover,\n    },\n};";
    one(upward(&[("left/mod.rs", text)]), "src/left/mod.rs:4: left (floor 1) uses top");
}

#[test]
fn super_super_is_followed() {
    let text = "use super::super::top::Roof;";
    one(upward(&[("left/mod.rs", "mod deep;"), ("left/deep.rs", text)]), "src/left/deep.rs:1: left (floor 1) uses top");
}

#[test]
fn super_of_an_inline_module_is_followed() {
    let inside = "mod inner { use super::super::top::Roof; }";
    one(upward(&[("left/mod.rs", inside)]), "src/left/mod.rs:1: left (floor 1) uses top");
    assert!(upward(&[("left/mod.rs", "mod inner { use super::top::Roof; }")]).is_empty(), "that is left::top");
}

#[test]
fn a_path_without_an_import_is_found() {
    one(upward(&[("left/mod.rs", "fn f() -> u8 { crate::top::height() }")]), "src/left/mod.rs:1:");
    one(upward(&[("left/mod.rs", "fn f() { g(vec![1, crate::top::height()]); }")]), "src/left/mod.rs:1:");
    one(upward(&[("left/mod.rs", "fn f(roof: &[crate::top::Roof]) {}")]), "src/left/mod.rs:1:");
}

#[test]
fn a_renamed_room_is_followed() {
    let text = "use crate::top as t;\nfn f() { t::height(); }";
    one(upward(&[("left/mod.rs", text)]), "src/left/mod.rs:1: left (floor 1) uses top");
    let handed = ("right/mod.rs", "pub use crate::ground::*; fn f() { t::height(); } use crate::top as t;");
    one(upward(&[handed]), "src/right/mod.rs:1: right (floor 1) uses top");
}

#[test]
fn a_room_that_hands_on_another_is_followed() {
    let files = [("ground.rs", "pub use crate::left::Door;"), ("left.rs", "pub struct Door;")];
    one(upward(&files), "src/ground.rs:1: ground (floor 0) uses left");
}

#[test]
fn comments_and_strings_are_no_arrows() {
    let text = "//! See crate::top::Roof.\nconst NAME: &str = \"crate::top\";";
    assert!(upward(&[("left/mod.rs", text)]).is_empty());
}

#[test]
fn an_unlisted_room_is_found() {
    let files = house(&[("attic/mod.rs", ""), ("attic/box.rs", ""), ("ground.rs", "")]);
    one(walls::unlisted(&files, &plan()), "src/attic/mod.rs:1: `attic` is not among the rooms");
}

#[test]
fn a_listed_room_without_source_is_found() {
    let files = house(&[("ground.rs", ""), ("left/mod.rs", ""), ("right.rs", "")]);
    one(walls::without_source(&files, &plan()), "ARCHITECTURE.md: `top` is among the rooms");
    let files = house(&[("ground.rs", ""), ("left/mod.rs", ""), ("right.rs", ""), ("top.rs", "")]);
    assert!(walls::without_source(&files, &plan()).is_empty());
    let plan = Plan::read(&PLAN.replace("`std::fs` | `top/`", "`std::fs` | `roof/`"));
    one(walls::without_source(&files, &plan), "ARCHITECTURE.md: `roof` may use a resource");
}

#[test]
fn a_circle_is_found_with_its_lines() {
    let files = [
        ("left/mod.rs", "mod a; mod b;"),
        ("left/a.rs", "use super::b::B;\npub struct A(B);"),
        ("left/b.rs", "pub struct B;\nfn f() -> super::a::A { todo() }"),
    ];
    let found = walls::tied(&house(&files));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, ["left/a.rs", "left/b.rs"]);
    assert!(found[0].1.contains("src/left/a.rs:1: uses left/b.rs"), "{}", found[0].1);
    assert!(found[0].1.contains("src/left/b.rs:2: uses left/a.rs"), "{}", found[0].1);
}

#[test]
fn a_circle_through_names_that_are_handed_on_is_found() {
    let files = [
        ("left/mod.rs", "mod a; mod b; pub use a::A; pub use b::*;"),
        ("left/a.rs", "use super::B;\npub struct A(B);"),
        ("left/b.rs", "use crate::left::A; pub struct B; fn f(_: A) {}"),
    ];
    assert_eq!(walls::tied(&house(&files)).len(), 1);
}

#[test]
fn a_circle_with_the_door_is_found_and_handing_on_alone_is_none() {
    let child = ("left/a.rs", "use super::Plan; pub struct A(Plan);");
    let hands_on = ("left/mod.rs", "mod a; pub use a::A; pub struct Plan;");
    assert!(walls::tied(&house(&[hands_on, child])).is_empty());
    let uses = ("left/mod.rs", "mod a; pub use a::A; pub struct Plan; fn f(_: A) {}");
    assert_eq!(walls::tied(&house(&[uses, child])).len(), 1);
}

#[test]
fn a_circle_in_tests_alone_is_none() {
    let files = [
        ("left/mod.rs", "mod a; mod b;"),
        ("left/a.rs", "pub struct A; #[cfg(test)] mod tests { use crate::left::b::B; fn f(_: B) {} }"),
        ("left/b.rs", "use super::a::A; pub struct B(A);"),
    ];
    assert!(walls::tied(&house(&files)).is_empty());
}

#[test]
fn the_disk_is_for_the_room_that_owns_it() {
    let found = |file| walls::resources(&house(&[file]), &plan());
    one(found(("left/mod.rs", "use std::{\n    fs,\n    io,\n};")), "src/left/mod.rs:2: left may not use std::fs");
    one(found(("left/mod.rs", "fn f() { std::fs::read(\"x\"); }")), "src/left/mod.rs:1: left may not use std::fs");
    assert!(found(("top/mod.rs", "use std::fs;")).is_empty());
    assert!(found(("left/mod.rs", "#[cfg(test)] mod tests { use std::fs; }")).is_empty());
}

#[test]
fn long_files_and_functions_are_found_and_tables_are_not() {
    let lines = "    f();\n".repeat(59);
    let long = format!("fn long() {{\n{lines}}}\nfn short() {{}}\n");
    assert!(sizes::functions(&house(&[("left/mod.rs", &long)]))[0].starts_with("left/mod.rs:1: `long` has"));
    let rows = "    1,\n".repeat(500);
    assert!(sizes::files(&house(&[("left/mod.rs", &format!("const ROWS: &[u8] = &[\n{rows}];\n"))])).is_empty());
    assert_eq!(sizes::files(&house(&[("left/mod.rs", &"fn f() {}\n".repeat(401))])).len(), 1);
    assert_eq!(sizes::files(&house(&[("src/cli/x.rs", &"fn f() {}\n".repeat(151))])).len(), 1);
}
