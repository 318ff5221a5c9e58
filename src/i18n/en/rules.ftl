### What each rule says of a place, and its page of `tolmach explain`.

## Alignment and change

rule-missing-translation = this paragraph has no translation
    .title = A paragraph of the original has no translation
    .what = Fires where a paragraph of the original has no counterpart in the translation, or only a marked gap. What the author has not written yet (TBD, TODO) is a step quieter.
    .why = Readers of the translation never learn that something is missing.
    .configure = missing-translation = "error" under [rules] in tolmach.toml. If the paragraph is left out on purpose, put the comment "tolmach: allow missing-translation: reason" above it.

rule-extra-translation = this paragraph has no counterpart in the original
    .title = A paragraph of the translation has no original
    .what = Fires where a paragraph of the translation has no counterpart in the original. A translator's note in square brackets is not counted. Where the alignment is less sure than even, the finding is a note.
    .why = Either the original lost a paragraph and the translation did not follow, or something was added that the author never said.
    .configure = extra-translation = "warning" under [rules] in tolmach.toml.

rule-hidden-translation = a translation typed inside the comment of its gap is not published: { $text }
    .title = A translation that no reader sees
    .what = Fires where the comment of a marked gap holds a text that is not the original’s: somebody typed the translation over it, or behind it.
    .why = A comment is not rendered, so that readers miss the paragraph although it is translated.
    .configure = hidden-translation = "error" under [rules] in tolmach.toml. “tolmach update” puts the text in the place of its comment.

rule-omitted-sentence = the translation leaves out the sentence “{ $sentence }”
    .title = A sentence of the original is missing in the translation
    .what = Fires where a paragraph is translated and one of its sentences is not. Sentences run together or taken apart are passed over, and so are short exclamations, glosses in brackets, bylines and paragraphs whose alignment is uncertain. A sentence of which tolmach is less sure than 95% is a note: translators of documentation run sentences together. In five real repositories all 7 warnings were right, and 8 of the 17 notes.
    .why = It is the fault that nobody sees: the paragraph is there, and a part of what the author wrote is not.
    .configure = omitted-sentence = "warning" under [rules] in tolmach.toml. If the sentence is left out on purpose, put the comment "tolmach: allow omitted-sentence: reason" above the paragraph.

rule-added-sentence = the sentence “{ $sentence }” has no counterpart in the original
    .title = A sentence of the translation is not in the original
    .what = Fires where a sentence inside a translated paragraph has no counterpart in the original of that paragraph. Notes in brackets and bylines are passed over. A sentence of which tolmach is less sure than 99%, or that has the only counterpart of a word, is a note: translators of documentation take sentences apart. In five real repositories all 7 warnings were right, and 5 of the 15 notes.
    .why = Either the original lost a sentence and the translation did not follow, or something was added that the author did not write.
    .configure = added-sentence = "warning" under [rules] in tolmach.toml.

rule-stale-translation =
    { $since ->
        [revision] the original changed since the revision compared with, and the translation, which nobody accepted, did not: { $change }
       *[other]
            { $edited ->
                [yes] both texts changed since the unit was accepted; in the original: { $change }
               *[other] the original changed since the unit was accepted: { $change }
            }
    }
    .title = The original changed, and the translation did not follow
    .what =
        Fires where the wording of the original differs from the one that was accepted with this translation. With “check --changed-since” also where nobody accepted the translation, and the original changed since that revision while the translation did not.
    .why = A reader of the translation reads what the author no longer says.
    .configure = stale-translation = "error" under [rules] in tolmach.toml. Where the translation still holds, accept the unit again.

rule-edited-translation = the translation changed since the unit was accepted: { $change }
    .title = The translation changed since it was accepted
    .what = Fires where the wording of the translation differs from the accepted one, while the original stayed as it was.
    .why = Somebody has read and accepted this text, and nobody has read what it became.
    .configure = edited-translation = "warning" under [rules] in tolmach.toml.

rule-removed-paragraph =
    { $side ->
        [source] the paragraph of the original that this one was accepted with is gone: { $text }
       *[target] the paragraph of the translation that this one was accepted with is gone: { $text }
    }
    .title = One side of an accepted unit is gone
    .what = Fires where a unit was accepted and its paragraph is gone from the original or from the translation, while the other side is still there.
    .why = Either the translation says what the author took back, or readers miss what was translated once.
    .configure = removed-paragraph = "error" under [rules] in tolmach.toml. Remove the other side too, or “tolmach forget” the unit where it may remain alone.

