### Die Worte der Berichte.

severity-error = Fehler
severity-warning = Warnung
severity-info = Hinweis
severity-off = aus

report-original = übersetzt { $original }
report-fix = „{ $text }“ schreiben
report-fix-remove = herausnehmen
report-fix-space = ein Leerzeichen lassen
report-more-missing =
    { $count ->
        [one] ebenso der nächste { $count } Absatz, bis { $place }
       *[other] ebenso die nächsten { $count } Absätze, bis { $place }
    }
report-also = auch bei { $places }
report-was = war:
report-now = jetzt:
report-explain = Mehr zu einer Regel: „tolmach explain REGEL“.
report-left-out = { $count } weitere derselben Art in diesen Absätzen
report-baseline = { $count } in der Basisliste
report-waived = Ausnahme: { $reason }
report-untranslated =
    { $count ->
        [one] Noch nicht übersetzt: { $count } Dokument ({ $languages }).
       *[other] Noch nicht übersetzt: { $count } Dokumente ({ $languages }).
    }
report-pairs =
    { $documents ->
        [one] { $documents } Übersetzung geprüft:
       *[other] { $documents } Übersetzungen geprüft:
    } { $aligned } von { $units } Einheiten zugeordnet, { $accepted } angenommen, { $changed } seither geändert.
report-nothing-checked = Keine Übersetzung wurde geprüft.
report-clean = Nichts zu beanstanden.
report-errors =
    { $count ->
        [one] { $count } Fehler
       *[other] { $count } Fehler
    }
report-warnings =
    { $count ->
        [one] { $count } Warnung
       *[other] { $count } Warnungen
    }
report-notes =
    { $count ->
        [one] { $count } Hinweis
       *[other] { $count } Hinweise
    }
report-unchecked = nicht alles konnte geprüft werden
report-waivers = { $count } mit Ausnahme

status-document = Dokument
status-accepted = angen.
status-stale = veraltet
status-edited = geändert
status-drafts = Entwürfe
status-missing = fehlt
status-extra = zu viel
status-words = Wörter
status-findings = Befunde
status-total =
    { $documents ->
        [one] { $documents } Dokument:
       *[other] { $documents } Dokumente:
    } { $aligned } Einheiten zugeordnet, { $accepted } angenommen, { $stale } seither geändert, { $words } Wörter noch zu übersetzen.
status-unread =
    { $drafts ->
        [one] { $drafts } Entwurf ist ungelesen
       *[other] { $drafts } Entwürfe sind ungelesen
    }: „tolmach review --drafts“.

explain-what = Was sie findet
explain-why = Warum das wichtig ist
explain-wrong = Falsch
explain-right = Richtig
explain-configure = Wie man sie einstellt
explain-original = Original
explain-translation = Übersetzung
explain-accepted-original = Original, wie angenommen
explain-accepted-translation = Übersetzung, wie angenommen
explain-draft-original = Original, wie die Maschine es bekam
explain-draft-translation = Übersetzung der Maschine
explain-other-original = Original, in einem anderen Dokument
explain-other-translation = Übersetzung, in einem anderen Dokument
explain-glossary = Glossar
explain-options = Optionen
explain-nothing = (nichts)

align-pinned = angenommen
align-moved = verschoben
align-scores = Länge { $length }, Wörter { $words }, Aufbau { $structure } (über 0 spricht für das Paar)
align-names = Namen: { $list }
align-numbers = Zahlen: { $list }
align-lexicon = Wörter: { $list }

glossary-preferred = { $terms }
glossary-admitted = auch: { $terms }
glossary-deprecated = nicht: { $terms }
glossary-count =
    { $count ->
        [one] { $count } Begriff
       *[other] { $count } Begriffe
    }
glossary-added =
    { $place }: { $kind ->
        [new] neuer Begriff „{ $concept }“
       *[more] zum Begriff „{ $concept }“ hinzugefügt
    }
glossary-would-add =
    { $place }: { $kind ->
        [new] wäre der neue Begriff „{ $concept }“; nichts wurde geschrieben
       *[more] würde zum Begriff „{ $concept }“ hinzugefügt; nichts wurde geschrieben
    }
glossary-nothing-added = Nichts wurde geschrieben: Das Glossar wäre fehlerhaft.
glossary-no-rendering = (keine Benennung des Glossars in der Übersetzung)
glossary-found =
    { $count ->
        [one] { $count } Stelle
       *[other] { $count } Stellen
    }
glossary-forms =
    { $inflect }, { $count ->
        [one] { $count } Form
       *[other] { $count } Formen
    }

github-beyond =
    { $count ->
        [one] { $count } weiterer Befund
       *[other] { $count } weitere Befunde
    }
github-place = Stelle
github-rule = Regel
github-message = Was gefunden wurde
