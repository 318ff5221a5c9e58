### Übersetzungen beginnen und nachführen, der Speicher, Dateien anderer Werkzeuge.

help-add = Eine Übersetzung beginnen: der Aufbau des Originals, Absätze aus dem Speicher gefüllt oder als markierte Lücken
    .original = Das Original; mit --import, wohin es geschrieben wird (sonst unter dem Namen der Datei in originals/)
    .language = Sprache der Übersetzung
    .draft = Mit dieser Datei beginnen, einer ganzen Übersetzung, die niemand gelesen hat: Jeder ihrer Absätze ist ein Entwurf
    .memory = Lücken mit Übersetzungen von Texten füllen, die ihnen so ähnlich sind, 60 bis 100, als Entwürfe
    .import = Zuerst aus einer Datei in Word (.docx), OpenDocument (.odt) oder HTML das Original machen
    .after =
        --import erhält Überschriften, Listen, Hervorhebung, Links, Fußnoten, Tabellen und Code als Markdown und sagt, was es ausgelassen hat. Layout, Schriften und Farben werden nie übernommen.
help-update = Was sich in Originalen geändert hat, in ihre Übersetzungen tragen; behält jedes Wort des Übersetzers
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .language = Nur Übersetzungen in diese Sprachen
    .dry-run = Zeigen, was sich ändern würde; nichts schreiben
    .stamp = „outdated: true“ in den Vorspann dessen schreiben, was hinter seinem Original zurück ist, und es sonst wieder herausnehmen