rule-cosmetic-change = only the look of the text changed since the unit was accepted
    .title = Only the look of an accepted text changed
    .what = Fires where line breaks, spaces, markup or typographic marks changed, and no word did.
    .why = Off by default: such changes need no translator. Switch it on to see them before a release.
    .configure = cosmetic-change = "info" under [rules] in tolmach.toml.

rule-leftover-marker =
    { $marker ->
        [translate] the comment of a gap is left beside its accepted translation
        [removed] a translation that was set aside is left in a comment beside an accepted one
       *[changed] the comment that says what changed is left beside an accepted translation
    }
    .title = A comment for the translator in an accepted text
    .what = Fires where a comment of “tolmach add” or “tolmach update” (translate, changed, removed) is beside a unit that is accepted as it is.
    .why = The comment is published with the text, and says that something is still to be done where somebody said that it is right.
    .configure = leftover-marker = "error" under [rules] in tolmach.toml. “tolmach accept PATH:LINE” accepts the unit and removes the comment.

rule-unaccepted = nobody has accepted this unit yet
    .title = A unit that nobody has accepted
    .what = Fires for each aligned unit that no person has accepted.
    .why = Off by default, since a new project has accepted nothing. Switch it on once every unit must have been read by a second person.
    .configure = unaccepted = "warning" under [rules] in tolmach.toml.

rule-unread-draft =
    { $original ->
        [changed] nobody has read this draft by { $by }, and the original changed since
       *[same] nobody has read this draft by { $by }
    }
    .title = A draft that nobody has read
    .what = Fires for each translation that a machine, a memory or an import made and that still has that very text. A person who changes it, or accepts it, has read it.
    .why = A draft reads well before it is right. Make it an error where nothing unread may be published.
    .configure = unread-draft = "error" under [rules] in tolmach.toml. “tolmach review --drafts” walks through them; “tolmach accept” takes one as it is.

rule-untranslated =
    { $attribute ->
        [none] this paragraph is still in the language of the original
       *[other] the text of “{ $attribute }” is still in the language of the original: { $text }
    }
    .title = A paragraph left in the language of the original
    .what = Fires where a paragraph of the translation is the original word for word, or most of its words are in the original's script. Names, numbers, single words, options, calls and addresses are not counted; a title of the front matter counts from three words on. The alternative text and the title of a picture, also as attributes of HTML, count as well.
    .why = A paragraph copied over to be translated later looks finished.
    .configure = untranslated = "warning" under [rules] in tolmach.toml.

rule-not-a-translation =
    { $kind ->
        [chatter] a machine's remark in the translation: “{ $text }”
        [refusal] a machine's refusal instead of a translation: “{ $text }”
        [left-out] the translation says itself that a part is left out: “{ $text }”
        [repeated] the translation repeats what the original says once: “{ $text }”
        [summary] this is a summary, not a translation: “{ $text }”
       *[echo] the original is beside its translation: “{ $text }”
    }
    .title = A text in the place of a translation that is not one
    .what = Fires where the translation has a remark of a machine ("Sure, here is the translation", "As an AI language model", "[rest omitted]"), says a sentence, a paragraph or a few words over and over, has a third of the usual length of four sentences and more, or holds the original beside its translation. What the original says or repeats too is passed over. The remarks are listed by language in src/rules/remarks.
    .why = Nobody who reads the original again would see it, and every reader of the translation does.
    .configure = not-a-translation = "error" under [rules] in tolmach.toml.

## Glossary

rule-term-missing = “{ $term }”: the translation has none of: { $looked-for }
    .title = A glossary term is not in the translation
    .what = Fires where the original has a term of the glossary in any of its forms, and the translation has none of the terms that the glossary allows for it, and no word of their roots. Each unit counts as a whole: a term that occurs twice in the original may occur once in the translation.
    .why = Readers who meet one thing under several names take it for several things.
    .configure = Add the rendering under “admitted” in the glossary if it is right. term-missing = "warning" under [rules] in tolmach.toml.

