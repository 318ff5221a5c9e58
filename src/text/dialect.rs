//! The site generators for which documents are written, each with its own additions to Markdown.

/// What reads a repository's documents beside tolmach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dialect {
    /// Nothing but CommonMark with GitHub's additions.
    CommonMark,
    MkDocs,
    Docusaurus,
    VitePress,
    Hugo,
    Jekyll,
    Diplodoc,
    Starlight,
    /// Each document holds JavaScript, whatever its name's ending.
    Mdx,
}

impl Dialect {
    pub const ALL: [Dialect; 9] = [
        Dialect::CommonMark,
        Dialect::MkDocs,
        Dialect::Docusaurus,
        Dialect::VitePress,
        Dialect::Hugo,
        Dialect::Jekyll,
        Dialect::Diplodoc,
        Dialect::Starlight,
        Dialect::Mdx,
    ];

    /// Its name in `tolmach.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Dialect::CommonMark => "commonmark",
            Dialect::MkDocs => "mkdocs",
            Dialect::Docusaurus => "docusaurus",
            Dialect::VitePress => "vitepress",
            Dialect::Hugo => "hugo",
            Dialect::Jekyll => "jekyll",
            Dialect::Diplodoc => "diplodoc",
            Dialect::Starlight => "starlight",
            Dialect::Mdx => "mdx",
        }
    }
}
