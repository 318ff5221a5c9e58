### Examples of help pages: a comment, then the command. The tests run each command through the argument parser.

example-tolmach =
    # a new project
    tolmach init
    # what is wrong, and what changed
    tolmach check
    # how one command is used
    tolmach help accept
example-help =
    # help for a command of a group
    tolmach help glossary add
example-init =
    # in this folder
    tolmach init
    # in a new folder
    tolmach init articles
example-add =
    # start the German translation of an article
    tolmach add originals/bridge.md --language de
    # make the original from a Word document first
    tolmach add --import bridge.docx --language en
example-update =
    # see what would change, then write it
    tolmach update --dry-run
    # one document only
    tolmach update originals/bridge.md
example-gaps =
    # what is still to be translated into German
    tolmach gaps --language de
    # as text to paste, with what changed in the original
    tolmach gaps --stale --prompt
example-fill =
    # what a machine answered to “tolmach gaps”
    tolmach fill answers.jsonl
    # what would be refused, warnings too
    tolmach fill answers.jsonl --fail-on warning --dry-run
example-mcp =
    # an agent's client starts it like this
    tolmach mcp
example-check =
    # the whole project
    tolmach check
    # what this branch touched, warnings fail too
    tolmach check --changed-since origin/main --fail-on warning
    # one line a finding, for editors and grep
    tolmach check --format concise
    # annotations for GitHub, and a SARIF file
    tolmach check --format github --format sarif=tolmach.sarif
    # show the safe fixes, then make them
    tolmach check --fix --dry-run
example-status =
    # how far each translation is
    tolmach status
    # for a script
    tolmach status --language de --format json
example-align =
    # a document of the project, with the evidence
    tolmach align originals/bridge.md --reasons
    # two loose files
    tolmach align --source bridge.ru.md --target bridge.en.md
    # many document pairs, one JSON object a line
    tolmach align --batch < pairs.jsonl > units.jsonl
    # learn from a part of many, then use what was learned
    tolmach align --batch --learn-only < part-1.jsonl > part-1.lexicon
    tolmach align --batch --lexicon part-1.lexicon < pairs.jsonl > units.jsonl
example-diff =
    # what changed since it was accepted
    tolmach diff originals/bridge.md
    # what changed since a git revision
    tolmach diff --since v1.2
example-accept =
    # one paragraph, by its line
    tolmach accept translations/en/bridge.md:12
    # whole documents, after they were read
    tolmach accept --all translations/en/bridge.md
example-forget =
    # one paragraph, by its line
    tolmach forget translations/en/bridge.md:12
example-pair =
    # lines 5 to 7 of the original are line 5 of the translation
    tolmach pair originals/bridge.md:5-7 translations/en/bridge.md:5
example-unpair =
    # take back what was said of a line
    tolmach unpair translations/en/bridge.md:5
example-resolve =
    # after a merge that left conflict markers
    tolmach resolve translations/en/bridge.units.toml
    # as git's merge driver, in .git/config
    tolmach resolve --driver %O %A %B
example-mv =
    # an original with all its translations
    tolmach mv originals/bridge.md originals/2022/
example-waive =
    # a number that differs on purpose
    tolmach waive number-mismatch translations/en/bridge.md:12 --reason "rounded on purpose"
example-glossary =
    # all concepts
    tolmach glossary list
    # every place of a term, with its rendering
    tolmach glossary find акимат
example-glossary-list =
    # for a script
    tolmach glossary list --format json
example-glossary-add =
    # a concept with a forbidden rendering
    tolmach glossary add akimat --term ru=акимат --term en=akimat --deprecated en="city hall"
example-glossary-find =
    # every place of a term
    tolmach glossary find акимат
    # in one language
    tolmach glossary find акимат --language en
example-glossary-forms =
    # the forms of two terms
    tolmach glossary forms акимат оружие
    # of a surname
    tolmach glossary forms Жуков --inflect surname
example-glossary-suggest =
    # names and phrases without an entry
    tolmach glossary suggest --limit 50
example-glossary-export =
    # a table for Excel
    tolmach glossary export terms.csv
    # a term base for other tools
    tolmach glossary export terms.tbx
example-glossary-import =
    # a term base of another tool
    tolmach glossary import terms.tbx
    # a table, whose format its name does not say
    tolmach glossary import terms.txt --from tsv --language en
example-lexicon =
    # what parts of a corpus taught
    tolmach lexicon merge part-1.lexicon part-2.lexicon --output whole.lexicon
    # only the words, for the machines that will use them
    tolmach lexicon merge whole.lexicon --words-only --output words.lexicon
example-lexicon-merge =
    # what parts of a corpus taught
    tolmach lexicon merge part-1.lexicon part-2.lexicon --output whole.lexicon
    # only the words, for the machines that will use them
    tolmach lexicon merge whole.lexicon --words-only --output words.lexicon
example-memory =
    # how a paragraph was translated before
    tolmach memory search "Мост открыли в 1904 году."
example-memory-search =
    # like paragraphs
    tolmach memory search "Мост открыли в 1904 году." --minimum 70
    # every paragraph with a term, in any form
    tolmach memory search --term акимат
example-memory-export =
    # accepted paragraphs, for another tool
    tolmach memory export memory.tmx --language en
    # a document for a translator's tool
    tolmach memory export bridge.xliff originals/bridge.md --language en
example-memory-import =
    # a memory of another tool
    tolmach memory import old.tmx
    # a document that comes back
    tolmach memory import bridge.xliff --language en
example-review =
    # all findings, one after the other
    tolmach review
    # glossary warnings only
    tolmach review --rule term-*
    # on lines, for a screen reader
    tolmach review --plain
example-rules =
    # for a script
    tolmach rules --format json
example-explain =
    # one rule
    tolmach explain stale-translation
    # all rules about terms
    tolmach explain term-*
example-completions =
    # for bash, in this session
    source <(tolmach completions bash)
    # for fish, for good
    tolmach completions fish > ~/.config/fish/completions/tolmach.fish
    # for zsh, in a folder of fpath
    tolmach completions zsh > ~/.zfunc/_tolmach
example-man =
    # where man looks in the user's folder
    tolmach man ~/.local/share/man/man1
example-report =
    # pages of the whole project
    tolmach report pages
    # English translations only
    tolmach report pages --language en
example-book =
    # editions of one article for readers
    tolmach book books originals/bridge.md
example-glossary-merge =
    # take in a file of terms, keep what is here where they differ
    tolmach glossary merge terms.toml
example-glossary-edit =
    # open the entry of a concept in the editor
    tolmach glossary edit akimat
example-glossary-remove =
    # take a concept out
    tolmach glossary remove akimat
example-lsp =
    # what an editor starts
    tolmach lsp