rule-term-deprecated = “{ $term }” is not to be used; the glossary has “{ $preferred }”
    .title = A term that the glossary has turned down
    .what = Fires where either text has a term that the glossary calls deprecated. In the translation it counts where the original speaks of the concept in that unit and no allowed term renders it; it does not count where the word is an allowed term of another concept of the unit, where the original has its literal twin, and inside a hyphenated word.
    .why = Deprecated terms are those that once misled readers.
    .configure = Move the term to “admitted” in the glossary if it is right after all. term-deprecated = "warning" under [rules] in tolmach.toml.

rule-term-case = “{ $term }” should be written “{ $preferred }”
    .title = A term with capitals where it has none, or the reverse
    .what = Fires where a term whose entry says case = "exact" or case = "initial" is written otherwise. A capital at the start of a sentence, in a heading or headline, in a name of several words, or in a line all in capitals is not counted.
    .why = “Akimat” in mid-sentence reads like the name of a place.
    .configure = case = "any" in the glossary entry allows both. term-case = "warning" under [rules] in tolmach.toml.

rule-name-inconsistent = “{ $name }” is “{ $spelling }” here and “{ $usual }” elsewhere
    .title = One name spelled in several ways
    .what = Fires where a name of the original that no glossary entry covers is spelled in several ways across the project's translations. The places of the rarer spelling are shown.
    .why = A reader who searches for one spelling misses the rest.
    .configure = Add the name to the glossary to settle it. name-inconsistent = "warning" under [rules] in tolmach.toml.

rule-unused-waiver =
    { $known ->
        [no] a waiver names “{ $rule }”, which is not a rule (reason: { $reason })
       *[yes] this waiver of { $rule } is not needed any more (reason: { $reason })
    }
    .title = A waiver that matches nothing any more
    .what = Fires for a waiver in the units file whose finding is gone, or whose texts have changed.
    .why = A waiver that stays behind may one day hide a fault that nobody has looked at.
    .configure = unused-waiver = "info" under [rules] in tolmach.toml.

rule-unused-concept = no document has a term of “{ $concept }”
    .title = A concept that no document uses
    .what = Fires for a concept of the glossary whose terms are found nowhere.
    .why = Off by default: a glossary may well be larger than its texts. Switch it on to find misspelled entries.
    .configure = unused-concept = "info" under [rules] in tolmach.toml.

## Quality

rule-number-mismatch =
    { $side ->
        [both] the original has { $number }, the translation has { $found }
        [target] the number { $number } is not in the original
       *[source] the number { $number } is not in the translation
    }
    .title = A number differs between the two texts
    .what = Fires where a number of one text has no counterpart in the other, however each language writes it: 1 500,5 and 1,500.5; 5 млн and five million; 11 января and January 11; XIX век and the 19th century; 15:00 and 3 p.m. Telephone numbers and codes are left alone. A number in words of three or more, and a Roman numeral of a ruler or a volume, is missed only where the other text has another number without a counterpart: fourteen and Fifteen, Людовик XIV and Louis XV; a smaller word (one, half) never is.
    .why = A wrong year or sum is believed, and hardly ever seen in a second reading.
    .configure = number-mismatch = "warning" under [rules] in tolmach.toml. For a number that is rounded or converted on purpose, write a waiver with the reason.

rule-currency-mismatch = the original has “{ $amount }”, the translation has “{ $found }”
    .title = An amount is in another currency
    .what = Fires where an amount of the original has the same figure in another currency in the translation, or where its currency is gone and another one is there instead. Signs, codes and names count ($, USD, dollar, доллар), beside a number. A conversion beside the amount, “500 roubles ($5)”, is right.
    .why = The figure looks right, so nobody sees that the sum is another.
    .configure = currency-mismatch = "warning" under [rules] in tolmach.toml. If an amount is converted on purpose, keep the original one beside it, or put the comment "tolmach: allow currency-mismatch: reason" above the paragraph.

