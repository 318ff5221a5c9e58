### Hilfe und die kurzen Auskünfte der Befehle.

heading-usage = Aufruf:
heading-commands = Befehle
heading-command = BEFEHL
heading-arguments = Argumente
heading-options = Optionen
heading-globals = Globale Optionen
heading-globals-folded = --project, --interface-language, --color, -q, -v, -h: siehe „tolmach help“
heading-values = Werte:
heading-default = Vorgabe:
heading-examples = Beispiele:
heading-group-daily = Täglich:
heading-group-units = Absätze und ihre Dateien:
heading-group-terms = Benennungen und Speicher:
heading-group-machines = Für Maschinen und Skripte:
heading-group-pages = Seiten und Bücher:
heading-group-setup = Einrichten und nachschlagen:

help-tolmach = Ordnet Originale und Übersetzungen Absatz für Absatz einander zu, prüft Benennungen des Glossars in jeder Form und zeigt, was sich auf beiden Seiten geändert hat
    .project = Der Projektordner; sonst der nächste übergeordnete mit tolmach.toml oder originals/
    .interface-language = Sprache der Meldungen; sonst entscheiden LC_ALL, LC_MESSAGES oder LANG
    .color = Wann farbig ausgegeben wird
    .quiet = Nichts als die Ausgabe selbst schreiben
    .verbose = Mehr ausgeben
    .help = Hilfe ausgeben
    .version = Version ausgeben
    .after = Ein Anfang: „tolmach init“ in einem neuen Ordner oder „tolmach check“ in einem Projekt.
help-completions = Das Skript zur Befehlsergänzung für eine Shell ausgeben
    .shell = Die Shell
help-man = Handbuchseiten schreiben, eine je Befehl
    .folder = Wohin; der Ordner wird angelegt
help-help = Hilfe zu einem Befehl ausgeben
    .command = Der Befehl
help-init = Die Übersetzungen eines Repositorys finden und tolmach.toml schreiben oder die Ordner und ein Beispielglossar anlegen; überschreibt nie etwas
    .folder = Wo
    .dry-run = Zeigen, was geschrieben würde, und nichts schreiben
help-check = Zuordnung, Änderungen, Glossar und Qualität aller oder einzelner Dokumente prüfen
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .format = Ausgabeformat: human, concise, json, sarif, github, gitlab, junit, rdjson, markdown oder html; mehrfach möglich, je mit einer Datei: sarif=out.sarif
    .output = Die Ausgabe in eine Datei schreiben
    .fail-on = Ab welchem Schweregrad der Exit-Code 1 ist
    .rule = Nur diese Regeln; Muster wie term-* sind erlaubt
    .language = Nur Übersetzungen in diese Sprachen
    .show-waived = Auch Befunde mit Ausnahme zeigen
    .no-cache = Jedes Paar untersuchen, auch wenn es seit einem früheren Lauf gleich geblieben ist
    .baseline = Weglassen, was diese Datei kennt
    .write-baseline = Alle Befunde in eine Datei für --baseline schreiben; danach zählen nur neue
    .changed-since = Nur was seit einer Git-Revision berührt wurde: Dokumente und die Befunde berührter Glossareinträge
    .fix = Zuerst die sicheren Korrekturen in den Übersetzungen vornehmen und ausgeben, was sich ändert
    .dry-run = Mit --fix: die Änderungen nur ausgeben
    .after =
        Exit-Codes: 0 nichts ab --fail-on, 1 Befunde, 2 nicht alles konnte geprüft werden.
help-waive = Festhalten, dass ein Befund so in Ordnung ist
    .rule = Die Regel
    .place = Ein Dokument und eine Zeile darin
    .reason = Warum es in Ordnung ist
    .language = Nur Übersetzungen in diese Sprachen
    .dry-run = Sagen, wofür die Ausnahme gälte, und nichts schreiben
    .after =
        Die Ausnahme steht in der Einheitendatei neben der Übersetzung und erlischt, sobald sich einer der beiden Texte ändert.
help-status = Zeigen, wie viel von jedem Dokument übersetzt, angenommen und geändert ist
    .no-cache = Jedes Paar untersuchen, auch wenn es seit einem früheren Lauf gleich geblieben ist
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .format = Ausgabeformat
    .language = Nur Übersetzungen in diese Sprachen
help-align = Nebeneinander zeigen, welche Absätze einander entsprechen und wie sicher das ist
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .source = Eine einzelne Datei außerhalb eines Projekts, die zugeordnet werden soll
    .target = Ihre Übersetzung
    .source-language = Sprache der einzelnen Ausgangsdatei
    .target-language = Sprache der einzelnen Zieldatei
    .language = Nur Übersetzungen in diese Sprachen
    .format = Ausgabeformat
    .reasons = Zu jeder Einheit die Gründe zeigen
    .batch = Von der Standardeingabe je Zeile ein JSON-Objekt lesen und je Zeile eines schreiben
    .learn = Mit --batch: zuerst alles lesen und daraus ein Wörterbuch lernen
    .learn-only = Mit --batch: aus der Eingabe lernen und statt Antworten das Gelernte schreiben
    .lexicon = Mit --batch: ein früher gelerntes Wörterbuch
    .threads = Mit --batch: Zahl der Threads; 0 für alle Kerne
help-glossary = Das Glossar ansehen und die Stellen seiner Benennungen
help-glossary-list = Alle Begriffe mit ihren Benennungen auflisten
    .format = Ausgabeformat
help-glossary-add = Einen Begriff hinzufügen oder Benennungen zu einem vorhandenen Begriff
    .id = Die Kennung des Begriffs; sonst der Begriff, der die Benennung hat, oder ein neuer, der nach ihr heißt
    .term = Eine Vorzugsbenennung: ru=акимат; eine je Sprache
    .admitted = Eine Benennung, die ebenfalls erlaubt ist
    .deprecated = Eine Benennung, die nicht zu verwenden ist
    .file = Die Glossardatei für einen neuen Begriff; sonst die einzige oder glossary/terms.toml
    .dry-run = Zeigen, was hinzugefügt würde, nichts schreiben
help-glossary-find = Jede Stelle einer Benennung mit ihrer Wiedergabe zeigen
    .term = Eine Benennung in beliebiger Form und Sprache, ein Teil davon oder die Kennung eines Begriffs
    .language = Nur Übersetzungen in diese Sprachen
    .format = Ausgabeformat
help-glossary-forms = Jede Form einer Benennung zeigen, die erkannt wird, und die Tabelle, aus der sie stammt
    .term = Benennungen in der Grundform
    .language = Sprache der Benennungen
    .inflect = Wie die Benennungen gebeugt werden
    .format = Ausgabeformat
help-rules = Auflisten, was geprüft wird und mit welchem Schweregrad
    .format = Ausgabeformat
help-explain = Eine Regel erklären: was, warum, falsch, richtig, wie man sie einstellt
    .rule = Regeln oder Muster wie term-*

usage-unknown-argument = unbekanntes Argument { $argument }
usage-unknown-command = unbekannter Befehl { $command }
usage-invalid-value = „{ $value }“ ist kein gültiger Wert für { $argument }
usage-no-value = für { $argument } fehlt ein Wert
usage-wrong-count = falsche Zahl von Werten für { $argument }
usage-not-utf8 = ein Argument ist nicht in UTF-8
usage-did-you-mean = meinten Sie { $known }?
usage-missing = es fehlt: { $argument }
usage-conflict = { $argument } verträgt sich nicht mit { $other }
usage-perhaps = möglich: { $known }
usage-more = siehe „tolmach help“

note-waits = Ein anderes tolmach schreibt gerade in dieses Projekt; es wird gewartet, bis es fertig ist.
note-wrong-language = { $path } sieht nach { $found } aus, nicht nach { $declared }; --source-language und --target-language legen die Sprachen fest.
note-discovered = Keine tolmach.toml: Nach den Dateinamen liegen Originale in „{ $source }“ und ihre Übersetzungen so: { $layouts }. „tolmach init“ schreibt das auf.
note-alike = { $translation } gilt als Übersetzung von { $original }: Die Namen unterscheiden sich nur in Groß- und Kleinschreibung oder in der Zusammensetzung der Buchstaben.
note-project = Projekt { $path }: Pfade beginnen dort.
note-no-glossary = Kein Glossar: Benennungen werden nicht geprüft. Begriffe kommen in glossary/*.toml; „tolmach init“ schreibt ein Beispiel.

check-fixed =
    { $count ->
        [0] Nichts zu korrigieren.
        [one] { $count } Korrektur vorgenommen.
       *[other] { $count } Korrekturen vorgenommen.
    }
check-would-fix =
    { $count ->
        [0] Nichts zu korrigieren.
        [one] { $count } Korrektur würde vorgenommen; nichts wurde geschrieben.
       *[other] { $count } Korrekturen würden vorgenommen; nichts wurde geschrieben.
    }
man-written =
    { $count ->
        [one] { $count } Handbuchseite
       *[other] { $count } Handbuchseiten
    } nach { $path } geschrieben.
waive-done = { $path }: Ausnahme von { $rule }: { $message }
check-baseline-written =
    { $count ->
        [one] { $count } Befund
       *[other] { $count } Befunde
    } nach { $path } geschrieben; was neu ist, zeigt „tolmach check --baseline { $path }“.

init-made = angelegt: { $path }
init-pair = { $original } ↔ { $translation }
init-more =
    { $count ->
        [one] … und { $count } weiteres Paar
       *[other] … und { $count } weitere Paare
    }
init-would-make = würde angelegt: { $path }
init-comment =
    # Die Einstellungen von tolmach, wie die Dateinamen sie zeigen. Dokumente, die keine
    # Übersetzungen sind, nimmt exclude = ["docs/old/**"] in ihrem Block aus.
init-check = Als Nächstes „tolmach check“ aufrufen.
init-nothing = Alles ist schon da; nichts wurde geändert.
init-next = Russische Artikel in originals/ ablegen, Übersetzungen unter denselben Namen in translations/en/, dann „tolmach check“ aufrufen.
