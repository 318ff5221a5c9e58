//! A project of many copies of the demo, for benches.

use std::fs;
use std::path::Path;

/// Writes `size` originals with their English translations, and the glossary; how many bytes of text.
pub(crate) fn fill(root: &Path, size: usize) -> usize {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(demo.join(path)).expect("the demo is there");
    let names = ["january-2022.md", "akimat-and-knb.md", "interview.md", "dispatch.txt"];
    let texts = |name: &str| [read(&format!("originals/{name}")), read(&format!("translations/en/{name}"))];
    let pairs: Vec<_> = names.iter().map(|name| (name, texts(name))).collect();
    fs::create_dir_all(root.join("glossary")).expect("a writable folder");
    for entry in fs::read_dir(demo.join("glossary")).expect("the demo's glossary").flatten() {
        fs::copy(entry.path(), root.join("glossary").join(entry.file_name())).expect("a writable folder");
    }
    let mut bytes = 0;
    for at in 0..size {
        let (name, texts) = &pairs[at % pairs.len()];
        let folder = format!("{:04}", at / 100);
        for (text, (side, last)) in texts.iter().zip([("originals", "Выпуск"), ("translations/en", "Issue")]) {
            let folder = root.join(side).join(&folder);
            fs::create_dir_all(&folder).expect("a writable folder");
            let blank = if name.ends_with(".md") { "\n" } else { "" };
            let copy = format!("{}\n{blank}{last} {at}.\n", text.trim_end());
            bytes += copy.len();
            fs::write(folder.join(format!("{at:05}-{name}")), copy).expect("a writable folder");
        }
    }
    bytes
}
