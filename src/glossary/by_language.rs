//! A concept's terms by language, without room for languages that it has not.

use std::ops::Index;

/// Terms by primary language subtag (`ru`, `en`), in the order of the subtags.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ByLanguage<Terms>(Vec<(String, Terms)>);

impl<Terms> ByLanguage<Terms> {
    /// The terms in a language.
    pub fn get(&self, language: &str) -> Option<&Terms> {
        self.place(language).ok().map(|at| &self.0[at].1)
    }

    /// Whether there are terms in a language.
    pub fn contains_key(&self, language: &str) -> bool {
        self.place(language).is_ok()
    }

    /// The terms in a language, none yet where it is new.
    pub fn of(&mut self, language: &str) -> &mut Terms
    where
        Terms: Default,
    {
        let at = self.place(language).unwrap_or_else(|at| {
            self.0.insert(at, (language.to_owned(), Terms::default()));
            at
        });
        &mut self.0[at].1
    }

    /// Puts terms in the place of those in a language.
    pub fn insert(&mut self, language: String, terms: Terms) {
        match self.place(&language) {
            Ok(at) => self.0[at].1 = terms,
            Err(at) => {
                // Few concepts have more languages than the one before them.
                self.0.reserve_exact(1);
                self.0.insert(at, (language, terms));
            }
        }
    }

    /// Whether there is no language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The languages.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(language, _)| language)
    }

    /// The terms, language by language.
    pub fn values(&self) -> impl Iterator<Item = &Terms> {
        self.0.iter().map(|(_, terms)| terms)
    }

    /// The terms, language by language.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Terms> {
        self.0.iter_mut().map(|(_, terms)| terms)
    }

    /// Languages and their terms.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Terms)> {
        self.into_iter()
    }

    fn place(&self, language: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(language))
    }
}

impl<Terms> Index<&str> for ByLanguage<Terms> {
    type Output = Terms;

    fn index(&self, language: &str) -> &Terms {
        self.get(language).expect("the language was asked for before")
    }
}

impl<'t, Terms> IntoIterator for &'t ByLanguage<Terms> {
    type Item = (&'t String, &'t Terms);
    type IntoIter = std::iter::Map<std::slice::Iter<'t, (String, Terms)>, fn(&'t (String, Terms)) -> Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(language, terms)| (language, terms))
    }
}

impl<Terms> IntoIterator for ByLanguage<Terms> {
    type Item = (String, Terms);
    type IntoIter = std::vec::IntoIter<(String, Terms)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<Terms> FromIterator<(String, Terms)> for ByLanguage<Terms> {
    fn from_iter<I: IntoIterator<Item = (String, Terms)>>(terms: I) -> Self {
        let mut all = ByLanguage(Vec::new());
        for (language, terms) in terms {
            all.insert(language, terms);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_stand_in_order_each_once() {
        let mut terms = ByLanguage::default();
        for (language, term) in [("ru", 1), ("en", 2), ("kk", 3), ("en", 4)] {
            terms.insert(language.to_owned(), term);
        }
        *terms.of("de") = 5;
        assert_eq!(terms.keys().collect::<Vec<_>>(), ["de", "en", "kk", "ru"]);
        assert_eq!((terms["en"], terms.get("fr"), terms.contains_key("ru")), (4, None, true));
    }
}
