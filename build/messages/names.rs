//! Message ids as Rust names.

/// `term-missing` → `term_missing`; a keyword gets an underscore.
pub(crate) fn snake(id: &str) -> String {
    let name = id.replace(['-', '.'], "_");
    match name.as_str() {
        "as" | "in" | "is" | "match" | "move" | "ref" | "type" | "use" | "where" | "final" | "self" => {
            format!("{name}_")
        }
        _ => name,
    }
}

/// `term-missing` → `TermMissing`.
pub(crate) fn pascal(id: &str) -> String {
    let upper = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    id.split(['-', '.', '_']).map(upper).collect()
}
