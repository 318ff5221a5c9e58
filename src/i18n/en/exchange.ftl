### Starting and updating translations, the memory, other tools' files.

help-add = Start a translation: the original's structure, paragraphs filled from the memory or left as marked gaps
    .original = The original; with --import, where to write it (otherwise the file's name in originals/)
    .language = Language of the translation
    .draft = Begin with this file, a whole translation that nobody has read: each of its paragraphs is a draft
    .memory = Fill gaps with translations of texts that are so like theirs, 60 to 100, as drafts
    .import = Make the original from a Word (.docx), OpenDocument (.odt) or HTML file first
    .after =
        --import keeps headings, lists, emphasis, links, footnotes, tables and code as Markdown and says what it left out. Layout, fonts and colours are never taken over.
help-update = Carry what changed in originals into their translations; keeps every word of the translator
    .paths = Originals, translations or folders; all documents where none is given
    .language = Only translations into these languages
    .dry-run = Show what would change; write nothing
    .stamp = Write “outdated: true” into the front matter of what is behind its original, and take it out again where it is not
help-memory = Search the translation memory; exchange it with other tools
help-memory-search = Search what was translated before: all accepted paragraphs and memory/*.tmx
    .text = What is to be translated
    .language = Language of the translations; may be left out where the project has one
    .term = Search for a term inside paragraphs, in its forms
    .in-translation = Search the translations for the term, not the originals
    .minimum = Least likeness in percent
    .limit = At most so many results
    .format = Output format
help-memory-export = Write accepted paragraphs (TMX, CSV, TSV), or whole documents for a translator's tool (XLIFF, PO)
    .file = File to write; never overwritten
    .paths = Originals, translations or folders; all documents where none is given
    .language = Language of the translations; may be left out where the project has one
    .to = Format, where the file's name does not say it
help-memory-import = Take in a memory (TMX, CSV, TSV: kept in memory/), or documents that come back (XLIFF, PO)
    .file = File to read
    .language = Language of the translations; may be left out where the project has one
    .from = Format, where the file's name does not say it
    .accept-approved = Accept, too, what is marked as approved or reviewed; without it, only what is final or signed off
help-lexicon = Merge lexicons that were learned from parts of a corpus
help-lexicon-merge = Merge what “align --batch --learn-only” wrote; neither order nor number of the parts shows
    .files = Files to merge
    .output = File to write; may be merged again
    .words-only = Write the pairs of words without the units that they were learned from: smaller, but cannot be merged
lexicon-merged =
    { $path }: { $words ->
        [one] { $words } pair of words
       *[other] { $words } pairs of words
    } from { $units ->
        [one] { $units } unit
       *[other] { $units } units
    }

add-done =
    { $path }: { $gaps ->
        [one] { $gaps } paragraph to translate
       *[other] { $gaps } paragraphs to translate
    }, { $filled } from the memory, to be confirmed
add-from-memory =
    { $drafts ->
        [one] { $drafts } of them has a draft from the memory, to be read
       *[other] { $drafts } of them have drafts from the memory, to be read
    }: “tolmach review --drafts”
add-with-draft =
    { $path }: { $drafts ->
        [one] { $drafts } draft
       *[other] { $drafts } drafts
    } to be read: “tolmach review --drafts”
add-draft-lacks =
    { $missing ->
        [one] { $missing } paragraph of the original is not in it
       *[other] { $missing } paragraphs of the original are not in it
    }: “tolmach update” writes the gaps
update-stamped = { $path }: marked as outdated
update-unstamped = { $path }: no longer marked as outdated
add-fill = How to fill a gap: write the translation below the comment, or in its place; “tolmach accept” takes the comment away. Nothing inside the comment is published.
import-done =
    { $path }: { $count ->
        [one] { $count } paragraph
       *[other] { $count } paragraphs
    } from { $file }
import-lost-picture = { $file }: pictures left out ({ $count }×)
import-lost-object = { $file }: embedded objects left out: charts, films, sound ({ $count }×)
import-lost-formula = { $file }: formulas kept as plain letters only ({ $count }×)
import-lost-symbol = { $file }: signs of a picture font are now U+FFFD ({ $count }×)
import-lost-comment = { $file }: comments left out ({ $count }×)
import-lost-tracked-change = { $file }: tracked changes taken as accepted ({ $count }×)
import-lost-hidden-text = { $file }: hidden text left out ({ $count }×)
import-lost-margin = { $file }: page headers and footers left out
import-lost-contents = { $file }: automatic table of contents left out ({ $count }×)
import-lost-navigation = { $file }: menus left out ({ $count }×)
import-lost-around = { $file }: what is around the page's main text left out
import-lost-form = { $file }: buttons and input fields left out ({ $count }×)
import-lost-underline = { $file }: underlining left out, its text kept ({ $count }×)
import-lost-link = { $file }: links within the document, or to no usable address: only their text kept ({ $count }×)
import-lost-numerals = { $file }: lists with letters or Roman numerals now have figures ({ $count }×)
import-lost-heading-number = { $file }: automatic numbers of headings left out ({ $count }×)
import-lost-merged-cell = { $file }: merged table cells are now one cell and empty ones ({ $count }×)
import-lost-layout-table = { $file }: tables that only lay out text are now plain paragraphs ({ $count }×)
import-lost-cell = { $file }: several paragraphs in a table cell are now lines of it ({ $count }×)
import-lost-break = { $file }: line breaks within headings are now spaces ({ $count }×)
import-lost-emphasis = { $file }: emphasis or links that Markdown cannot hold at their place left out ({ $count }×)
import-lost-nesting = { $file }: lists and quotes nested too deep made flat ({ $count }×)
update-same = { $path }: in step, nothing changed
update-done = { $path }: new gaps { $gaps }, moved { $moved }, set aside { $removed }, original changed { $changed }
update-blocks = { $path }: code brought over { $put }, marked { $marked }
update-left = { $place }: should have moved or been marked, but cannot be here; see to it by hand
update-uncovered = { $path }: { $count ->
        [one] { $count } translation typed inside the comment of its gap is now in its place
       *[other] { $count } translations typed inside the comments of their gaps are now in their place
    }
update-gone = { $path }: { $count ->
        [one] { $count } gap lost its paragraph of the original and is a comment “tolmach: gone” now; delete it
       *[other] { $count } gaps lost their paragraphs of the original and are comments “tolmach: gone” now; delete them
    }
update-unknown = { $place }: the text in this comment is neither the original’s nor surely a translation; see to it by hand
update-gapless = { $place }: this paragraph is new, but the translation has no place for its gap; translate it by hand
progress-reading = Reading
progress-indexing = Indexing the memory
memory-found =
    { $count ->
        [0] Nothing found.
        [one] { $count } found.
       *[other] { $count } found.
    }
memory-exported =
    { $path }: { $count ->
        [one] { $count } unit
       *[other] { $count } units
    } written
memory-imported =
    { $path }: { $count ->
        [one] { $count } unit
       *[other] { $count } units
    } in the memory
memory-landed = { $path }: { $placed } put in, { $same } as they were, { $accepted } accepted
memory-drafts =
    { $path }: { $drafts ->
        [one] { $drafts } of them is a draft
       *[other] { $drafts } of them are drafts
    } that nobody has read here: “tolmach review --drafts”
memory-unplaced = { $path }: found no place for the translation of “{ $text }”: the original changed, or it has other lines
memory-conflict = { $path }: changed here and there since it went out; left as it is here: { $source }
memory-unfinished = { $path }: not finished (fuzzy, or to be reviewed); kept as a note where a gap is: { $source }
memory-kept = { $path }: kept the newer translation here of { $count }
memory-unknown-documents =
    { $path }: { $count ->
        [one] { $count } unit belongs
       *[other] { $count } units belong
    } to no translation of this project; “tolmach add” starts one

loss-character = { $path }: the format cannot hold the character { $name } ({ $count }×, first in unit { $first }); U+FFFD replaces it
loss-markup = { $path }: markup of another tool left out: { $name } ({ $count }×, first at { $first })
loss-no-source = { $path }: without a text in the source language ({ $count }×, first at { $first }); left out
loss-no-target = { $path }: without a translation ({ $count }×, first at { $first }); left out
loss-repeated = { $path }: said twice: { $name } ({ $count }×, first at { $first }); the first is kept
loss-language = { $path }: in another language: { $name } ({ $count }×, first at { $first }); left out
loss-state = { $path }: the state “{ $name }” has no counterpart ({ $count }×, first at { $first }); the nearest is taken
loss-plural = { $path }: plural forms ({ $count }×, first at { $first }); only the first is taken
loss-obsolete = { $path }: obsolete entries ({ $count }×, first at { $first }); left out
loss-field = { $path }: has no place: { $name } ({ $count }×, first at { $first }); left out
loss-skipped = { $path }: could not be understood ({ $count }×, first at { $first }); left out
loss-duplicate = { $path }: said before ({ $count }×, first at { $first }); left out

trouble-translation-exists = there is a translation already
    .hint = “tolmach update { $path }” carries new paragraphs into it
trouble-which-language = the project has several languages: { $known }
    .hint = name one with --language
trouble-unknown-ending = the file's name does not show its format
    .hint = name it .tmx, .xlf, .xlf2, .po, .csv or .tsv, or say it with --to or --from
trouble-exchange-syntax = not well-formed: { $message }
    .hint = export the file again
trouble-exchange-entities = the document type declares entities; they are not expanded, and nothing is fetched
    .hint = export the file without a DOCTYPE that declares entities
trouble-exchange-entity = unknown entity &{ $name };
    .hint = only &lt; &gt; &amp; &quot; &apos; and numbers are read
trouble-exchange-truncated = the file ends too early
    .hint = export or copy it again
trouble-exchange-root = the file begins with <{ $found }>, not with <{ $expected }>
    .hint = check the format; say it with --from where the name is wrong
trouble-exchange-version = version “{ $version }” is not read
    .hint = XLIFF is read in 1.2, 2.0 and 2.1
trouble-exchange-deep = elements are nested deeper than in any real document
    .hint = export the file again
trouble-exchange-large = larger than { $limit } MiB once it is unpacked
    .hint = split it into several documents
trouble-exchange-cells = a table of more than { $limit } cells
    .hint = split the table, or take it out
trouble-exchange-archive = not a .docx or .odt inside: another format under this name, cut off, or protected by a password
    .hint = open it in Word or LibreOffice and save it as .docx or .odt without a password
trouble-exchange-part = the archive lacks its part { $name }; it is not a text document
    .hint = open it in Word or LibreOffice and save it as .docx or .odt
trouble-import-ending = cannot be made an original
    .hint = .docx, .odt and .html are read; save it as one of them
trouble-import-name = an original made by --import is Markdown
    .hint = give it a name that ends in .md
trouble-import-empty = nothing to translate in it
    .hint = its text may be a picture
trouble-original-exists = there is an original already; it is not overwritten
    .hint = give the new one another name: tolmach add --import FILE originals/NAME.md
trouble-exchange-encoding = unknown encoding “{ $label }”
    .hint = save the file as UTF-8
trouble-exchange-bytes = bytes that do not fit the file's encoding ({ $label })
    .hint = save the file as UTF-8
trouble-exchange-columns = no column for: { $missing }
    .hint = name the columns in the first line: source, target
trouble-exchange-languages = the file is about “{ $found }”, not “{ $expected }”
    .hint = choose the language with --language

help-glossary-export = Write the glossary for other tools: XLSX, TBX-Basic, CSV, TSV, Weblate, OmegaT
    .file = File to write; never overwritten
    .language = Target language of tables that hold two languages
    .to = Format, where the file's name does not say it
help-glossary-import = Take in a term base: XLSX, CSV, TSV, TBX, OmegaT
    .file = File to read
    .language = Target language of tables that hold two languages
    .from = Format, where the file's name does not say it
    .columns = What the columns hold, by number: ru=1,en=2,note=3
    .split = Signs that part several terms of one cell, such as ";"
    .into = The glossary file for new concepts; otherwise one of the file's name
    .on-conflict = Where both have a preferred term and the two differ: keep ours, prefer theirs, or have both
    .dry-run = Show what would be taken in, write nothing
help-glossary-merge = Take in the concepts of another glossary file of tolmach
    .file = File to read
    .into = The glossary file for new concepts; otherwise one of the file's name
    .on-conflict = Where both have a preferred term and the two differ: keep ours, prefer theirs, or have both
    .dry-run = Show what would be taken in, write nothing
help-glossary-edit = Change a concept; the file's comments and order stay
    .id = The concept's id
    .term = Another preferred term: ru=акимат; the old one is admitted unless --drop names it
    .admitted = A term that is allowed as well
    .deprecated = A term that is not to be used
    .drop = A term that goes
    .form = A form that the tables do not know
    .not-form = A generated form that is none of the term
    .inflect = How a language's terms are inflected: ru=noun
    .case = How letter case counts: en=exact
    .first-mention = What is to be written at the first use: en=zhuz (tribal union)
    .definition = What the concept means; empty to take it away
    .domain = Its field; empty to take it away
    .note = For the translator; empty to take it away
    .severity = How loud findings about it are: off, info, warning, error
    .rename = Another id
    .dry-run = Try it, write nothing
help-glossary-remove = Take concepts out of the glossary
    .id = The concepts' ids
    .dry-run = Try it, write nothing

glossary-exported =
    { $path }: { $count ->
        [one] { $count } concept
       *[other] { $count } concepts
    } written
glossary-taken = { $path }: { $read } read: { $same } already here, { $differ } differ, { $new } new
glossary-completed =
    { $count ->
        [one] { $count } of those here got what it lacked.
       *[other] { $count } of those here got what they lacked.
    }
glossary-differs = { $language }: here “{ $ours }”, there “{ $theirs }”
glossary-conflicts-kept = What differs stays as it is here; --on-conflict theirs or both takes the other.
glossary-nothing-written = Nothing was written.
glossary-encoding = { $path }: read as { $encoding }; where letters are wrong, save it as UTF-8
glossary-edited = { $place }: “{ $concept }” is changed
glossary-removed =
    { $count ->
        [one] { $count } concept removed
       *[other] { $count } concepts removed
    }
glossary-export-own =
    { $path }: forms, first mentions and scopes have no place in this format ({ $count ->
        [one] { $count } concept
       *[other] { $count } concepts
    })

trouble-unknown-terms-ending = the file's name does not show its format
    .hint = name it .xlsx, .tbx, .csv, .tsv or .txt (OmegaT), or say it with --to or --from
trouble-column-unknown = “{ $column }” names no column
    .hint = give a name and a number from 1: --columns ru=1,en=2,note=3
