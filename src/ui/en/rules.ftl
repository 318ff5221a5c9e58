### What each rule says of a place, and its page of `tolmach explain`.

## Alignment and change

rule-missing-translation = this paragraph has no translation
    .title = A paragraph of the original has no translation
    .what = Fires where no paragraph of the translation answers a paragraph of the original, or where only a marked gap stands in its place.
    .why = Readers of the translation never learn that something is missing.
    .wrong =
        original: Вода вернулась вечером.
        translation: (nothing)
    .right =
        original: Вода вернулась вечером.
        translation: The water came back in the evening.
    .configure = missing-translation = "error" under [rules] in tolmach.toml. If the paragraph is left out on purpose, put the comment "tolmach: allow missing-translation: reason" above it.

rule-extra-translation = nothing in the original answers this paragraph
    .title = A paragraph of the translation has no original
    .what = Fires where a paragraph of the translation answers no paragraph of the original. A translator's note in square brackets is not counted.
    .why = Either the original lost a paragraph and the translation did not follow, or something was added that the author never said.
    .wrong =
        original: (nothing)
        translation: This had happened before.
    .right = Remove the paragraph, or mark it as a note: [Translator’s note: this had happened before.]
    .configure = extra-translation = "warning" under [rules] in tolmach.toml.

rule-stale-translation =
    { $edited ->
        [yes] both texts changed since the unit was accepted; in the original: { $change }
       *[other] the original changed since the unit was accepted: { $change }
    }
    .title = The original changed, and the translation did not follow
    .what =
        Fires where the wording of the original differs from the one that was accepted with this translation.
        These changes are cosmetic and do not count: other line breaks; more or fewer spaces, or other kinds of space; the kind of quotation marks, dashes, apostrophes and dots of an ellipsis; emphasis and other markup that moved; soft hyphens; composed or decomposed accents.
    .why = A reader of the translation reads what the author no longer says.
    .wrong =
        original: В городе 21 район. (was: 20)
        translation: The city has 20 districts.
    .right = Change the translation, then run “tolmach accept”.
    .configure = stale-translation = "error" under [rules] in tolmach.toml. Where the translation still holds, accept the unit again.

rule-edited-translation = the translation changed since the unit was accepted: { $change }
    .title = The translation changed since it was accepted
    .what = Fires where the wording of the translation differs from the accepted one, while the original stayed as it was.
    .why = Somebody has read and accepted this text, and nobody has read what it became.
    .wrong = An accepted paragraph that was rewritten and not looked at again.
    .right = Read the change with “tolmach diff”, then run “tolmach accept”.
    .configure = edited-translation = "warning" under [rules] in tolmach.toml.

rule-cosmetic-change = only the look of the text changed since the unit was accepted
    .title = Only the look of an accepted text changed
    .what = Fires where line breaks, spaces, markup or typographic marks changed, and no word did.
    .why = Off by default: such changes need no translator. Switch it on to see them before a release.
    .wrong = “In the evening” (accepted as: "In the evening")
    .right = Nothing to do, or accept the unit again.
    .configure = cosmetic-change = "info" under [rules] in tolmach.toml.

rule-unaccepted = nobody has accepted this unit yet
    .title = A unit that nobody has accepted
    .what = Fires for each aligned unit that no person has accepted.
    .why = Off by default, since a new project has accepted nothing. Switch it on once every unit ought to have been read by a second person.
    .wrong = A translation that nobody has read through.
    .right = Read it, then run “tolmach accept”.
    .configure = unaccepted = "warning" under [rules] in tolmach.toml.

rule-untranslated = this paragraph still is in the language of the original
    .title = A paragraph left in the language of the original
    .what = Fires where a paragraph of the translation is the original word for word, or most of its words are in the original's script. Names, numbers and single words are not counted.
    .why = A paragraph copied over to be translated later looks finished.
    .wrong =
        original: Вечером дали свет.
        translation: Вечером дали свет.
    .right = The power came back in the evening.
    .configure = untranslated = "warning" under [rules] in tolmach.toml.

## Glossary

rule-term-missing = “{ $term }”: the translation has none of: { $looked-for }
    .title = A glossary term is not in the translation
    .what = Fires where the original has a term of the glossary in any of its forms, and the translation has none of the terms that the glossary allows for it. Each unit counts as a whole: a term that stands twice in the original may stand once in the translation.
    .why = Readers who meet one thing under several names take it for several things.
    .wrong =
        original: У акимата собрались люди.
        translation: People gathered at the town hall.
    .right = People gathered at the akimat.
    .configure = Add the rendering under “admitted” in the glossary if it is right. term-missing = "warning" under [rules] in tolmach.toml.

rule-term-deprecated = “{ $term }” is not to be used; the glossary has “{ $preferred }”
    .title = A term that the glossary has turned down
    .what = Fires where a term that the glossary calls deprecated stands in either text, if the unit or the document speaks of that concept. A “city hall” in a text about London is not an akimat.
    .why = Deprecated terms are those that once misled readers.
    .wrong =
        original: Акимат закрыт.
        translation: The city hall is closed.
    .right = The akimat is closed.
    .configure = Move the term to “admitted” in the glossary if it is right after all. term-deprecated = "warning" under [rules] in tolmach.toml.

