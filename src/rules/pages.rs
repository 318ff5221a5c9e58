//! What rules may ask about the pages of the project that links lead to.

use std::fmt::Debug;
use std::sync::Arc;

use super::Side;
use crate::text::{Anchors, Document};

/// The pages around a pair of documents.
pub trait Pages: Debug + Sync {
    /// The path of the original or of the translation; empty for texts that are in no project.
    fn path(&self, side: Side) -> &str;

    /// Where the translation of an original is, or would be, in the language of the pair.
    fn translation(&self, original: &str) -> Option<String>;

    /// The ids on a page of the project; `None` for what is no document of it.
    fn anchors(&self, path: &str) -> Option<Arc<Anchors>>;

    /// The ids of a document of the pair.
    fn anchors_of(&self, document: &Document) -> Anchors {
        Anchors::of(document, None)
    }
}

/// No page but the two documents.
#[derive(Clone, Copy, Debug)]
pub struct NoPages;

impl Pages for NoPages {
    fn path(&self, _: Side) -> &str {
        ""
    }

    fn translation(&self, _: &str) -> Option<String> {
        None
    }

    fn anchors(&self, _: &str) -> Option<Arc<Anchors>> {
        None
    }
}

/// The path in the project that a relative link leads to from a file; `None` for one that leads out, or is no path.
pub(super) fn resolved(from: &str, link: &str) -> Option<String> {
    let link = link.split(['#', '?']).next().unwrap_or_default();
    let is_path = !link.is_empty() && !link.starts_with('/') && !link.contains("://") && !link.contains(':');
    if from.is_empty() || !is_path {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(super::address::decoded(&parts.join("/")))
}

/// The page of the project that a relative link leads to, in the forms in which generators let it be written:
/// `guide.md`, `guide`, `guide/`, `guide.html`, `guide/index.md`.
pub(super) fn page(from: &str, link: &str, pages: &dyn Pages) -> Option<(String, Arc<Anchors>)> {
    let path = resolved(from, link)?;
    let stem = path.strip_suffix(".html").unwrap_or(&path).to_owned();
    let forms = ["", ".md", ".mdx", "/index.md", "/index.mdx", "/README.md", "/_index.md"];
    let known = |path: String| pages.anchors(&path).map(|anchors| (path, anchors));
    forms.iter().find_map(|form| known(format!("{stem}{form}"))).or_else(|| known(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_link_leads_from_its_own_file() {
        assert_eq!(resolved("docs/ru/a.md", "../img/a.png").as_deref(), Some("docs/img/a.png"));
        assert_eq!(resolved("a.md", "./b.md#c").as_deref(), Some("b.md"));
        assert_eq!(resolved("docs/a.md", "%D0%B0.md").as_deref(), Some("docs/а.md"));
        for link in ["../../a.md", "/a.md", "https://e.org/a", "mailto:a@e.org", "#a"] {
            assert_eq!(resolved("docs/a.md", link), None, "{link}");
        }
    }
}
