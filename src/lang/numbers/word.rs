//! What a word of a language says about a number.

/// What a word says about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// A cardinal under twenty.
    Small(u64),
    /// Twenty, thirty … ninety.
    Tens(u64),
    /// A word for several hundreds: «двести».
    Hundreds(u64),
    /// The word "hundred", which multiplies what is before it.
    Hundred,
    /// A power of ten that multiplies what is before it: thousand, million.
    Scale(i32),
    /// An ordinal, which ends a number: "fifth", «пятый».
    Ordinal(u64),
    /// A number that no other word continues: «двухлетний», "both", "dreiundzwanzig".
    Whole(u64),
    /// A word that may answer any of these: "half" answers 0.5, 50 (percent), 30 (minutes).
    Any(&'static [&'static str]),
    /// A month, 1 to 12.
    Month(u8),
    /// A word that makes a Roman numeral before it a number.
    Century,
    /// Joins two number words: "and", "und".
    Joint,
    /// Joins a number and the half that is more of it: «пять с половиной».
    With,
    /// Makes the number behind it negative: "minus".
    Minus,
    /// Makes the number before it negative: "below", «мороза».
    Below,
    /// Counts minutes down to an hour: «без пяти восемь», "before".
    Before,
    /// Counts minutes from an hour on: "past".
    Past,
    /// Makes an hour before it one after noon: "p.m.", «вечера».
    Afternoon,
    /// Joins the two ends of a range: "to", «до».
    Range,
    /// An hour, "o'clock", «часов».
    Hour,
}
