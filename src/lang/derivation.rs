//! How a language derives words from a root, as tables.

/// How a language derives words from a root.
pub(in crate::lang) struct Derivation {
    /// Letters that the common beginning has at least; of names one fewer.
    pub(in crate::lang) least: usize,
    /// What the word that is looked for may end in behind the root.
    pub(in crate::lang) base: &'static [&'static str],
    /// Suffixes of derived words, and what may follow one; nothing where there are none.
    pub(in crate::lang) derived: &'static [&'static str],
    pub(in crate::lang) endings: &'static [&'static str],
    /// Prefixes of derived words: «ревакцинация».
    pub(in crate::lang) prefixes: &'static [&'static str],
    /// Ends of roots that change: «возмещение» and «возместить».
    pub(in crate::lang) changes: &'static [(&'static str, &'static str)],
}
