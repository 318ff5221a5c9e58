### Was ein Editor zeigt.

help-lsp = Einen Editor bedienen: das Language Server Protocol auf Standardeingabe und -ausgabe
    .stdio = Bewirkt nichts; Editoren geben es jedem Server mit
    .after =
        Der Editor startet es. „docs/editors.md“ zeigt die Einrichtung. Exit-Codes: 0 der Editor hat den Server beendet, 1 er ist verschwunden.

lsp-original = Original
lsp-translation = Übersetzung: { $language }
lsp-unchecked = dieses Projekt kann nicht geprüft werden: { $cause }

lsp-state-open = noch nicht angenommen
lsp-state-draft = ungelesener Entwurf von { $by }
lsp-state-accepted = angenommen
lsp-state-stale = das Original hat sich seit der Annahme geändert
lsp-state-edited = die Übersetzung hat sich seit der Annahme geändert
lsp-state-both = beide Texte haben sich seit der Annahme geändert
lsp-confidence = zu { $percent } % sicher
lsp-no-counterpart = Dieser Absatz hat keine Entsprechung.
lsp-changed = Seit der Annahme geändert
lsp-terms = Benennungen

lsp-fix = „{ $text }“ schreiben
lsp-fix-remove = Herausnehmen
lsp-fix-all = Alle sicheren Korrekturen vornehmen
lsp-accept = Diese Einheit annehmen
lsp-waive = Ausnahme von { $rule }: { $reason }
lsp-waive-ask = Ausnahme von { $rule } mit Begründung …
lsp-waive-why = Warum ist es hier in Ordnung?
lsp-reason-intended = hier so gewollt
lsp-reason-quotation = ein Zitat
lsp-reason-mistaken = die Regel irrt hier
lsp-gone = Der Befund ist nicht mehr da.

lsp-state-removed = herausgenommen: Das Original hat es nicht mehr
lsp-memory = Speicher
lsp-fill = Mit { $percent } % füllen: { $text }
lsp-pair = Mit „{ $text }“ paaren
lsp-add-term = „{ $term }“ ins Glossar aufnehmen
lsp-term-added = In { $place } zu { $concept } hinzugefügt
lsp-rename-glossary = Das Glossar
lsp-rename-places = Die Benennung in den Texten
lsp-rename-unsure = Anzusehende Stellen: eine andere Form oder nicht die Benennung