rule-term-case = “{ $term }” ought to be written “{ $preferred }”
    .title = A term with capitals where it has none, or the reverse
    .what = Fires where a term whose entry says case = "exact" or case = "initial" is written otherwise. A capital at the start of a sentence, in a heading, or in a line all in capitals is not counted.
    .why = “Akimat” in mid-sentence reads like the name of a place.
    .wrong = He went to the Akimat.
    .right = He went to the akimat.
    .configure = case = "any" in the glossary entry lets both stand. term-case = "warning" under [rules] in tolmach.toml.

rule-name-inconsistent = “{ $name }” is “{ $spelling }” here and “{ $usual }” elsewhere
    .title = One name spelled in several ways
    .what = Fires where a name of the original that no glossary entry covers is spelled in several ways across the project's translations. The places of the rarer spelling are shown.
    .why = A reader who searches for one spelling misses the rest.
    .wrong = Tokaev, beside Tokayev everywhere else
    .right = Tokayev
    .configure = Add the name to the glossary to settle it. name-inconsistent = "warning" under [rules] in tolmach.toml.

rule-unused-waiver = this waiver of { $rule } is not needed any more (reason: { $reason })
    .title = A waiver that matches nothing any more
    .what = Fires for a waiver in the units file whose finding is gone, or whose texts have changed.
    .why = A waiver that stays behind may one day hide a fault that nobody has looked at.
    .wrong = A waiver of number-mismatch for a number that has since been corrected.
    .right = Remove the waiver from the units file.
    .configure = unused-waiver = "info" under [rules] in tolmach.toml.

rule-unused-concept = no document has a term of “{ $concept }”
    .title = A concept that no document uses
    .what = Fires for a concept of the glossary whose terms are found nowhere.
    .why = Off by default: a glossary may well be larger than its texts. Switch it on to find misspelled entries.
    .wrong = preferred = "акимта"
    .right = preferred = "акимат"
    .configure = unused-concept = "info" under [rules] in tolmach.toml.

## Quality

rule-number-mismatch =
    { $side ->
        [both] the original has { $number }, the translation has { $found }
        [target] the number { $number } is not in the original
       *[source] the number { $number } is not in the translation
    }
    .title = A number differs between the two texts
    .what = Fires where a number of one text has no counterpart in the other, however each language writes it: 1 500,5 and 1,500.5; 5 млн and five million; 11 января and January 11; XIX век and the 19th century; 15:00 and 3 p.m. Telephone numbers and codes are left alone, and a number in words is never missed.
    .why = A wrong year or sum is believed, and hardly ever seen in a second reading.
    .wrong =
        original: Мост построен в 1904 году.
        translation: The bridge was built in 1905.
    .right = The bridge was built in 1904.
    .configure = number-mismatch = "warning" under [rules] in tolmach.toml. For a number that is rounded or converted on purpose, write a waiver with the reason.

rule-link-mismatch =
    { $side ->
        [both] the original leads to { $link }, the translation to { $found }
        [target] the link { $link } is not in the original
       *[source] the link { $link } is not in the translation
    }
    .title = A link, image or address differs
    .what = Fires where the target of a link or image, a URL or an e-mail address of one text is not in the other. Addresses that differ in the language's own part (ru.site.org and en.site.org), Wikipedia in either language, and places within the page (#next) are not counted.
    .why = A link that leads elsewhere is only noticed by the reader who needs it.
    .wrong =
        original: [сайт](https://example.org/a)
        translation: [the site](https://example.org/b)
    .right = [the site](https://example.org/a)
    .configure = link-mismatch = "error" under [rules] in tolmach.toml. If the translated page lives elsewhere, say how addresses change with “rewrites”.

rule-script-leftover = “{ $text }” is still in the letters of the original
    .title = Words in the letters of the original
    .what = Fires where the translation has words in the script of the original. Words shown as such, in brackets, quotation marks or emphasis, are not counted. Where the original is in Latin letters, only four common words in a row count, since names stay.
    .why = A word that was passed over stands out to every reader but the one who knows both languages.
    .wrong = People stood at the акимата building.
    .right = People stood at the akimat building.
    .configure = script-leftover = "warning" under [rules] in tolmach.toml.

rule-same-source = the same paragraph is translated otherwise elsewhere: “{ $other }”
    .title = Equal paragraphs with different translations
    .what = Fires where two equal paragraphs of the project's originals have different translations.
    .why = What the author repeats, the reader ought to recognise.
    .wrong = “Read more” in one document and “Further reading” in the next
    .right = One rendering for both
    .configure = same-source = "info" under [rules] in tolmach.toml.

rule-same-target = another paragraph has this same translation: “{ $other }”
    .title = Different paragraphs with one translation
    .what = Fires where two different paragraphs of more than 40 letters have one and the same translation.
    .why = A paragraph pasted twice looks like a translation, and is not one.
    .wrong = Two paragraphs of the original, and one sentence for both
    .right = A translation for each
    .configure = same-target = "info" under [rules] in tolmach.toml.
