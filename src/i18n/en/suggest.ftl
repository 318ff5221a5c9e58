### Candidates for the glossary.

help-glossary-suggest = Names and phrases of the originals that have no entry, and how they were translated so far
    .paths = Originals, translations or folders; all documents where none is named
    .language = The language of the translations; the busiest where none is named
    .limit = How many to show
    .format = Output format

suggest-count =
    { $documents ->
        [one] { $count }×
       *[other] { $count }× in { $documents } documents
    }
suggest-unknown = → ?
suggest-unchanged = Stay as they are: { $terms }
suggest-total =
    { $total ->
        [0] Nothing to suggest for translations into { $language }.
       *[other] { $shown } of { $total } candidates, for translations into { $language }. “tolmach review” takes one into the glossary with a key.
    }
