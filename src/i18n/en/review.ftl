### The walk through the findings.

help-review = Walk through the findings: fix, edit, accept, waive, add to the glossary, undo
    .paths = Originals, translations or folders; all documents where none is named
    .rule = Only these rules; patterns such as term-* work
    .drafts = Only drafts that nobody has read
    .language = Only translations into these languages
    .plain = Ask and answer on lines, for pipes and screen readers
    .web = Serve the review to a browser on this machine, at an address for you alone

trouble-no-terminal = review needs a terminal
    .hint = run it in one, or as questions and answers on lines: tolmach review --plain

review-position = { $at } of { $total }
review-by-document = by document
review-by-concept = by concept
review-only = only { $rule }
review-empty = Nothing is left to decide.
review-nothing = (nothing on this side)
review-more = … { $count } more lines: PgDn
review-and-more = … and { $count } more

review-key-fix = apply the fix
    .short = fix
review-key-edit = edit in $EDITOR at the line, or here where none is set
    .short = edit
review-key-accept = accept the unit: its two texts belong together and are right
    .short = accept
review-key-waive = waive: this finding is fine here; with a reason
    .short = waive
review-key-glossary = add a form to the glossary
    .short = glossary
review-key-pair = pair other paragraphs
    .short = pair
review-key-skip = skip (also space)
    .short = skip
review-key-undo = undo the last thing done (also Ctrl-Z)
    .short = undo
review-key-next = next finding (also ↓)
    .short = next
review-key-previous = previous finding (also ↑)
    .short = previous
review-key-next-unit = next unit
    .short = next unit
review-key-previous-unit = previous unit
    .short = previous unit
review-key-next-document = next document
    .short = next document
review-key-previous-document = previous document
    .short = previous document
review-key-next-concept = next concept or rule
    .short = next concept
review-key-previous-concept = previous concept or rule
    .short = previous concept
review-key-search = search rules, concepts and texts
    .short = search
review-key-again = next that was searched for
    .short = again
review-key-again-back = previous that was searched for
    .short = again, back
review-key-order = order by concept or by document
    .short = order
review-key-rule = only this rule, or all
    .short = only this rule
review-key-terms = candidates for the glossary
    .short = terms
review-key-help = this help
    .short = help
review-key-quit = quit
    .short = quit

review-keys-help = any key  back
review-keys-line = Enter  do it   Esc  leave it
review-keys-form = Enter  add   Tab  admitted or form   Esc  leave it
review-keys-reason = Enter  waive   ↓↑  recent reasons   Tab  this one or all like it   Esc  leave it
review-keys-sure = Enter  do it   Tab  this one or all like it   Esc  leave it
review-keys-terms = Enter  take into the glossary   ↓↑  choose   u  undo   Esc  back

review-help = Everything is written at once and can be undone with u. Letters of a Russian keyboard work too. PgUp and PgDn scroll the page.

review-ask-search = Search:
review-ask-rewrite = The paragraph of the translation (↵ is a line break):
review-ask-pair = Original lines = translation lines:
    .example = for example 12, 14 = 9, or 12-15 = 9; a dash for a side that has nothing
review-ask-form = Form to add:
review-as-admitted = as a term that may be used too
review-as-form = as another form of the preferred term
review-ask-reason = Reason:
review-ask-fix = Apply this?
review-ask-accept = Accept, as right?
review-scope-one = Only this one. Tab: all { $count } like this
review-scope-all = All { $count } like this. Tab: only this one

review-note-no-further = There is no other one.
review-note-not-found = Not found.
review-note-no-fix = There is no fix to apply here.
review-note-no-unit = This is about the whole document; rules are switched off in tolmach.toml.
review-note-no-concept = No concept of the glossary belongs to this finding.
review-note-no-such-lines = These lines do not name paragraphs of both documents.
review-note-no-reason = A reason is needed: others will read it.
review-note-no-form = A form is needed.
review-note-no-change = Nothing changed.
review-note-no-terms = There are no candidates.
review-no-editor = The editor did not do its work: { $error }
review-note-nothing-done = Nothing was done yet that could be undone.
review-fixed =
    { $count ->
        [one] fixed
       *[other] fixed { $count } places
    }
review-accepted-units =
    { $count ->
        [one] accepted the unit
       *[other] accepted { $count } units
    }
review-waived =
    { $count ->
        [one] waived
       *[other] waived { $count } findings
    }
review-paired =
    { $count ->
        [one] paired
       *[other] paired { $count } units
    }
review-added =
    { $count ->
        [one] added to the glossary
       *[other] added { $count } terms to the glossary
    }
review-edited = edited { $path }
review-undone = undone: { $what }
review-reread = changed on disk and read again: { $paths }

review-confidence = confidence { $share }
review-accepted = accepted
review-changed = changed since it was accepted
review-not-accepted = not accepted
review-by-hand = paired by hand
review-source-was = The original since it was accepted:
review-target-was = The translation since it was accepted:
review-original = Original { $place }:
review-translation = Translation { $place }:

review-plain-hello =
    { $count ->
        [0] Nothing to decide.
        [one] { $count } finding. Answer with a letter; ? for help, q to quit.
       *[other] { $count } findings. Answer with a letter; ? for help, q to quit.
    }
review-plain-bye =
    { $count ->
        [0] Nothing was changed.
        [one] { $count } thing was done.
       *[other] { $count } things were done.
    }
review-plain-sure = y yes, n no:
review-plain-sure-all = y this one, all { $count } like this: all, n no:
review-plain-form = 1 as a term that may be used too, 2 as another form of the preferred term, n no:
review-note-unknown-key = No such key; ? for help.
review-plain-help = After w a reason, after g a form, after p lines and after / a text can follow on the same line.
review-note-not-added = The glossary has it already.
review-note-one-side = One side of this unit is missing: there is nothing to accept yet.
review-note-other-paragraphs = This text would no longer be one paragraph of the same kind: leave out empty lines and signs of headings or lists.
review-terms-head = Candidates for the glossary
review-plain-terms = Number of the one to take, n none:
