### What an editor shows.

help-lsp = Serve an editor: the Language Server Protocol on standard input and output
    .stdio = Does nothing; editors pass it to every server
    .after =
        Started by the editor. “docs/editors.md” shows how to set it up. Exit codes: 0 the editor ended the server, 1 it went away.

lsp-original = original
lsp-translation = translation into { $language }
lsp-unchecked = this project cannot be checked: { $cause }

lsp-state-open = not accepted yet
lsp-state-draft = unread draft by { $by }
lsp-state-accepted = accepted
lsp-state-stale = the original changed since it was accepted
lsp-state-edited = the translation changed since it was accepted
lsp-state-both = both texts changed since they were accepted
lsp-confidence = { $percent } % sure
lsp-no-counterpart = This paragraph has no counterpart.
lsp-changed = Changed since it was accepted
lsp-terms = Terms

lsp-fix = Write “{ $text }”
lsp-fix-remove = Take it out
lsp-fix-all = Make all safe fixes
lsp-accept = Accept this unit
lsp-waive = Waive { $rule }: { $reason }
lsp-waive-ask = Waive { $rule } with a reason…
lsp-waive-why = Why is it fine here?
lsp-reason-intended = so intended here
lsp-reason-quotation = a quotation
lsp-reason-mistaken = the rule is mistaken here
lsp-gone = The finding is no longer there.

lsp-state-removed = taken out: the original no longer has it
lsp-memory = Memory
lsp-fill = Fill with { $percent } %: { $text }
lsp-pair = Pair with “{ $text }”
lsp-add-term = Add “{ $term }” to the glossary
lsp-term-added = Added to { $concept } in { $place }
lsp-rename-glossary = The glossary
lsp-rename-places = The term in the texts
lsp-rename-unsure = Places to look at: another form, or not the term