help-memory = Den Übersetzungsspeicher durchsuchen und mit anderen Werkzeugen austauschen
help-memory-search = Suchen, was früher übersetzt wurde: alle angenommenen Absätze und memory/*.tmx
    .text = Was zu übersetzen ist
    .language = Sprache der Übersetzungen; entbehrlich, wenn das Projekt nur eine hat
    .term = Eine Benennung in Absätzen suchen, in ihren Formen
    .in-translation = Die Benennung in den Übersetzungen suchen, nicht in den Originalen
    .minimum = Geringste Ähnlichkeit in Prozent
    .limit = Höchstens so viele Treffer
    .format = Ausgabeformat
help-memory-export = Angenommene Absätze (TMX, CSV, TSV) oder ganze Dokumente für das Programm eines Übersetzers (XLIFF, PO) schreiben
    .file = Zu schreibende Datei; wird nie überschrieben
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .language = Sprache der Übersetzungen; entbehrlich, wenn das Projekt nur eine hat
    .to = Format, wenn der Dateiname es nicht verrät
help-memory-import = Einen Speicher aufnehmen (TMX, CSV, TSV: bleibt in memory/) oder Dokumente, die zurückkommen (XLIFF, PO)
    .file = Zu lesende Datei
    .language = Sprache der Übersetzungen; entbehrlich, wenn das Projekt nur eine hat
    .from = Format, wenn der Dateiname es nicht verrät
    .accept-approved = Auch annehmen, was als approved oder reviewed gekennzeichnet ist; sonst nur, was final oder signed-off ist
help-lexicon = Wörterbücher zusammenführen, die aus Teilen eines Korpus gelernt wurden
help-lexicon-merge = Zusammenführen, was „align --batch --learn-only“ geschrieben hat; weder Reihenfolge noch Zahl der Teile wirkt sich aus
    .files = Zusammenzuführende Dateien
    .output = Zu schreibende Datei; lässt sich weiter zusammenführen
    .words-only = Die Wortpaare ohne die Einheiten schreiben, aus denen sie gelernt wurden: kleiner, lässt sich aber nicht mehr zusammenführen
lexicon-merged =
    { $path }: { $words ->
        [one] { $words } Wortpaar
       *[other] { $words } Wortpaare
    } aus { $units ->
        [one] { $units } Einheit
       *[other] { $units } Einheiten
    }

add-done =
    { $path }: { $gaps ->
        [one] { $gaps } Absatz zu übersetzen
       *[other] { $gaps } Absätze zu übersetzen
    }, { $filled } aus dem Speicher, zu bestätigen
add-from-memory =
    { $drafts ->
        [one] { $drafts } davon hat einen Entwurf aus dem Speicher, der zu lesen ist
       *[other] { $drafts } davon haben Entwürfe aus dem Speicher, die zu lesen sind
    }: „tolmach review --drafts“
add-with-draft =
    { $path }: { $drafts ->
        [one] { $drafts } Entwurf
       *[other] { $drafts } Entwürfe
    } zu lesen: „tolmach review --drafts“
add-draft-lacks =
    { $missing ->
        [one] { $missing } Absatz des Originals fehlt darin
       *[other] { $missing } Absätze des Originals fehlen darin
    }: „tolmach update“ schreibt die Lücken
update-stamped = { $path }: als veraltet gekennzeichnet
update-unstamped = { $path }: nicht mehr als veraltet gekennzeichnet
add-fill = So füllt man eine Lücke: die Übersetzung unter den Kommentar oder an seine Stelle schreiben; „tolmach accept“ entfernt den Kommentar. Was im Kommentar steht, wird nicht veröffentlicht.
import-done =
    { $path }: { $count ->
        [one] { $count } Absatz
       *[other] { $count } Absätze
    } aus { $file }
import-lost-picture = { $file }: Bilder ausgelassen ({ $count }×)
import-lost-object = { $file }: eingebettete Objekte ausgelassen: Diagramme, Filme, Ton ({ $count }×)
import-lost-formula = { $file }: Formeln nur als einfache Buchstaben erhalten ({ $count }×)
import-lost-symbol = { $file }: Zeichen einer Symbolschrift sind jetzt U+FFFD ({ $count }×)
import-lost-comment = { $file }: Kommentare ausgelassen ({ $count }×)
import-lost-tracked-change = { $file }: nachverfolgte Änderungen gelten als angenommen ({ $count }×)
import-lost-hidden-text = { $file }: verborgener Text ausgelassen ({ $count }×)
import-lost-margin = { $file }: Kopf- und Fußzeilen ausgelassen
import-lost-contents = { $file }: automatisches Inhaltsverzeichnis ausgelassen ({ $count }×)
import-lost-navigation = { $file }: Menüs ausgelassen ({ $count }×)
import-lost-around = { $file }: was um den Haupttext der Seite herum steht, ausgelassen
import-lost-form = { $file }: Schaltflächen und Eingabefelder ausgelassen ({ $count }×)
import-lost-underline = { $file }: Unterstreichung ausgelassen, ihr Text erhalten ({ $count }×)
import-lost-link = { $file }: Links innerhalb des Dokuments oder ohne brauchbare Adresse: nur ihr Text erhalten ({ $count }×)
import-lost-numerals = { $file }: Listen mit Buchstaben oder römischen Zahlen haben jetzt Ziffern ({ $count }×)
import-lost-heading-number = { $file }: automatische Nummern von Überschriften ausgelassen ({ $count }×)
import-lost-merged-cell = { $file }: verbundene Tabellenzellen sind jetzt eine Zelle und leere ({ $count }×)
import-lost-layout-table = { $file }: Tabellen, die nur Text anordnen, sind jetzt einfache Absätze ({ $count }×)
import-lost-cell = { $file }: mehrere Absätze einer Tabellenzelle sind jetzt ihre Zeilen ({ $count }×)
import-lost-break = { $file }: Zeilenumbrüche in Überschriften sind jetzt Leerzeichen ({ $count }×)
import-lost-emphasis = { $file }: Hervorhebungen oder Links ausgelassen, die Markdown an ihrer Stelle nicht darstellen kann ({ $count }×)
import-lost-nesting = { $file }: zu tief verschachtelte Listen und Zitate abgeflacht ({ $count }×)
update-same = { $path }: auf dem Stand, nichts geändert
update-done = { $path }: neue Lücken { $gaps }, verschoben { $moved }, beiseitegelegt { $removed }, Original geändert { $changed }
update-blocks = { $path }: Code herübergeholt { $put }, gekennzeichnet { $marked }
update-left = { $place }: müsste verschoben oder gekennzeichnet werden, was hier nicht geht; von Hand erledigen
update-uncovered = { $path }: { $count ->
        [one] { $count } Übersetzung, in den Kommentar ihrer Lücke getippt, steht jetzt an ihrer Stelle
       *[other] { $count } Übersetzungen, in die Kommentare ihrer Lücken getippt, stehen jetzt an ihrer Stelle
    }
update-gone = { $path }: { $count ->
        [one] { $count } Lücke hat ihren Absatz des Originals verloren und ist jetzt ein Kommentar „tolmach: gone“; ihn löschen
       *[other] { $count } Lücken haben ihre Absätze des Originals verloren und sind jetzt Kommentare „tolmach: gone“; sie löschen
    }
update-unknown = { $place }: Der Text in diesem Kommentar ist weder der des Originals noch sicher eine Übersetzung; von Hand erledigen
update-gapless = { $place }: Dieser Absatz ist neu, aber die Übersetzung hat keinen Platz für seine Lücke; von Hand übersetzen
progress-reading = Lesen
progress-indexing = Speicher erschließen
memory-found =
    { $count ->
        [0] Nichts gefunden.
        [one] { $count } gefunden.
       *[other] { $count } gefunden.
    }
memory-exported =
    { $path }: { $count ->
        [one] { $count } Einheit
       *[other] { $count } Einheiten
    } geschrieben
memory-imported =
    { $path }: { $count ->
        [one] { $count } Einheit
       *[other] { $count } Einheiten
    } im Speicher
memory-landed = { $path }: { $placed } eingesetzt, { $same } unverändert, { $accepted } angenommen
memory-drafts =
    { $path }: { $drafts ->
        [one] { $drafts } davon ist ein Entwurf
       *[other] { $drafts } davon sind Entwürfe
    }, hier noch von niemandem gelesen: „tolmach review --drafts“
memory-unplaced = { $path }: kein Platz für die Übersetzung von „{ $text }“: Das Original hat sich geändert, oder es hat andere Zeilen
memory-conflict = { $path }: hier und dort geändert, seit es hinausging; hier belassen, wie es ist: { $source }
memory-unfinished = { $path }: nicht fertig (fuzzy oder noch durchzusehen); als Anmerkung bei der Lücke erhalten: { $source }
memory-kept = { $path }: die neuere Übersetzung von hier behalten: { $count }
memory-unknown-documents =
    { $path }: { $count ->
        [one] { $count } Einheit gehört
       *[other] { $count } Einheiten gehören
    } zu keiner Übersetzung dieses Projekts; „tolmach add“ beginnt eine

loss-character = { $path }: Das Format kann das Zeichen { $name } nicht enthalten ({ $count }×, zuerst in Einheit { $first }); U+FFFD ersetzt es
loss-markup = { $path }: Auszeichnung eines anderen Werkzeugs ausgelassen: { $name } ({ $count }×, zuerst bei { $first })
loss-no-source = { $path }: ohne Text in der Ausgangssprache ({ $count }×, zuerst bei { $first }); ausgelassen
loss-no-target = { $path }: ohne Übersetzung ({ $count }×, zuerst bei { $first }); ausgelassen
loss-repeated = { $path }: zweimal gesagt: { $name } ({ $count }×, zuerst bei { $first }); das Erste gilt
loss-language = { $path }: in einer anderen Sprache: { $name } ({ $count }×, zuerst bei { $first }); ausgelassen
loss-state = { $path }: Der Zustand „{ $name }“ hat keine Entsprechung ({ $count }×, zuerst bei { $first }); der nächstliegende gilt
loss-plural = { $path }: Pluralformen ({ $count }×, zuerst bei { $first }); nur die erste wird genommen
loss-obsolete = { $path }: veraltete Einträge ({ $count }×, zuerst bei { $first }); ausgelassen
loss-field = { $path }: hat keinen Platz: { $name } ({ $count }×, zuerst bei { $first }); ausgelassen
loss-skipped = { $path }: nicht zu verstehen ({ $count }×, zuerst bei { $first }); ausgelassen
loss-duplicate = { $path }: schon gesagt ({ $count }×, zuerst bei { $first }); ausgelassen

trouble-translation-exists = es gibt schon eine Übersetzung
    .hint = „tolmach update { $path }“ trägt neue Absätze in sie
trouble-which-language = das Projekt hat mehrere Sprachen: { $known }
    .hint = eine mit --language nennen
trouble-unknown-ending = der Dateiname verrät das Format nicht
    .hint = die Datei .tmx, .xlf, .xlf2, .po, .csv oder .tsv nennen, oder das Format mit --to oder --from angeben
trouble-exchange-syntax = nicht wohlgeformt: { $message }
    .hint = die Datei erneut exportieren
trouble-exchange-entities = die Dokumenttypdeklaration vereinbart Entitäten; sie werden nicht aufgelöst, und nichts wird geladen
    .hint = die Datei ohne DOCTYPE mit Entitäten exportieren
trouble-exchange-entity = unbekannte Entität &{ $name };
    .hint = nur &lt; &gt; &amp; &quot; &apos; und Zahlen werden gelesen
trouble-exchange-truncated = die Datei endet zu früh
    .hint = sie erneut exportieren oder kopieren
trouble-exchange-root = die Datei beginnt mit <{ $found }>, nicht mit <{ $expected }>
    .hint = das Format prüfen; wo der Name trügt, --from angeben
trouble-exchange-version = Version „{ $version }“ wird nicht gelesen
    .hint = gelesen wird XLIFF 1.2, 2.0 und 2.1
trouble-exchange-deep = Elemente sind tiefer verschachtelt als in irgendeinem wirklichen Dokument
    .hint = die Datei erneut exportieren
trouble-exchange-large = entpackt größer als { $limit } MiB
    .hint = sie in mehrere Dokumente teilen
trouble-exchange-cells = eine Tabelle mit mehr als { $limit } Zellen
    .hint = die Tabelle teilen oder herausnehmen
trouble-exchange-archive = innen weder .docx noch .odt: ein anderes Format unter diesem Namen, abgeschnitten oder mit Kennwort geschützt
    .hint = in Word oder LibreOffice öffnen und ohne Kennwort als .docx oder .odt speichern
trouble-exchange-part = dem Archiv fehlt sein Teil { $name }; es ist kein Textdokument
    .hint = in Word oder LibreOffice öffnen und als .docx oder .odt speichern
trouble-import-ending = daraus lässt sich kein Original machen
    .hint = gelesen werden .docx, .odt und .html; als eines davon speichern
trouble-import-name = ein Original, das --import macht, ist Markdown
    .hint = ihm einen Namen geben, der auf .md endet
trouble-import-empty = nichts darin zu übersetzen
    .hint = vielleicht ist sein Text ein Bild
trouble-original-exists = es gibt schon ein Original; es wird nicht überschrieben
    .hint = dem neuen einen anderen Namen geben: tolmach add --import DATEI originals/NAME.md
trouble-exchange-encoding = unbekannte Zeichenkodierung „{ $label }“
    .hint = die Datei als UTF-8 speichern
trouble-exchange-bytes = Bytes, die nicht zur Zeichenkodierung der Datei passen ({ $label })
    .hint = die Datei als UTF-8 speichern
trouble-exchange-columns = keine Spalte für: { $missing }
    .hint = die Spalten in der ersten Zeile benennen: source, target
trouble-exchange-languages = die Datei handelt von „{ $found }“, nicht von „{ $expected }“
    .hint = die Sprache mit --language wählen

help-glossary-export = Das Glossar für andere Werkzeuge schreiben: XLSX, TBX-Basic, CSV, TSV, Weblate, OmegaT
    .file = Zu schreibende Datei; wird nie überschrieben
    .language = Zielsprache von Tabellen mit zwei Sprachen
    .to = Format, wenn der Dateiname es nicht verrät
help-glossary-import = Eine Terminologiedatenbank aufnehmen: XLSX, CSV, TSV, TBX, OmegaT
    .file = Zu lesende Datei
    .language = Zielsprache von Tabellen mit zwei Sprachen
    .from = Format, wenn der Dateiname es nicht verrät
    .columns = Was die Spalten enthalten, nach Nummern: ru=1,en=2,note=3
    .split = Zeichen, die mehrere Benennungen einer Zelle trennen, etwa ";"
    .into = Die Glossardatei für neue Begriffe; sonst eine, die wie die Datei heißt
    .on-conflict = Wo beide eine Vorzugsbenennung haben und die zwei abweichen: die eigene behalten, die fremde vorziehen oder beide haben
    .dry-run = Zeigen, was aufgenommen würde, nichts schreiben
help-glossary-merge = Die Begriffe einer anderen Glossardatei von tolmach aufnehmen
    .file = Zu lesende Datei
    .into = Die Glossardatei für neue Begriffe; sonst eine, die wie die Datei heißt
    .on-conflict = Wo beide eine Vorzugsbenennung haben und die zwei abweichen: die eigene behalten, die fremde vorziehen oder beide haben
    .dry-run = Zeigen, was aufgenommen würde, nichts schreiben
help-glossary-edit = Einen Begriff ändern; Kommentare und Reihenfolge der Datei bleiben
    .id = Die Kennung des Begriffs
    .term = Eine andere Vorzugsbenennung: ru=акимат; die alte ist zugelassen, wenn --drop sie nicht nennt
    .admitted = Eine Benennung, die ebenfalls erlaubt ist
    .deprecated = Eine Benennung, die nicht zu verwenden ist
    .drop = Eine Benennung, die wegfällt
    .form = Eine Form, die die Tabellen nicht kennen
    .not-form = Eine erzeugte Form, die keine der Benennung ist
    .inflect = Wie die Benennungen einer Sprache gebeugt werden: ru=noun
    .case = Wie Groß- und Kleinschreibung zählt: en=exact
    .first-mention = Was beim ersten Gebrauch zu schreiben ist: en=zhuz (tribal union)
    .definition = Was der Begriff bedeutet; leer, um es wegzunehmen
    .domain = Sein Fachgebiet; leer, um es wegzunehmen
    .note = Für den Übersetzer; leer, um es wegzunehmen
    .severity = Wie laut Befunde darüber sind: off, info, warning, error
    .rename = Eine andere Kennung
    .dry-run = Ausprobieren, nichts schreiben
help-glossary-remove = Begriffe aus dem Glossar nehmen
    .id = Die Kennungen der Begriffe
    .dry-run = Ausprobieren, nichts schreiben

glossary-exported =
    { $path }: { $count ->
        [one] { $count } Begriff
       *[other] { $count } Begriffe
    } geschrieben
glossary-taken = { $path }: { $read } gelesen: { $same } schon hier, { $differ } abweichend, { $new } neu
glossary-completed =
    { $count ->
        [one] { $count } von hier bekam, was ihm fehlte.
       *[other] { $count } von hier bekamen, was ihnen fehlte.
    }
glossary-differs = { $language }: hier „{ $ours }“, dort „{ $theirs }“
glossary-conflicts-kept = Was abweicht, bleibt, wie es hier ist; --on-conflict theirs oder both nimmt das andere.
glossary-nothing-written = Nichts wurde geschrieben.
glossary-encoding = { $path }: als { $encoding } gelesen; wo Buchstaben falsch sind, als UTF-8 speichern
glossary-edited = { $place }: „{ $concept }“ ist geändert
glossary-removed =
    { $count ->
        [one] { $count } Begriff entfernt
       *[other] { $count } Begriffe entfernt
    }
glossary-export-own =
    { $path }: Formen, erste Erwähnungen und Geltungsbereiche haben in diesem Format keinen Platz ({ $count ->
        [one] { $count } Begriff
       *[other] { $count } Begriffe
    })

trouble-unknown-terms-ending = der Dateiname verrät das Format nicht
    .hint = die Datei .xlsx, .tbx, .csv, .tsv oder .txt (OmegaT) nennen, oder das Format mit --to oder --from angeben
trouble-column-unknown = „{ $column }“ benennt keine Spalte
    .hint = einen Namen und eine Nummer ab 1 angeben: --columns ru=1,en=2,note=3
