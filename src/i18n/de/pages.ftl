### Seiten für einen Browser.

help-report = Seiten für einen Browser schreiben: ein Verzeichnis aller Dokumente, beide Texte nebeneinander, Benennungen, Änderungen
    .folder = Der Ordner für die Seiten; ein neuer, ein leerer oder der eines früheren Berichts
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .language = Nur Übersetzungen in diese Sprachen
    .trend = Mit einer früheren report.json vergleichen oder mit einer Datei von „check --write-baseline“
    .since = Auf der Seite der Änderungen zeigen, was sich seit dieser Git-Revision geändert hat; sonst, was sich seit der Annahme geändert hat
    .after =
        Die Seiten brauchen weder Server noch Netz. Unveränderte Seiten werden nicht neu geschrieben.

report-written =
    { $pages ->
        [one] { $pages } Seite in { $folder }
       *[other] { $pages } Seiten in { $folder }
    }; { $written ->
        [one] { $written } Datei
       *[other] { $written } Dateien
    } neu oder geändert.

page-title = Übersetzungen
page-check = Prüfung der Übersetzungen
page-made-by = Erstellt von tolmach { $version }. Die Seite braucht kein Netz; sie enthält nicht mehr als die Dateien, aus denen sie gemacht ist.
page-skip = Zum Text springen
page-index = Alle Dokumente
page-copy = Kopieren
page-copied = Kopiert
page-rows = In Zeilen zeigen
page-columns = In Spalten zeigen
page-previous-finding = Voriger Befund (p)
page-next-finding = Nächster Befund (n)
page-keys = Tasten: j und k für die nächste und die vorige Einheit, n und p für Befunde, v für Zeilen oder Spalten.
page-translates = übersetzt
page-original = Original
page-translation = Übersetzung
page-panel = Zu dieser Einheit
page-parts = Teile dieser Seite
page-part = { $from }–{ $to }
page-unit = Einheit { $number }: { $state }
page-none = Keine Entsprechung.
page-cut =
    { $bytes ->
        [one] … und { $bytes } weiteres Byte
       *[other] … und { $bytes } weitere Bytes
    }
page-since = Seit der Annahme:
page-confidence = Sicherheit, von 0 bis 1
page-gone =
    { $count ->
        [one] { $count } angenommene Einheit ist aus beiden Texten verschwunden
       *[other] { $count } angenommene Einheiten sind aus beiden Texten verschwunden
    }
page-entries = Glossar
page-rules = Regeln
page-state-missing = nicht übersetzt
page-state-extra = nicht im Original
page-state-stale = Original geändert
page-state-edited = Übersetzung geändert
page-state-both = beide geändert
page-state-accepted = angenommen
page-state-open = nicht angenommen
page-state-draft = ungelesener Entwurf
page-figures = { $aligned } von { $units } Einheiten zugeordnet, { $accepted } angenommen
page-sums =
    { $documents ->
        [one] { $documents } Dokument
       *[other] { $documents } Dokumente
    }, { $translated } % übersetzt, { $accepted } von { $units } Einheiten angenommen
page-missing =
    { $count ->
        [one] { $count } Absatz nicht übersetzt
       *[other] { $count } Absätze nicht übersetzt
    }
page-extra =
    { $count ->
        [one] { $count } Absatz nicht im Original
       *[other] { $count } Absätze nicht im Original
    }
page-stale =
    { $count ->
        [one] { $count } Einheit veraltet
       *[other] { $count } Einheiten veraltet
    }
page-edited =
    { $count ->
        [one] { $count } Einheit geändert
       *[other] { $count } Einheiten geändert
    }
page-drafts =
    { $count ->
        [one] { $count } ungelesener Entwurf
       *[other] { $count } ungelesene Entwürfe
    }
page-words =
    { $count ->
        [one] { $count } Wort zu übersetzen
       *[other] { $count } Wörter zu übersetzen
    }
page-sure = sicher
page-likely = wahrscheinlich
page-unsure = unsicher
page-alone = ohne Entsprechung
page-term = Benennung
page-omitted = auf der anderen Seite ausgelassen
page-terms = Benennungen
page-changes = Änderungen
page-badge = Übersetzungen
page-badge-link = Plakette
page-elsewhere = Andere Dateien
page-trend-findings = Befunde: { $difference }
page-trend-accepted = Angenommene Einheiten: { $difference }
page-languages = Sprachen
page-bar = Einheiten: { $accepted } angenommen, { $aligned } zugeordnet, { $changed } geändert, { $missing } fehlend
page-documents = Dokumente
page-filter = Filter
page-language = Sprache
page-show = Zeigen
page-all = alle
page-with-errors = mit Fehlern
page-with-findings = mit Befunden
page-with-changes = mit Änderungen seit der Annahme
page-with-missing = mit fehlenden Absätzen
page-head-share = übersetzt
page-head-stale = geändert
page-head-words = Wörter offen
page-head-errors = Fehler
page-head-warnings = Warnungen
page-head-notes = Hinweise
page-head-trend = Verlauf
page-not-begun = nicht begonnen
page-nothing-matches = Kein Dokument passt zum Filter.
page-conflicts =
    { $concepts ->
        [one] { $concepts } Begriff in Gebrauch
       *[other] { $concepts } Begriffe in Gebrauch
    }, { $conflicts } davon nicht einheitlich wiedergegeben
page-more =
    { $count ->
        [one] … und { $count } weiterer
       *[other] … und { $count } weitere
    }
page-changes-since = Änderungen seit { $revision }
page-changes-accepted = Änderungen seit der Annahme

trouble-foreign-folder = der Ordner enthält Dateien und keinen Bericht von tolmach
    .hint = einen neuen oder leeren Ordner nennen oder den eines früheren Berichts
trouble-one-page = --format html zeigt ein Dokumentpaar, genannt sind { $count }
    .hint = ein Dokument und seine Sprache nennen, oder mit „tolmach report ORDNER“ Seiten für alle schreiben
trouble-no-trend = weder eine report.json noch eine Basisliste: { $message }
    .hint = die report.json eines früheren Berichts nennen oder eine Datei von „tolmach check --write-baseline“

### Ausgaben für Leser.

help-book = Ausgaben für Leser schreiben: beide Texte nebeneinander als Seite zum Drucken und als EPUB
    .folder = Der Ordner für die Ausgaben; ein neuer, ein leerer oder der früherer Ausgaben
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .language = Nur Übersetzungen in diese Sprachen
    .layout = Im EPUB: jeder Absatz neben seiner Übersetzung, vor ihr oder mit ihr als aufklappender Anmerkung
    .after =
        Für ein PDF die Seite mit einem Browser drucken.

book-written =
    { $count ->
        [one] { $count } Dokument
       *[other] { $count } Dokumente
    } in { $folder }, jedes als Seite und als EPUB.
book-alone =
    { $count ->
        [one] { $path }: { $count } Absatz hat keine Entsprechung und steht allein.
       *[other] { $path }: { $count } Absätze haben keine Entsprechung und stehen allein.
    }
book-contents = Inhalt
book-translation = Übersetzung
