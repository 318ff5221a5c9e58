### What changed, and what a person decides about it.

help-diff = Show what changed on either side since it was accepted, word by word, with the paragraph that must follow
    .paths = Originals, translations or folders; all documents where none is given
    .since = Compare with the files of a git revision instead of what was accepted
    .format = Output format
    .language = Only translations into these languages
help-accept = Record units as right, as both texts are now
    .paths = Documents or folders, or lines of a document: PATH, PATH:LINE, PATH:LINE-LINE
    .all = Every unit of the documents, or of the project where no path is given
    .dry-run = Show what would be recorded and write nothing
    .aligned = Every unit that nobody has accepted and whose alignment is at least so sure, 0 to 1
    .language = Only translations into these languages
    .after =
        A unit that has no counterpart, or only a marked gap, is not accepted.
help-forget = Take acceptance back
    .paths = Documents or folders, or lines of a document: PATH, PATH:LINE, PATH:LINE-LINE
    .all = Everything that was accepted of the documents, or of the project where no path is given
    .dry-run = Show what would be forgotten and write nothing
    .language = Only translations into these languages
help-pair = Say which paragraphs correspond to each other; it holds until their texts go
    .original = Lines of the original
    .translation = Lines of the translation
help-unpair = Take back what “tolmach pair” said
    .path = Lines of the original or of the translation
    .language = Only translations into these languages
help-resolve = Merge the two sides of a units file with conflict markers, unit by unit
    .paths = Units files, or the translations they belong to
    .driver = Merge three files and write the second, as a merge driver of git
    .after =
        To have git do it by itself:
          git config merge.tolmach.driver "tolmach resolve --driver %O %A %B"
          echo "*.units.toml merge=tolmach" >> .gitattributes
help-mv = Rename an original with its translations and what was accepted of them
    .old = The original
    .new = Its new path, or a folder that ends in /

diff-stale = The original changed; the translation must follow
diff-edited = The translation changed
diff-both = Both changed
diff-gone = Gone
diff-new = New
diff-removed = removed
diff-none = no counterpart
diff-sum =
    { $units ->
        [0] Nothing changed.
        [one] 1 unit changed.
       *[other] { $units } units changed.
    }
diff-nothing-accepted = Nothing is accepted yet, so there is nothing to compare with: “tolmach accept” records what is right.

accept-done = { $path }: recorded { $new }{ $already ->
        [0] {""}
       *[other] , as before { $already }
    }{ $alone ->
        [0] {""}
       *[other] , left out without counterpart { $alone }
    }{ $gaps ->
        [0] {""}
       *[other] , left out as marked gaps { $gaps }
    }{ $unsure ->
        [0] {""}
       *[other] , left out as not sure or changed { $unsure }
    }
accept-left-alone = { $place }: left out, it has no counterpart
accept-left-gap = { $place }: left out, a marked gap is still to be filled
accept-left-marked = { $place }: left out, a comment of “tolmach update” is beside it; name the line to accept it and remove the comment
accept-left-unsure = { $place }: left out, not sure enough or changed since
accept-cleared = { $path }: { $count ->
        [one] { $count } comment removed
       *[other] { $count } comments removed
    }
accept-carried = { $path }: { $count ->
        [one] { $count } unit was accepted in another document and came here with its texts
       *[other] { $count } units were accepted in another document and came here with their texts
    }
accept-drafts = { $path }: { $count ->
        [one] { $count } of them was a draft in which nobody had changed a word
       *[other] { $count } of them were drafts in which nobody had changed a word
    }
accept-marked = { $path }: left out beside a comment of “tolmach update” { $count }
accept-would = { $path }: would record { $new }{ $already ->
        [0] {""}
       *[other] , as before { $already }
    }{ $alone ->
        [0] {""}
       *[other] , left out without counterpart { $alone }
    }{ $gaps ->
        [0] {""}
       *[other] , left out as marked gaps { $gaps }
    }{ $unsure ->
        [0] {""}
       *[other] , left out as not sure or changed { $unsure }
    }