rule-measure-mismatch =
    { $what ->
        [unit] the original has “{ $quantity }”, the translation “{ $found }”: another unit
       *[conversion] “{ $quantity }” is { $right } in this unit, the translation has “{ $found }”
    }
    .title = A quantity in another unit, or converted wrongly
    .what = Fires where a quantity of the original has the same figure with another unit in the translation (10 километров, 10 miles), or is converted into another value than it is. A right conversion, rounded as people round, is silent, also in brackets behind the quantity.
    .why = The figure looks right, so nobody sees that the distance, weight or time is another.
    .configure = measure-mismatch = "warning" under [rules] in tolmach.toml.

rule-date-mismatch = the original has “{ $date }”, the translation “{ $found }”
    .title = Another day of the week or month
    .what = Fires where the translation names a day of the week or a month that the original does not name, and lacks the one that it names. A day on one side only is passed over, and so are words with another meaning (среда, May at the beginning of a sentence). A month beside its day is the business of number-mismatch.
    .why = A reader who comes on Thursday has missed Tuesday.
    .configure = date-mismatch = "warning" under [rules] in tolmach.toml.

rule-link-mismatch =
    { $side ->
        [both] the original leads to { $link }, the translation to { $found }
        [target] the link { $link } is not in the original
       *[source] the link { $link } is not in the translation
    }
    .title = A link, image or address differs
    .what = Fires where the target of a link or image, a URL or an e-mail address of one text is not in the other. Addresses that differ in the language's own part (ru.site.org and en.site.org), Wikipedia in either language, and places within the page (#next) are not counted. A link that is lost, or whose definition leads elsewhere, is an error; where the translator chose or added another one, or the alignment is less sure, it is a step quieter, as that is often on purpose.
    .why = A link that leads elsewhere is only noticed by the reader who needs it.
    .configure = link-mismatch = "error" under [rules] in tolmach.toml. If translated pages live elsewhere, say how the beginning of an address changes: rewrites = [["/blog/", "/en/blog/"]] under [rules.link-mismatch].

rule-script-leftover = “{ $text }” is still in the letters of the original
    .title = Words in the letters of the original
    .what = Fires where the translation has words in the script of the original. Words shown as such, in brackets, quotation marks or emphasis, are not counted. A letter that the text is about (the letter Щ), addresses and names of programs are not counted either. Captions, alternative texts and titles of pictures are read. Where the original is in Latin letters, only four common words in a row count, since names stay.
    .why = A word that was passed over stands out to every reader but the one who knows both languages.
    .configure = script-leftover = "warning" under [rules] in tolmach.toml.

rule-same-source = the same paragraph is translated otherwise in { $where }: “{ $other }”
    .title = Equal paragraphs with different translations
    .what = Fires where two equal paragraphs of the project's originals have different translations.
    .why = What the author repeats, the reader should recognise.
    .configure = same-source = "info" under [rules] in tolmach.toml.

rule-same-target = another paragraph has this same translation, in { $where }: “{ $other }”
    .title = Different paragraphs with one translation
    .what = Fires where two different paragraphs of more than 40 letters have one and the same translation.
    .why = A paragraph pasted twice looks like a translation, and is not one.
    .configure = same-target = "info" under [rules] in tolmach.toml.

rule-uncertain-alignment = these texts belong together with { $percent }% certainty
    .title = A pairing that is not sure
    .what = Fires where the aligner is not sure that exactly these paragraphs correspond to each other, and nobody has accepted the unit.
    .why = Everything else that is said about an unsure pair may rest on the wrong pair.
    .configure = uncertain-alignment = "info" under [rules] in tolmach.toml; the limit is 0.8, that is 80%.

rule-moved-paragraph = this paragraph is in another place than its original
    .title = A paragraph in another place
    .what = Fires where a paragraph and its translation are in another order than their neighbours.
    .why = Sometimes meant; more often a paragraph was pasted in the wrong place.
    .configure = moved-paragraph = "info" under [rules] in tolmach.toml.

rule-heading-level =
    { $found ->
        [0] a heading of level { $expected } is an ordinary paragraph in the translation
       *[other] { $expected ->
            [0] an ordinary paragraph is a heading of level { $found } in the translation
           *[other] a heading of level { $expected } is one of level { $found } in the translation
        }
    }
    .title = A heading of another level
    .what = Fires where the counterpart of a heading is an ordinary paragraph, or a heading of another level.
    .why = The table of contents and the links to sections differ.
    .configure = heading-level = "warning" under [rules] in tolmach.toml.

