### Help and the small talk of commands.

heading-usage = Usage:
heading-commands = Commands
heading-command = COMMAND
heading-arguments = Arguments
heading-options = Options
heading-globals = Global options
heading-globals-folded = --project, --interface-language, --color, -q, -v, -h: see “tolmach help”
heading-values = values:
heading-default = default:
heading-examples = Examples:
heading-group-daily = Every day:
heading-group-units = Paragraphs and their files:
heading-group-terms = Terms and memory:
heading-group-machines = For machines and scripts:
heading-group-pages = Pages and books:
heading-group-setup = Setting up and looking up:

help-tolmach = Aligns originals and translations paragraph by paragraph, checks glossary terms in every inflected form, and shows what changed on either side
    .project = The project's folder; otherwise the nearest parent with tolmach.toml or originals/
    .interface-language = Language of messages; otherwise LC_ALL, LC_MESSAGES or LANG decides
    .color = When to colour
    .quiet = Print nothing but the output itself
    .verbose = Print more
    .help = Print help
    .version = Print the version
    .after = Start with “tolmach init” in a new folder, or “tolmach check” in a project.
help-completions = Print the completion script of a shell
    .shell = The shell
help-man = Write manual pages, one for each command
    .folder = Where; the folder is made
help-help = Print help for a command
    .command = The command
help-init = Find a repository's translations and write tolmach.toml, or make the folders and an example glossary; never overwrites
    .folder = Where
    .dry-run = Show what would be written and write nothing
help-check = Check alignment, changes, glossary and quality of all or some documents
    .paths = Originals, translations or folders; all documents where none is given
    .format = Output format: human, concise, json, sarif, github, gitlab, junit, rdjson, markdown or html; may be given several times, with a file each: sarif=out.sarif
    .output = Write the output to a file
    .fail-on = From which severity on the exit code is 1
    .rule = Only these rules; patterns such as term-* work
    .language = Only translations into these languages
    .show-waived = Show waived findings too
    .no-cache = Analyse every pair, also one that is the same as in an earlier run
    .baseline = Leave out what this file knows
    .write-baseline = Write all findings to a file for --baseline; then only new ones count
    .changed-since = Only what was touched since a git revision: documents, and the findings of touched glossary entries
    .fix = Make the safe fixes in the translations first, and print what changes
    .dry-run = With --fix: print the changes only
    .after =
        Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 not everything could be checked.
help-waive = Record that a finding is fine as it is
    .rule = The rule
    .place = A document and a line in it
    .reason = Why it is fine
    .language = Only translations into these languages
    .dry-run = Say what would be waived and write nothing
    .after =
        The waiver is kept in the units file beside the translation and expires when either text changes.
help-status = Show how much of each document is translated, accepted, changed
    .no-cache = Analyse every pair, also one that is the same as in an earlier run
    .paths = Originals, translations or folders; all documents where none is given
    .format = Output format
    .language = Only translations into these languages
help-align = Show which paragraphs correspond to each other, side by side, with confidence
    .paths = Originals, translations or folders; all documents where none is given
    .source = A loose file to align, outside any project
    .target = Its translation
    .source-language = Language of the loose source file
    .target-language = Language of the loose target file
    .language = Only translations into these languages
    .format = Output format
    .reasons = Show the evidence for each unit
    .batch = Read one JSON object a line from standard input, write one a line
    .learn = With --batch: read everything first and learn a lexicon from it
    .learn-only = With --batch: learn from the input, write what was learned and no answers
    .lexicon = With --batch: a lexicon that was learned before
    .threads = With --batch: threads to use; 0 for all cores
help-glossary = Look at the glossary and where its terms occur
help-glossary-list = List all concepts with their terms
    .format = Output format
help-glossary-add = Add a concept, or terms to a concept that is there
    .id = The concept's id; otherwise the concept that has the term, or a new one named after it
    .term = A preferred term: ru=акимат; one a language
    .admitted = A term that is allowed as well
    .deprecated = A term that is not to be used
    .file = The glossary file for a new concept; the only one, or glossary/terms.toml
    .dry-run = Show what would be added, write nothing
help-glossary-find = Show every place of a term with its rendering
    .term = A term in any form and language, a part of one, or a concept's id
    .language = Only translations into these languages
    .format = Output format
help-glossary-forms = Show every form of a term that is recognised, and the table it came from
    .term = Terms in their dictionary form
    .language = Language of the terms
    .inflect = How the terms are inflected
    .format = Output format
help-rules = List what is checked and how severely
    .format = Output format
help-explain = Explain a rule: what, why, wrong, right, how to set it
    .rule = Rules, or patterns such as term-*

usage-unknown-argument = unknown argument { $argument }
usage-unknown-command = unknown command { $command }
usage-invalid-value = “{ $value }” is not a valid value for { $argument }
usage-no-value = a value is missing for { $argument }
usage-wrong-count = the wrong number of values for { $argument }
usage-not-utf8 = an argument is not UTF-8
usage-did-you-mean = did you mean { $known }?
usage-missing = missing: { $argument }
usage-conflict = { $argument } does not go with { $other }
usage-perhaps = possible: { $known }
usage-more = see “tolmach help”

note-waits = Another tolmach is writing to this project: waiting until it is done.
note-wrong-language = { $path } looks like { $found }, not { $declared }; --source-language and --target-language set the languages.
note-discovered = No tolmach.toml: by the files' names, originals in “{ $source }” and their translations are { $layouts }. “tolmach init” writes this down.
note-alike = { $translation } is taken for the translation of { $original }: their names differ only in the case or the composition of letters.
note-project = Project { $path }: paths are taken from there.
note-no-glossary = No glossary: terms are not checked. Put concepts into glossary/*.toml; “tolmach init” writes an example.

check-fixed =
    { $count ->
        [0] Nothing to fix.
        [one] Made { $count } fix.
       *[other] Made { $count } fixes.
    }
check-would-fix =
    { $count ->
        [0] Nothing to fix.
        [one] Would make { $count } fix; nothing was written.
       *[other] Would make { $count } fixes; nothing was written.
    }
man-written =
    { $count ->
        [one] { $count } manual page
       *[other] { $count } manual pages
    } written to { $path }.
waive-done = { $path }: waived { $rule }: { $message }
check-baseline-written =
    { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    } written to { $path }; “tolmach check --baseline { $path }” shows what is new.

init-made = made { $path }
init-pair = { $original } ↔ { $translation }
init-more =
    { $count ->
        [one] … and { $count } more pair
       *[other] … and { $count } more pairs
    }
init-would-make = would make { $path }
init-comment =
    # The configuration of tolmach, as the names of the files show it. Documents that are no
    # translations are left out by exclude = ["docs/old/**"] in their block.
init-check = Run “tolmach check” next.
init-nothing = Everything is there already; nothing was changed.
init-next = Put Russian articles into originals/ and translations into translations/en/ under the same names, then run “tolmach check”.
