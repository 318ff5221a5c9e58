//! How the names of files and folders spell languages: `ru`, `RU`, `zh_CN`, `ru-RU`.

use super::Language;

/// ISO 639-1, and the three-letter codes into which software is translated (CLDR): a folder `img` or `src` is none.
const CODES: &str = "\
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg \
    ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn \
    no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta \
    te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu \
    ast bem bua ceb chr ckb crh dsb fil fur gsw haw hsb inh kab kbd koi kok krc kum lez mai mdf mhr mni myv nds nog nqo \
    pap rue sah sat scn sco shn smj smn sms szl tyv udm vec xal yue zgh";

/// Scripts that tags name, as ISO 15924 codes in lower case.
const SCRIPTS: &str = "arab armn beng cyrl deva ethi geor grek guru hans hant hebr latn mong olck tfng";

/// What the names of files call some languages, beside their tags: the codes of countries and English words.
const NAMES: &[(&str, &str)] = &[
    ("cn", "zh-CN"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gr", "el"),
    ("jp", "ja"),
    ("kr", "ko"),
    ("ua", "uk"),
    ("arabic", "ar"),
    ("chinese", "zh"),
    ("english", "en"),
    ("french", "fr"),
    ("german", "de"),
    ("hindi", "hi"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("kazakh", "kk"),
    ("korean", "ko"),
    ("persian", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("russian", "ru"),
    ("spanish", "es"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("vietnamese", "vi"),
];

impl Language {
    /// The language that the name of a file or a folder spells, in any case, with `-` or `_`: one that texts are
    /// translated into, and no other word of two or three letters.
    pub fn spelled(name: &str) -> Option<Language> {
        let mut parts = name.split(['-', '_']);
        let code = parts.next()?.to_ascii_lowercase();
        if !CODES.split_whitespace().any(|known| known == code) {
            return None;
        }
        let region = |part: &str| {
            part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphabetic())
                || part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let script = |part: &str| SCRIPTS.split_whitespace().any(|known| known.eq_ignore_ascii_case(part));
        let rest: Vec<&str> = parts.collect();
        let well_formed = match rest[..] {
            [] => true,
            [one] => region(one) || script(one),
            [one, two] => script(one) && region(two),
            _ => false,
        };
        if well_formed { name.replace('_', "-").parse().ok() } else { None }
    }

    /// As [`Language::spelled`], and by what people call a language where they know no tag: `cn`, `russian`.
    pub fn named(name: &str) -> Option<Language> {
        let usual = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        usual.and_then(|(_, tag)| tag.parse().ok()).or_else(|| Language::spelled(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_spelling_of_a_tag_is_the_language() {
        for (name, tag) in [("ru", "ru"), ("RU", "ru"), ("zh_CN", "zh-CN"), ("zh-cn", "zh-CN"), ("ru-RU", "ru-RU")] {
            assert_eq!(Language::spelled(name).unwrap().to_string(), tag);
        }
        assert_eq!(Language::spelled("zh_hant_TW").unwrap().to_string(), "zh-Hant-TW");
        assert_eq!(Language::spelled("es-419").unwrap().to_string(), "es-419");
    }

    #[test]
    fn other_words_are_no_languages() {
        for name in ["img", "src", "js", "README", "ru-docs", "is_file_ru", "", "-", "v2"] {
            assert_eq!(Language::spelled(name), None, "{name}");
        }
    }

    #[test]
    fn a_language_may_be_called_by_its_name() {
        assert_eq!(Language::named("Russian").unwrap().to_string(), "ru");
        assert_eq!(Language::named("CN").unwrap().to_string(), "zh-CN");
        assert_eq!(Language::named("docs"), None);
    }
}
