### The words of reports.

severity-error = error
severity-warning = warning
severity-info = note
severity-off = off

report-original = translates { $original }
report-fix = write “{ $text }”
report-fix-remove = take it out
report-fix-space = leave one space
report-more-missing =
    { $count ->
        [one] nor has the next { $count } paragraph, up to { $place }
       *[other] nor have the next { $count } paragraphs, up to { $place }
    }
report-also = also at { $places }
report-was = was:
report-now = now:
report-explain = More about a rule: “tolmach explain RULE”.
report-left-out = { $count } more of the same in these paragraphs
report-baseline = { $count } in the baseline
report-waived = waived: { $reason }
report-untranslated =
    { $count ->
        [one] Not translated yet: { $count } document ({ $languages }).
       *[other] Not translated yet: { $count } documents ({ $languages }).
    }
report-pairs =
    { $documents ->
        [one] Checked { $documents } translation:
       *[other] Checked { $documents } translations:
    } { $aligned } of { $units } units aligned, { $accepted } accepted, { $changed } changed since.
report-nothing-checked = No translation was checked.
report-clean = Nothing to complain about.
report-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
report-warnings =
    { $count ->
        [one] { $count } warning
       *[other] { $count } warnings
    }
report-notes =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
report-unchecked = not everything could be checked
report-waivers = { $count } waived

status-document = Document
status-accepted = accepted
status-stale = stale
status-edited = edited
status-drafts = drafts
status-missing = missing
status-extra = extra
status-words = words
status-findings = found
status-total =
    { $documents ->
        [one] { $documents } document:
       *[other] { $documents } documents:
    } { $aligned } units aligned, { $accepted } accepted, { $stale } changed since, { $words } words left to translate.
status-unread =
    { $drafts ->
        [one] { $drafts } draft is unread
       *[other] { $drafts } drafts are unread
    }: “tolmach review --drafts”.

explain-what = What it finds
explain-why = Why it matters
explain-wrong = Wrong
explain-right = Right
explain-configure = How to set it
explain-original = original
explain-translation = translation
explain-accepted-original = original, as accepted
explain-accepted-translation = translation, as accepted
explain-draft-original = original, as the machine was given it
explain-draft-translation = the machine’s translation
explain-other-original = original, in another document
explain-other-translation = translation, in another document
explain-glossary = glossary
explain-options = options
explain-nothing = (nothing)

align-pinned = accepted
align-moved = moved
align-scores = length { $length }, words { $words }, structure { $structure } (above 0 speaks for the pair)
align-names = names: { $list }
align-numbers = numbers: { $list }
align-lexicon = words: { $list }

glossary-preferred = { $terms }
glossary-admitted = also: { $terms }
glossary-deprecated = not: { $terms }
glossary-count =
    { $count ->
        [one] { $count } concept
       *[other] { $count } concepts
    }
glossary-added =
    { $place }: { $kind ->
        [new] new concept “{ $concept }”
       *[more] added to the concept “{ $concept }”
    }
glossary-would-add =
    { $place }: { $kind ->
        [new] would be the new concept “{ $concept }”; nothing was written
       *[more] would be added to the concept “{ $concept }”; nothing was written
    }
glossary-nothing-added = Nothing was written: the glossary would be faulty.
glossary-no-rendering = (no term of the glossary in the translation)
glossary-found =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
glossary-forms =
    { $inflect }, { $count ->
        [one] { $count } form
       *[other] { $count } forms
    }

github-beyond =
    { $count ->
        [one] { $count } more finding
       *[other] { $count } more findings
    }
github-place = Place
github-rule = Rule
github-message = What was found