rule-term-variant = “{ $term }” is close to the glossary's “{ $preferred }”, but not it
    .title = A misspelled term
    .what = Fires where the original has a term, and the translation a word that misses one of its renderings by a letter or two.
    .why = A term misspelled is a term that search and readers do not find.
    .configure = Add the spelling under “admitted” or “forms” in the glossary if it is right. term-variant = "warning" under [rules] in tolmach.toml.

rule-term-inconsistent = “{ $term }” is “{ $found }” here and “{ $usual }” elsewhere in this document
    .title = One term rendered in several ways
    .what = Fires where one term of the original has several allowed renderings within one document; the rarer ones are shown. An abbreviation and the words it abbreviates count as one, and a unit that has both renderings explains the term.
    .why = The reader takes two names for two things.
    .configure = term-inconsistent = "warning" under [rules] in tolmach.toml.

rule-first-mention = the first “{ $term }” of the document should be explained: “{ $asked }”
    .title = A term not explained at its first use
    .what = Fires where a document first uses a term outside headings and tables, and the words that the glossary gives under “first-mention” are not in that unit.
    .why = Readers meet the word for the first time here.
    .configure = first-mention in the glossary entry; first-mention = "info" under [rules] in tolmach.toml.

rule-term-unexpected = “{ $term }” is a term, and the original does not speak of it here
    .title = A term that the original does not have
    .what = Fires where the translation uses a term of the glossary whose concept the original does not name in that unit.
    .why = Off by default, since a term may replace a pronoun. Switch it on where every term has to be the author's.
    .configure = term-unexpected = "info" under [rules] in tolmach.toml.

rule-footnote-mismatch =
    { $side ->
        [both] the original has the note { $note }, the translation { $found }
        [target] the note { $note } is not in the original
       *[source] the note { $note } is not in the translation
    }
    .title = Footnotes differ
    .what = Fires where a footnote's mark or definition is in one text only: [^1], or typed notes: (1) in the text and “1- …” at the end.
    .why = The reader is sent to a note that is not there, or to the wrong one.
    .configure = footnote-mismatch = "error" under [rules] in tolmach.toml.

rule-code-mismatch =
    { $side ->
        [both] the original has the code { $code }, the translation { $found }
        [target] the code { $code } is not in the original
       *[source] the code { $code } is not in the translation
    }
    .title = Code differs
    .what = Fires where a piece of code between backticks is in one text only, or a code block or an include is lost, added or changed. Comments and texts in quotation marks may be translated.
    .why = Readers type it as it is.
    .configure = code-mismatch = "warning" under [rules] in tolmach.toml.

rule-bracket-mismatch =
    { $kind ->
        [unpaired] the bracket { $mark } has no partner
       *[count] a remark in brackets is gone: the original has { $expected } in brackets, the translation { $found }
    }
    .title = A bracket without its partner, or a remark that is gone
    .what = Fires where a bracket of the translation has no partner, or a remark of three words or more in round brackets is gone: the translation has fewer brackets and is shorter by about the length of the remark. A remark set between dashes, a gloss in brackets, list numbers such as 1) and smileys are not counted. Of 11 findings in five real repositories 7 were right, as a remark may be said without brackets, so it is a note by default.
    .why = A bracket that is lost often took a piece of the sentence with it.
    .configure = bracket-mismatch = "warning" under [rules] in tolmach.toml.

rule-quotation-unpaired = the quotation mark { $mark } has no partner
    .title = A quotation mark without its partner
    .what = Fires where a quotation mark of the translation does not pair as its language pairs them. A quotation of several paragraphs may open each of them; where the original has an unpaired mark, the translation may too.
    .why = The reader cannot tell where the speech ends.
    .configure = quotation-unpaired = "info" under [rules] in tolmach.toml.

rule-end-mark =
    { $expected ->
        [none] the original ends without a question or exclamation mark, the translation with { $found }
       *[other] { $found ->
            [none] the original ends in { $expected }, the translation in no mark
           *[other] the original ends in { $expected }, the translation in { $found }
        }
    }
    .title = A question or an exclamation on one side only
    .what = Fires where a paragraph ends in a question or exclamation mark, and its counterpart does not. Quotation marks and brackets behind it are passed over.
    .why = The tone is lost, or the end of the paragraph is.
    .configure = end-mark = "warning" under [rules] in tolmach.toml.

