### Why a command could not do its work, and the way out.

trouble-label = error:
trouble-hint = help: { $hint }
trouble-output = cannot write the output: { $error }
trouble-io = { $error }
    .hint = the system refused; what tolmach was to write is as it was
trouble-forbidden = the system does not allow it
    .hint = check the rights of the file and of its folder; a read-only disk cannot be written to
trouble-disk-full = no room for it: the disk or your share of it is full
    .hint = make room and run the command again; the file is as it was
trouble-not-a-file = a folder, a pipe or a device where a file must be
    .hint = move it away, or put a plain file there
trouble-too-large = larger than { $limit } MiB: too large to read
    .hint = split the file, or keep it out of the project
trouble-too-many-paragraphs = { $count } paragraphs; { $limit } is the limit
    .hint = split the document
trouble-long-paragraph = a paragraph of { $size } KiB; { $limit } KiB is the limit
    .hint = put blank lines between its paragraphs
trouble-name = the file's name is not UTF-8
    .hint = rename the file
trouble-no-project = no project here: neither tolmach.toml nor originals/ in this folder or above it
    .hint = go to the project's folder, name it with --project, or start one with “tolmach init”
trouble-not-found = no such file or folder
    .hint = check the name; paths are taken from the current folder
trouble-outside = the path leads out of the project
    .hint = keep every document inside the project's folder; a symlink must not point outside
trouble-git-folder = the path leads into a “.git” folder
    .hint = git keeps programs and passwords there: tolmach neither reads nor writes them; remove the link
trouble-not-a-document = not a document of this project
    .hint = documents end in .md, .markdown or .txt and are where [[documents]] in tolmach.toml says
trouble-not-utf8 = not UTF-8 text (byte { $offset })
    .hint = save the file as UTF-8
trouble-toml = { $toml }
    .hint = correct the file at this line
trouble-unknown-key = unknown key “{ $key }”
    .hint =
        { $nearest ->
            [none] remove it
           *[other] did you mean “{ $nearest }”?
        }
trouble-unknown-rule = unknown rule “{ $rule }”
    .hint =
        { $nearest ->
            [none] “tolmach rules” lists all rules
           *[other] did you mean “{ $nearest }”? “tolmach rules” lists all rules
        }
trouble-unknown-dialect = unknown dialect “{ $dialect }”
    .hint =
        { $nearest ->
            [none] known are commonmark, mkdocs, docusaurus, vitepress, hugo, jekyll, diplodoc, starlight, mdx and auto
           *[other] did you mean “{ $nearest }”?
        }
trouble-unreadable = its format is not read
    .hint = tolmach reads .md, .markdown, .mdx and .txt; take it out of the pattern or write exclude = [ … ] in [[documents]]
trouble-unknown-language = “{ $tag }” is not a language tag
    .hint = write a BCP 47 tag such as "en", "kk" or "pt-BR"
trouble-no-such-language = no translations into { $language }
    .hint = this project has: { $known }
trouble-pattern =
    { $what ->
        [language] the translation's pattern has no {"{language}"}, and the block has no language
        [long] a pattern has at most 1000 bytes and 12 stars
       *[stars] the two patterns must have the same number of stars
    }
    .hint = for example original = "originals/**/*", translation = "translations/{"{language}"}/**/*"; or language = "en" for translations whose paths do not name it
trouble-no-original = a translation without an original
    .hint =
        { $renamed ->
            [none] put the original at { $original }, or rename or remove the translation
           *[other] most of its accepted texts are in another original: “tolmach mv { $renamed }” takes the translation along
        }
trouble-no-translation = the translation is gone, and what was accepted of it is still here
    .hint =
        { $renamed ->
            [none] bring the translation back, or remove its units file too
           *[other] most of the accepted texts are in another original: “tolmach mv { $renamed }” takes the units file along
        }
trouble-orphan-units = a units file without its translation and its original
    .hint =
        { $renamed ->
            [none] the documents were renamed or removed: rename or remove the units file too (its original would be { $original })
           *[other] most of the accepted texts are in another original: “tolmach mv { $renamed }” takes the units file along
        }
trouble-deleted = the translation was there in the revision and is gone
    .hint = bring it back, or remove its original too
trouble-untranslated = it has no translation, so nothing of it was checked
    .hint = start one with “tolmach add”, or check the translation’s name
trouble-accept-marked = a comment of an update is beside the unit, and without it the text would be read otherwise
    .hint = remove the comment by hand, then accept
trouble-missing-object = the repository does not hold this file of the revision, so nobody can say what changed
    .hint = a partial clone leaves files out: “git fetch --refetch --no-filter”, or clone the whole repository
trouble-waive-which = { $rule } finds { $count } things here; a waiver is for one
    .hint = name its column, PATH:LINE:COLUMN, one of: { $places }
trouble-shared-units = would share its units file with { $other }
    .hint = give the two documents different names, not only different endings
trouble-exists = it exists already and is not overwritten
    .hint = move it away first
trouble-locked = another tolmach is writing to this project
    .hint = wait until it is done, then run the command again
trouble-changed-on-disk = the file changed while tolmach was at work; nothing was written
    .hint = run the command again
trouble-no-documents = no documents
    .hint = put originals ending in .md, .markdown or .txt there, or say in [[documents]] of tolmach.toml where they are
trouble-no-translations = no translations: there is nothing to compare the originals with
    .hint = put a translation under translations/<language>/ with the original's name
trouble-conflict = an unresolved merge conflict
    .hint = “tolmach resolve { $path }” merges the two sides, unit by unit
trouble-format = a units file of format { $found }, which this version does not know
    .hint = use a newer tolmach
