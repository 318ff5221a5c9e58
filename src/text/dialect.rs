//! The site generators for which documents are written, each with its own additions to Markdown.

/// What reads a repository's documents beside tolmach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dialect {
    /// Nothing but CommonMark with GitHub's additions.
    CommonMark,
    /// MkDocs with the Material theme's extensions.
    MkDocs,
    /// Docusaurus: Markdown with directives, and MDX.
    Docusaurus,
    /// VitePress: Markdown with directives and Vue's tags.
    VitePress,
    /// Hugo: Markdown with shortcodes.
    Hugo,
    /// Jekyll: Markdown of kramdown with Liquid.
    Jekyll,
    /// Diplodoc: YFM.
    Diplodoc,
    /// Starlight of Astro: Markdown with directives, and MDX.
    Starlight,
    /// Each document holds JavaScript, whatever its name's ending.
    Mdx,
}

impl Dialect {
    /// All of them, in the order of messages.
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
