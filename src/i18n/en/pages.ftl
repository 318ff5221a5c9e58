### Pages for a browser.

help-report = Write pages for a browser: an index of all documents, both texts of each side by side, terms, changes
    .folder = The folder for the pages; a new or empty one, or that of an earlier report
    .paths = Originals, translations or folders; all documents where none is given
    .language = Only translations into these languages
    .trend = Compare with an earlier report.json, or with a file written by “check --write-baseline”
    .since = Show on the page of changes what changed since this git revision; otherwise what changed since it was accepted
    .after =
        The pages need no server and no network. Pages that have not changed are not written again.

report-written =
    { $pages ->
        [one] { $pages } page in { $folder }
       *[other] { $pages } pages in { $folder }
    }; { $written ->
        [one] { $written } file
       *[other] { $written } files
    } new or changed.

page-title = Translations
page-check = Check of the translations
page-made-by = Made by tolmach { $version }. The page needs no network; it holds no more than the files it was made from.
page-skip = Skip to the text
page-index = All documents
page-copy = Copy
page-copied = Copied
page-rows = Show in rows
page-columns = Show in columns
page-previous-finding = Previous finding (p)
page-next-finding = Next finding (n)
page-keys = Keys: j and k for the next and the previous unit, n and p for findings, v for rows or columns.
page-translates = translates
page-original = Original
page-translation = Translation
page-panel = About this unit
page-parts = Parts of this page
page-part = { $from }–{ $to }
page-unit = Unit { $number }: { $state }
page-none = No counterpart.
page-cut =
    { $bytes ->
        [one] … and { $bytes } byte more
       *[other] … and { $bytes } bytes more
    }
page-since = Since it was accepted:
page-confidence = Confidence, from 0 to 1
page-gone =
    { $count ->
        [one] { $count } accepted unit is gone from both texts
       *[other] { $count } accepted units are gone from both texts
    }
page-entries = Glossary
page-rules = Rules
page-state-missing = not translated
page-state-extra = not in the original
page-state-stale = the original changed
page-state-edited = the translation changed
page-state-both = both changed
page-state-accepted = accepted
page-state-open = not accepted
page-state-draft = unread draft
page-figures = { $aligned } of { $units } units aligned, { $accepted } accepted
page-sums =
    { $documents ->
        [one] { $documents } document
       *[other] { $documents } documents
    }, { $translated } % translated, { $accepted } of { $units } units accepted
page-missing =
    { $count ->
        [one] { $count } paragraph not translated
       *[other] { $count } paragraphs not translated
    }
page-extra =
    { $count ->
        [one] { $count } paragraph not in the original
       *[other] { $count } paragraphs not in the original
    }
page-stale =
    { $count ->
        [one] { $count } unit stale
       *[other] { $count } units stale
    }
page-edited =
    { $count ->
        [one] { $count } unit edited
       *[other] { $count } units edited
    }
page-drafts =
    { $count ->
        [one] { $count } unread draft
       *[other] { $count } unread drafts
    }
page-words =
    { $count ->
        [one] { $count } word to translate
       *[other] { $count } words to translate
    }
page-sure = sure
page-likely = likely
page-unsure = unsure
page-alone = without a counterpart
page-term = term
page-omitted = left out on the other side
page-terms = Terms
page-changes = Changes
page-badge = translations
page-badge-link = Badge
page-elsewhere = Other files
page-trend-findings = Findings: { $difference }
page-trend-accepted = Accepted units: { $difference }
page-languages = Languages
page-bar = Units: { $accepted } accepted, { $aligned } aligned, { $changed } changed, { $missing } missing
page-documents = Documents
page-filter = Filter
page-language = Language
page-show = Show
page-all = all
page-with-errors = with errors
page-with-findings = with findings
page-with-changes = with changes since accepted
page-with-missing = with paragraphs missing
page-head-share = translated
page-head-stale = changed
page-head-words = words to do
page-head-errors = errors
page-head-warnings = warnings
page-head-notes = notes
page-head-trend = trend
page-not-begun = not begun
page-nothing-matches = No document matches the filter.
page-conflicts =
    { $concepts ->
        [one] { $concepts } concept in use
       *[other] { $concepts } concepts in use
    }, { $conflicts } of them not rendered in one way
page-more =
    { $count ->
        [one] … and { $count } more
       *[other] … and { $count } more
    }
page-changes-since = Changes since { $revision }
page-changes-accepted = Changes since it was accepted

trouble-foreign-folder = the folder holds files, and no report of tolmach
    .hint = name a new or empty folder, or that of an earlier report
trouble-one-page = --format html shows one pair of documents, and { $count } are named
    .hint = name one document and its language, or write pages for all with “tolmach report DIR”
trouble-no-trend = neither a report.json nor a baseline: { $message }
    .hint = name the report.json of an earlier report, or a file written by “tolmach check --write-baseline”

### Editions for readers.

help-book = Write editions for readers: both texts side by side as a page to print, and as EPUB
    .folder = The folder for the editions; a new or empty one, or that of earlier editions
    .paths = Originals, translations or folders; all documents where none is given
    .language = Only translations into these languages
    .layout = In the EPUB: each paragraph beside its translation, after it, or with the translation as a note that opens
    .after =
        For a PDF print the page with a browser.

book-written =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    } in { $folder }, each as a page and as EPUB.
book-alone =
    { $count ->
        [one] { $path }: { $count } paragraph has no counterpart and is on its own.
       *[other] { $path }: { $count } paragraphs have no counterpart and are on their own.
    }
book-contents = Contents
book-translation = Translation
