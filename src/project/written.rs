//! A configuration as the text of `tolmach.toml`.

use std::fmt::Write;

use super::{Config, Pattern};

impl Config {
    /// The keys that say where the documents are, as TOML; rules and word lists are not written.
    pub fn written(&self) -> String {
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let mut text = format!("source-language = {}\n", quoted(&self.source_language.to_string()));
        if let Some(languages) = &self.languages {
            let list: Vec<String> = languages.iter().map(|language| quoted(&language.to_string())).collect();
            writeln!(text, "languages = [{}]", list.join(", ")).ok();
        }
        if !self.units.is_empty() {
            writeln!(text, "units = {}", quoted(&self.units)).ok();
        }
        for Pattern { original, translation, language, language_names, pair_by, .. } in &self.documents {
            let (original, translation) = (quoted(original), quoted(translation));
            writeln!(text, "\n[[documents]]\noriginal = {original}\ntranslation = {translation}").ok();
            if let Some(language) = language {
                writeln!(text, "language = {}", quoted(&language.to_string())).ok();
            }
            if !language_names.is_empty() {
                let name = |(tag, name): (&crate::lang::Language, &String)| {
                    format!("{} = {}", quoted(&tag.to_string()), quoted(name))
                };
                let names: Vec<String> = language_names.iter().map(name).collect();
                writeln!(text, "language-names = {{ {} }}", names.join(", ")).ok();
            }
            if let Some(key) = pair_by {
                writeln!(text, "pair-by = {}", quoted(key)).ok();
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let text = "source-language = \"en\"\nlanguages = [\"ru\", \"zh-CN\"]\nunits = \".tolmach/\"\n\n[[documents]]\n\
                    original = \"README.md\"\ntranslation = \"README.{language}.md\"\n\
                    language-names = { \"zh-CN\" = \"cn\" }\n\n[[documents]]\noriginal = \"a.md\"\n\
                    translation = \"b.md\"\nlanguage = \"ru\"\npair-by = \"ref\"\n";
        assert_eq!(Config::read(text).unwrap().written(), text);
    }
}
