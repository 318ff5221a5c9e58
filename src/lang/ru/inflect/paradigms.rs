//! The endings of Russian nouns, one table a paradigm.

use super::table::Noun;
use crate::lang::inflect::form::Group::*;

pub(super) const HARD_MASCULINE: Noun =
    Noun {
        name: "noun-masculine-hard", genders: &[Masculine], singular: "- а у = ом е", plural: "ы ов ам = ами ах"
    };
pub(super) const HUSHING_MASCULINE: Noun =
    Noun { name: "noun-masculine-hushing", plural: "и ей ам = ами ах", ..HARD_MASCULINE };
pub(super) const SOFT_MASCULINE: Noun =
    Noun {
        name: "noun-masculine-soft", genders: &[Masculine], singular: "- я ю = ем е", plural: "и ей ям = ями ях"
    };
pub(super) const SHORT_I: Noun =
    Noun { name: "noun-masculine-й", plural: "и ев ям = ями ях", ..SOFT_MASCULINE };
pub(super) const II: Noun = Noun { name: "noun-masculine-ий", singular: "- я ю = ем и/е", ..SHORT_I };
pub(super) const EI_WITH_SOFT_SIGN: Noun =
    Noun {
        name: "noun-masculine-ей", singular: "- ья ью = ьем ье", plural: "ьи ьев ьям = ьями ьях", ..SOFT_MASCULINE
    };
pub(super) const ANIN: Noun =
    Noun { name: "noun-inhabitant", genders: &[], singular: ". . . . . .", plural: "е - ам = ами ах" };
pub(super) const YOUNG: Noun = Noun {
    name: "noun-young-animal",
    genders: &[],
    singular: ". . . . . .",
    plural: "ята/ата ят/ат ятам/атам = ятами/атами ятах/атах",
};
pub(super) const SOFT_FEMININE: Noun =
    Noun {
        name: "noun-feminine-ь", genders: &[Feminine], singular: "- и и - +ю и", plural: "и ей ям = ями ях"
    };
pub(super) const HARD_A: Noun =
    Noun {
        name: "noun-feminine-а", genders: &[Feminine], singular: "а ы е у ой/ою е", plural: "ы - ам = ами ах"
    };
pub(super) const SOFT_A: Noun =
    Noun {
        name: "noun-feminine-я", genders: &[Feminine], singular: "я и е ю ей/ею е", plural: "и - ям = ями ях"
    };
pub(super) const IYA: Noun = Noun { name: "noun-feminine-ия", singular: "я и и ю ей/ею и", ..SOFT_A };
pub(super) const SOFT_SIGN_YA: Noun = Noun {
    name: "noun-feminine-ья",
    genders: &[Feminine],
    singular: "ья ьи ье ью ьей/ьею ье",
    plural: "ьи ей/ий ьям = ьями ьях",
};
pub(super) const O: Noun =
    Noun {
        name: "noun-neuter-о", genders: &[Neuter], singular: "о а у о ом е", plural: "а - ам а ами ах"
    };
pub(super) const HARD_E: Noun = Noun { name: "noun-neuter-е", singular: "е а у е ем е", ..O };
pub(super) const SOFT_E: Noun =
    Noun {
        name: "noun-neuter-soft-е", genders: &[Neuter], singular: "е я ю е ем е", plural: "я ей ям я ями ях"
    };
pub(super) const IE: Noun =
    Noun {
        name: "noun-neuter-ие", genders: &[Neuter], singular: "е я ю е ем и", plural: "я й ям я ями ях"
    };
/// The spelling with ь beside that with и: «знанье», «счастье».
pub(super) const IE_WITH_SOFT_SIGN: Noun =
    Noun {
        name: "noun-neuter-ие-ье", singular: "ье ья ью ье ьем ье/ьи", plural: "ья . ьям ья ьями ьях", ..IE
    };
pub(super) const SOFT_SIGN_E: Noun = Noun {
    name: "noun-neuter-ье",
    genders: &[Neuter],
    singular: "ье ья ью ье ьем ье/ьи",
    plural: "ья ий/ьев ьям ья ьями ьях",
};
pub(super) const MYA: Noun = Noun {
    name: "noun-neuter-мя",
    genders: &[Neuter],
    singular: "мя мени мени мя менем мени",
    plural: "мена мен менам мена менами менах",
};

/// Singulars that a noun given in the plural may have, without the bare form, which each lemma adds itself.
pub(super) const SINGULAR_OF_Y: Noun =
    Noun {
        name: "noun-plural-ы", genders: &[Masculine], singular: "- а у = ом е", plural: "ы -/ов ам = ами ах"
    };
pub(super) const SINGULAR_OF_I: Noun = Noun {
    name: "noun-plural-и",
    genders: &[Masculine],
    singular: ". я/и ю/и = ем/ью е/и",
    plural: "и ей ям = ями ях",
};
pub(super) const SINGULAR_OF_II: Noun = Noun {
    name: "noun-plural-ии",
    genders: &[Feminine],
    singular: "я/й и/я и/ю ю/й ей/ем и",
    plural: "и й/ев ям = ями ях",
};
pub(super) const SINGULAR_OF_YI: Noun = Noun {
    name: "noun-plural-ьи",
    genders: &[Feminine],
    singular: "ья ьи/ья ье/ью ью/ья ьей/ьем ье",
    plural: "ьи ей/ий/ьев ьям = ьями ьях",
};