trouble-glob = “{ $pattern }” is not a pattern of paths
    .hint = for example scope = ["originals/2022/**"]
trouble-lexicon-line = a line without a tab
    .hint = each line is a source word, a tab, a target word
trouble-batch-lines =
    { $count ->
        [one] { $count } line of the input was not read: line { $line }, { $error }
       *[other] { $count } lines of the input were not read; the first is line { $line }: { $error }
    }
    .hint = the lexicon was learned from the other lines; each line is one JSON object, as docs/formats.md describes it
trouble-learned-other = not a lexicon that was learned
    .hint = “align --batch --learn-only” and “lexicon merge” write such files
trouble-learned-version = a lexicon in a format that this version does not know
    .hint = use a newer tolmach
trouble-learned-line = a line that does not belong into a lexicon
    .hint = learn it again, or copy the file again
trouble-learned-short = the lexicon is cut short: its last line is missing
    .hint = learn it again, or copy the file again
trouble-learned-words = the lexicon has only words, and not the units that they were learned from
    .hint = merge the files from before --words-only
trouble-lexicon-gzip = a damaged gzip file: { $error }
    .hint = copy the dictionary again; a .dict.dz file and its .index belong together
trouble-lexicon-index = no line points into { $text }
    .hint = take both files from one dictionary in the dictd format
trouble-no-such-command = no command “{ $command }”
    .hint = “tolmach help” lists the commands
trouble-no-such-term = no concept has the term “{ $term }”
    .hint = “tolmach glossary list” shows all terms
trouble-no-such-concept = no concept has the id “{ $concept }”
    .hint = “tolmach glossary list” shows all concepts
trouble-text-there = “{ $text }” is there already
    .hint = “tolmach glossary list” shows all terms
trouble-term-there = the concept “{ $concept }” has “{ $term }” ({ $language }) already
    .hint = “tolmach glossary list” shows all terms
trouble-preferred-there = the concept “{ $concept }” prefers “{ $preferred }” ({ $language }) already
    .hint = add the other as a term that is allowed as well: --admitted "{ $language }={ $term }"
trouble-concept-elsewhere = the concept “{ $concept }” is in this file
    .hint = leave --file out to add to it, or choose another id
trouble-not-a-glossary-file = no file of the glossary
    .hint = name a file that ends in .toml under glossary/
trouble-waive-line = “{ $place }” names no line
    .hint = write the document and the line, for example translations/en/news.md:12
trouble-no-reason = a waiver needs a reason
    .hint = say in --reason why the finding is fine: whoever reads it later will want to know
trouble-one-rule = “{ $rule }” means several rules
    .hint = waive one rule at a time
trouble-nothing-to-waive = { $rule } finds nothing in the paragraph on this line
    .hint =
        { $others ->
            [none] run “tolmach check” and take the line from its output
           *[other] what is found there: { $others }
        }
trouble-two-answers = two output formats would go to one place
    .hint = give each a file of its own: --format human --format sarif=out.sarif
trouble-several-projects = the paths belong to { $count } projects, and this output format is for one
    .hint = name the paths of one project, or choose --format human, concise or github
trouble-answer-over-file = a file of the project would be overwritten
    .hint = choose another name for the output
trouble-baseline = not a baseline of tolmach: { $message }
    .hint = write a new one with --write-baseline

glossary-syntax = { $toml }
    .hint = correct the file at this line
glossary-unknown-key = unknown key “{ $key }”
    .hint =
        { $nearest ->
            [none] remove it
           *[other] did you mean “{ $nearest }”?
        }
glossary-wrong-type =
    { $wanted ->
        [string] “{ $key }” must be a text in quotation marks
        [strings] “{ $key }” must be a list of texts
        [boolean] “{ $key }” must be true or false
       *[form] “{ $key }” is not of the right form
    }
    .hint = the README shows a concept as it must be
glossary-unknown-value = “{ $value }” is not a valid value for { $key }
    .hint =
        { $nearest ->
            [none] it can be: { $allowed }
           *[other] did you mean “{ $nearest }”? It can be: { $allowed }
        }
glossary-no-id = a concept without an id
    .hint = give it one: id = "akimat"
glossary-no-terms = the concept “{ $concept }” has no terms
    .hint = add [concept.ru] and [concept.en] with preferred = "…"
glossary-no-language = the concept “{ $concept }” has no term in { $language }
    .hint = add [concept.{ $language }] with preferred = "…"
glossary-no-preferred = the concept “{ $concept }” has no preferred term in { $language }
    .hint = add preferred = "…" to [concept.{ $language }]
glossary-language-twice = the concept “{ $concept }” has the language { $language } twice
    .hint = put all its terms into one table
glossary-concept-twice = a second concept with the id “{ $concept }”; the first is at { $place }
    .hint = give one of the two another id
glossary-term-twice = the term “{ $term }” ({ $language }) is preferred by the concept “{ $other }” too, at { $place }
    .hint = take it out of one of the two concepts, or make one concept of both
glossary-term-shared = the term “{ $term }” ({ $language }) is in the concept “{ $other }” too, at { $place }
    .hint = take it out of one of the two concepts
glossary-term-repeated = the term “{ $term }” is in this concept twice, first at line { $line }
    .hint = remove one of the two
glossary-empty-term = an empty term under { $key }
    .hint = write the term, or remove the key
glossary-only-punctuation = the term “{ $term }” has neither letters nor digits
    .hint = write the term with its letters
glossary-too-long = a term of { $letters } letters; { $limit } is the limit
    .hint = a term is a few words; put explanations into definition or note
glossary-wrong-script = the term “{ $term }” is not in letters of { $language }
    .hint = look for letters of another script that only look alike