rule-mixed-script = “{ $word }” mixes two alphabets: { $letters }
    .title = One word in two alphabets
    .what = Fires where a word has letters of another alphabet that look like its own: a Cyrillic “А” in “Аlmaty”, a Cyrillic “х” in “105х195”. Abbreviations and Latin words with a Russian ending (SMSки, Pod'е) are meant.
    .why = It looks right, and no search finds it.
    .configure = mixed-script = "warning" under [rules] in tolmach.toml. “tolmach check --fix” corrects the letters.

rule-doubled-word = “{ $word }” is there twice
    .title = A word typed twice
    .what = Fires where a word of the translation follows itself, unless the original doubles a word too. Words that good prose doubles (had had, vous vous) and names (Bora Bora) are passed over. In languages that double words as a matter of grammar (Hindi, Turkish, Kazakh, Indonesian), only words that are never doubled count.
    .why = The eye skips it, and the reader's does not.
    .configure = doubled-word = "warning" under [rules] in tolmach.toml.

rule-doubled-space = two spaces in a row
    .title = Two spaces in a row
    .what = Fires where a line of prose has two spaces in a row. Code, tables and the habit of two spaces after each sentence are passed over.
    .why = A trace of words that were taken out.
    .configure = doubled-space = "info" under [rules] in tolmach.toml. “tolmach check --fix” takes one out.

rule-length-ratio =
    { $direction ->
        [short] the translation has only { $percent }% of the length to be expected
       *[long] the translation has { $percent }% of the length to be expected
    }
    .title = A translation too short or too long
    .what = Fires where the translation has less than half or more than twice the letters that this pair of languages leads one to expect. Short paragraphs are passed over.
    .why = A sentence was lost, or one is here that belongs elsewhere.
    .configure = Under [rules.length-ratio] in tolmach.toml: severity = "warning", min = 0.5, max = 2.0.

rule-markup-mismatch =
    { $what ->
        [tag] the original has the tag { $expected }, the translation { $found }
        [columns] the row has { $expected } columns in the original and { $found } in the translation
        [struck] the original has struck-out words, the translation has none
        [emphasis] readers see the signs { $found } here: by the rules of Markdown they mark nothing at this place
       *[list] the list item has depth { $expected } in the original and { $found } in the translation
    }
    .title = Markup differs
    .what = Fires where inline HTML tags, the columns of a table or the depth of a list item differ, where the original strikes words out and the translation strikes out none, or where signs of emphasis are in a place where they mark nothing and readers see them (`很重要，**他`). Tags that a translator may set are not counted: explanations (<abbr>), raised endings of ordinals (27<sup>th</sup>) and line breaks.
    .why = The page looks different from the original's.
    .configure = markup-mismatch = "warning" under [rules] in tolmach.toml.

rule-emphasis-lost = the original emphasises words of this paragraph, the translation none
    .title = Emphasis is gone
    .what = Fires where the original emphasises words of a paragraph and the translation none of its own. Where the emphasis is, and how it is written, is the translator's choice.
    .why = An emphasis of the author's is part of what the text says, and easily lost when a sentence is rebuilt.
    .configure = emphasis-lost = "info" under [rules] in tolmach.toml.

rule-container-mismatch =
    { $side ->
        [both] the original has the marker { $marker }, the translation { $found }
        [target] the marker { $marker } is not in the original
       *[source] the marker { $marker } is not in the translation
    }
    .title = Containers differ
    .what = Fires where a line that opens or closes a container (!!! note, :::tip, liquid tags such as note, <Tabs>) is lost, added or written differently in the translation. Titles are translated and do not count.
    .why = The page does not build, or shows the marker to its readers.
    .configure = container-mismatch = "error" under [rules] in tolmach.toml.

rule-dead-anchor =
    { $page ->
        [none] no heading of the translation has the id { $fragment }
       *[other] no heading of { $page } has the id { $fragment }
    }
    .title = Links to places that are not there
    .what = Fires where a link of the translation leads to a place on a page of the project, #installation, that no heading and no written id of that page has. Ids are made of headings as the site generator makes them; where it is not known which one reads the documents, the id of any is good.
    .why = The reader lands at the top of the page, and no build reports it.
    .configure = dead-anchor = "off" under [rules] in tolmach.toml.

rule-placeholder-mismatch =
    { $side ->
        [both] the original has the placeholder { $placeholder }, the translation { $found }
        [target] the placeholder { $placeholder } is not in the original
       *[source] the placeholder { $placeholder } is not in the translation
    }
    .title = Placeholders differ
    .what = Fires where a piece that a program fills in or reads is in one text only: a variable in braces, %s, a shortcode, a name between colons, the attributes of a heading.
    .why = What the program fills in is missing, or links to the place break.
    .configure = placeholder-mismatch = "warning" under [rules] in tolmach.toml.

rule-unseen-text = this text was not read as prose, and nothing else is checked of it: { $text }
    .title = Text that was not read as prose
    .what = Fires where an indented block, which Markdown takes for code, holds five words of prose or more, and where a code block of the translation has words in the script of the original.
    .why = What is not read is not checked: a container that tolmach does not know must not pass in silence.
    .configure = unseen-text = "warning" under [rules] in tolmach.toml.

rule-quote-style = the quotation mark { $mark } is not of this language, which writes { $usual }
    .title = Quotation marks of another language
    .what = Fires where a paragraph of the translation has quotation marks of another language's convention. Straight marks belong everywhere.
    .why = Off by default, since a house may have its own style. Switch it on to hold to the language's.
    .configure = quote-style = "warning" under [rules] in tolmach.toml.

rule-placeholder = “{ $text }” was left for later
    .title = Something left for later
    .what = Fires where the translation has TODO, FIXME, TBD, {"["}?], ??? or a pattern from tolmach.toml that the original does not have.
    .why = A note to oneself, published.
    .configure = placeholder = "error" under [rules] in tolmach.toml; further patterns under [rules.placeholder].