forget-done =
    { $path }: { $count ->
        [0] nothing to forget
        [one] forgot 1 unit
       *[other] forgot { $count } units
    }
forget-would =
    { $path }: { $count ->
        [0] nothing to forget
        [one] would forget 1 unit
       *[other] would forget { $count } units
    }
pair-done =
    paired { $place }{ $forgotten ->
        [0] {""}
        [one] {" "}(1 accepted unit forgotten)
       *[other] {" "}({ $forgotten } accepted units forgotten)
    }
unpair-done = no longer paired: { $place }
resolve-done =
    { $path }: { $ours } and { $theirs } units made { $units }{ $dropped ->
        [0] {""}
        [one] {" "}(1 dropped: the texts have outlived it)
       *[other] {" "}({ $dropped } dropped: the texts have outlived them)
    }
resolve-nothing = { $path }: no conflict
resolve-documents = The documents hold conflict markers themselves, so both versions of a unit were kept. Correct { $path } and its original, then run “tolmach check”.
mv-done = { $from } → { $to }

trouble-accept-what = nothing named to accept
    .hint = name documents or lines (originals/a.md:7), or add --all for everything, or --aligned 0.95 for what is surely aligned
trouble-accept-alone = this paragraph has no counterpart, so there is no unit to accept
    .hint = translate it, or pair it with “tolmach pair ORIGINAL:LINE TRANSLATION:LINE”
trouble-accept-unrecorded = no code block of this document is recorded yet, and this one differs from the original's too
    .hint = name the lines of all blocks that differ, or accept the whole document
trouble-accept-gap = the translation is only a marked gap
    .hint = write the translation over the gap
trouble-conflict-document = an unresolved merge conflict
    .hint = resolve the conflict in the document first
trouble-forget-what = nothing named to forget
    .hint = name documents or lines (originals/a.md:7), or add --all for everything
trouble-no-paragraph = there is no paragraph here
    .hint = lines are counted from 1 in the file
trouble-no-line = no line named
    .hint = write PATH:LINE or PATH:LINE-LINE
trouble-no-pair = not the translation of { $original }
    .hint = name an original and its own translation
trouble-unpair-none = nothing here was paired by hand
    .hint = “tolmach align” shows what is
trouble-not-units = not a units file of this project
    .hint = units files are beside the translations and end in .units.toml
trouble-half-conflict = a conflict marker without its other half
    .hint = put the missing marker back, or run “git checkout --merge” on the file and try again
trouble-side = one side of the conflict is not a units file: { $toml }
    .hint = correct the entries between the markers
trouble-not-an-original = not an original
    .hint = name the original; its translations move with it
trouble-no-git = git is not there
    .hint = install git, or leave out --since to compare with what was accepted
trouble-no-repository = the project is in no git repository, or git does not trust it
    .hint = leave out --since to compare with what was accepted
trouble-no-revision = no such revision
    .hint = name a commit, a branch or a tag; a shallow clone lacks older ones

explain-cosmetic = What only looks different does not count:
cosmetic-wrapping = line breaks within a paragraph
cosmetic-spaces = the number of spaces
cosmetic-no-break-spaces = no-break, thin and other kinds of space
cosmetic-spaces-by-marks = spaces beside punctuation, quotation marks and dashes
cosmetic-quotes = the kind of quotation marks and apostrophes
cosmetic-dashes = the kind of dash or hyphen
cosmetic-ellipsis = one character or three dots for an ellipsis
cosmetic-yo = the letter ё written as е
cosmetic-emphasis = emphasis: bold, italics, and where they begin
cosmetic-list-markers = the marker of a list item
cosmetic-link-syntax = how a link is written, with the same text and target
cosmetic-normalisation = letters with accents in one piece or in two
cosmetic-invisible = soft hyphens and other invisible characters
cosmetic-escapes = backslashes and entities for the same character
diff-unrecorded =
    { $documents ->
        [one] In { $documents } document code, includes or link definitions were not recorded
       *[other] In { $documents } documents code, includes or link definitions were not recorded
    } when they were accepted: whether they changed is not known. “tolmach accept --all” records them.