## Files

rule-encoding =
    { $likely ->
        [unknown] byte { $byte } of the file is not UTF-8
       *[other] byte { $byte } of the file is not UTF-8; the file is likely { $likely }
    }
    .title = A file that is not UTF-8
    .what = Fires where the original or the translation has bytes that are not UTF-8, and names the first of them and the likely encoding.
    .why = Letters get lost, and everything said about the text may be wrong.
    .configure = encoding = "error" under [rules] in tolmach.toml.

rule-byte-order-mark = the file begins with a byte-order mark
    .title = A byte-order mark
    .what = Fires where a file begins with the invisible character U+FEFF, as some editors write it.
    .why = It breaks front matter and scripts, and UTF-8 does not need it.
    .configure = byte-order-mark = "warning" under [rules] in tolmach.toml.

rule-wrong-language =
    { $side ->
        [source] the original looks like { $found }, but is declared as { $declared }
       *[target] the translation looks like { $found }, but is declared as { $declared }
    }
    .title = A document in another language than declared
    .what = Fires where the first pages of the original or the translation are plainly in another language than tolmach.toml or the folder says. Short documents and languages that are easily taken for each other are passed over.
    .why = Paragraphs are paired and terms found by the words of the declared languages; with the wrong ones little of what is said about the texts is right.
    .configure = wrong-language = "warning" under [rules] in tolmach.toml.

rule-hidden-character =
    { $kind ->
        [direction] the invisible character { $code } turns the direction of the text
        [private] the character { $code } has no meaning of its own, and may show as a box
        [control] the control character { $code } does not belong in a text
       *[zero-width] the invisible character { $code } is inside the text
    }
    .title = Characters that nobody sees
    .what = Fires on direction marks, zero-width characters, control characters and private-use characters where the language does not need them. A soft hyphen counts where the original has none. Emoji, and joiners and direction marks of words in a script that needs them, are passed over.
    .why = They part words for search, turn text around, or show as boxes.
    .configure = hidden-character = "warning" under [rules] in tolmach.toml.

rule-conflict-marker = a line of an unfinished merge
    .title = An unfinished merge
    .what = Fires on lines such as <<<<<<< that git leaves where two versions could not be merged.
    .why = Both versions would be published, with the marks between them.
    .configure = conflict-marker = "error" under [rules] in tolmach.toml.
