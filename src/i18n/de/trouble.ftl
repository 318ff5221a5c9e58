### Warum ein Befehl seine Arbeit nicht tun konnte, und der Ausweg.

trouble-label = Fehler:
trouble-hint = Abhilfe: { $hint }
trouble-output = die Ausgabe lässt sich nicht schreiben: { $error }
trouble-io = { $error }
    .hint = das System hat abgelehnt; was tolmach schreiben sollte, ist, wie es war
trouble-forbidden = das System erlaubt es nicht
    .hint = die Rechte der Datei und ihres Ordners prüfen; auf einen schreibgeschützten Datenträger lässt sich nicht schreiben
trouble-disk-full = kein Platz dafür: Der Datenträger oder Ihr Anteil daran ist voll
    .hint = Platz schaffen und den Befehl erneut aufrufen; die Datei ist, wie sie war
trouble-not-a-file = ein Ordner, eine Pipe oder ein Gerät, wo eine Datei sein muss
    .hint = beiseiteschaffen oder eine gewöhnliche Datei dorthin legen
trouble-too-large = größer als { $limit } MiB: zu groß zum Lesen
    .hint = die Datei teilen oder aus dem Projekt heraushalten
trouble-too-many-paragraphs = { $count } Absätze; die Grenze ist { $limit }
    .hint = das Dokument teilen
trouble-long-paragraph = ein Absatz von { $size } KiB; die Grenze ist { $limit } KiB
    .hint = Leerzeilen zwischen seine Absätze setzen
trouble-name = der Dateiname ist nicht in UTF-8
    .hint = die Datei umbenennen
trouble-no-project = hier ist kein Projekt: weder tolmach.toml noch originals/ in diesem Ordner oder darüber
    .hint = in den Projektordner wechseln, ihn mit --project nennen oder mit „tolmach init“ ein Projekt beginnen
trouble-not-found = diese Datei oder diesen Ordner gibt es nicht
    .hint = den Namen prüfen; Pfade beginnen im aktuellen Ordner
trouble-outside = der Pfad führt aus dem Projekt hinaus
    .hint = jedes Dokument im Projektordner halten; ein symbolischer Link darf nicht hinauszeigen
trouble-git-folder = der Pfad führt in einen Ordner „.git“
    .hint = dort bewahrt Git Programme und Kennwörter auf: tolmach liest und schreibt dort nicht; den Link entfernen
trouble-not-a-document = kein Dokument dieses Projekts
    .hint = Dokumente enden auf .md, .markdown oder .txt und liegen, wo [[documents]] in tolmach.toml sagt
trouble-not-utf8 = kein Text in UTF-8 (Byte { $offset })
    .hint = die Datei als UTF-8 speichern
trouble-toml = { $toml }
    .hint = die Datei in dieser Zeile korrigieren
trouble-unknown-key = unbekannter Schlüssel „{ $key }“
    .hint =
        { $nearest ->
            [none] ihn entfernen
           *[other] meinten Sie „{ $nearest }“?
        }
trouble-unknown-rule = unbekannte Regel „{ $rule }“
    .hint =
        { $nearest ->
            [none] „tolmach rules“ listet alle Regeln auf
           *[other] meinten Sie „{ $nearest }“? „tolmach rules“ listet alle Regeln auf
        }
trouble-unknown-dialect = unbekannter Dialekt „{ $dialect }“
    .hint =
        { $nearest ->
            [none] bekannt sind commonmark, mkdocs, docusaurus, vitepress, hugo, jekyll, diplodoc, starlight, mdx und auto
           *[other] meinten Sie „{ $nearest }“?
        }
trouble-unreadable = ihr Format wird nicht gelesen
    .hint = tolmach liest .md, .markdown, .mdx und .txt; die Datei aus dem Muster nehmen oder in [[documents]] exclude = [ … ] schreiben
trouble-unknown-language = „{ $tag }“ ist kein Sprachkürzel
    .hint = ein Kürzel nach BCP 47 schreiben, etwa "en", "kk" oder "pt-BR"
trouble-no-such-language = keine Übersetzungen: { $language }
    .hint = dieses Projekt hat: { $known }
trouble-pattern =
    { $what ->
        [language] dem Muster der Übersetzung fehlt {"{language}"}, und der Block nennt keine Sprache
        [long] ein Muster hat höchstens 1000 Bytes und 12 Sternchen
       *[stars] die beiden Muster müssen gleich viele Sternchen haben
    }
    .hint = zum Beispiel original = "originals/**/*", translation = "translations/{"{language}"}/**/*"; oder language = "en", wenn die Pfade der Übersetzungen sie nicht nennen
trouble-no-original = eine Übersetzung ohne Original
    .hint =
        { $renamed ->
            [none] das Original unter { $original } ablegen, oder die Übersetzung umbenennen oder entfernen
           *[other] die meisten ihrer angenommenen Texte sind in einem anderen Original: „tolmach mv { $renamed }“ nimmt die Übersetzung mit
        }
trouble-no-translation = die Übersetzung ist verschwunden, und was von ihr angenommen war, ist noch da
    .hint =
        { $renamed ->
            [none] die Übersetzung zurückholen oder auch ihre Einheitendatei entfernen
           *[other] die meisten angenommenen Texte sind in einem anderen Original: „tolmach mv { $renamed }“ nimmt die Einheitendatei mit
        }
trouble-orphan-units = eine Einheitendatei ohne ihre Übersetzung und ihr Original
    .hint =
        { $renamed ->
            [none] die Dokumente wurden umbenannt oder entfernt: auch die Einheitendatei umbenennen oder entfernen (ihr Original wäre { $original })
           *[other] die meisten angenommenen Texte sind in einem anderen Original: „tolmach mv { $renamed }“ nimmt die Einheitendatei mit
        }
trouble-deleted = die Übersetzung war in der Revision da und ist verschwunden
    .hint = sie zurückholen oder auch ihr Original entfernen
trouble-untranslated = es hat keine Übersetzung, also wurde nichts davon geprüft
    .hint = mit „tolmach add“ eine beginnen oder den Namen der Übersetzung prüfen
trouble-accept-marked = neben der Einheit steht ein Kommentar von update, und ohne ihn würde der Text anders gelesen
    .hint = den Kommentar von Hand entfernen, dann annehmen
trouble-missing-object = das Repository enthält diese Datei der Revision nicht, also kann niemand sagen, was sich geändert hat
    .hint = ein Teilklon lässt Dateien weg: „git fetch --refetch --no-filter“, oder das ganze Repository klonen
trouble-waive-which = { $rule } findet hier { $count } Dinge; eine Ausnahme gilt für eines
    .hint = seine Spalte nennen, PFAD:ZEILE:SPALTE, eine von: { $places }
trouble-shared-units = teilte seine Einheitendatei mit { $other }
    .hint = den beiden Dokumenten verschiedene Namen geben, nicht nur verschiedene Endungen
trouble-exists = es ist schon da und wird nicht überschrieben
    .hint = es zuerst beiseiteschaffen
trouble-locked = ein anderes tolmach schreibt gerade in dieses Projekt
    .hint = warten, bis es fertig ist, dann den Befehl erneut aufrufen
trouble-changed-on-disk = die Datei hat sich geändert, während tolmach arbeitete; nichts wurde geschrieben
    .hint = den Befehl erneut aufrufen
trouble-no-documents = keine Dokumente
    .hint = Originale, die auf .md, .markdown oder .txt enden, dort ablegen, oder in [[documents]] von tolmach.toml sagen, wo sie sind
trouble-no-translations = keine Übersetzungen: Es gibt nichts, womit die Originale zu vergleichen wären
    .hint = eine Übersetzung mit dem Namen des Originals unter translations/<Sprache>/ ablegen
trouble-conflict = ein ungelöster Merge-Konflikt
    .hint = „tolmach resolve { $path }“ führt die beiden Seiten Einheit für Einheit zusammen
trouble-format = eine Einheitendatei im Format { $found }, das diese Version nicht kennt
    .hint = ein neueres tolmach verwenden
trouble-glob = „{ $pattern }“ ist kein Muster für Pfade
    .hint = zum Beispiel scope = ["originals/2022/**"]
trouble-lexicon-line = eine Zeile ohne Tabulator
    .hint = jede Zeile ist ein Ausgangswort, ein Tabulator, ein Zielwort
trouble-batch-lines =
    { $count ->
        [one] { $count } Zeile der Eingabe wurde nicht gelesen: Zeile { $line }, { $error }
       *[other] { $count } Zeilen der Eingabe wurden nicht gelesen; die erste ist Zeile { $line }: { $error }
    }
    .hint = das Wörterbuch wurde aus den übrigen Zeilen gelernt; jede Zeile ist ein JSON-Objekt, wie docs/formats.md es beschreibt
trouble-learned-other = kein gelerntes Wörterbuch
    .hint = solche Dateien schreiben „align --batch --learn-only“ und „lexicon merge“
trouble-learned-version = ein Wörterbuch in einem Format, das diese Version nicht kennt
    .hint = ein neueres tolmach verwenden
trouble-learned-line = eine Zeile, die nicht in ein Wörterbuch gehört
    .hint = es erneut lernen oder die Datei erneut kopieren
trouble-learned-short = das Wörterbuch ist abgeschnitten: Seine letzte Zeile fehlt
    .hint = es erneut lernen oder die Datei erneut kopieren
trouble-learned-words = das Wörterbuch hat nur Wörter und nicht die Einheiten, aus denen sie gelernt wurden
    .hint = die Dateien von vor --words-only zusammenführen
trouble-lexicon-gzip = eine beschädigte gzip-Datei: { $error }
    .hint = das Wörterbuch erneut kopieren; eine .dict.dz-Datei und ihre .index gehören zusammen
trouble-lexicon-index = keine Zeile zeigt in { $text }
    .hint = beide Dateien aus einem Wörterbuch im dictd-Format nehmen
trouble-no-such-command = es gibt keinen Befehl „{ $command }“
    .hint = „tolmach help“ listet die Befehle auf
trouble-no-such-term = kein Begriff hat die Benennung „{ $term }“
    .hint = „tolmach glossary list“ zeigt alle Benennungen
trouble-no-such-concept = kein Begriff hat die Kennung „{ $concept }“
    .hint = „tolmach glossary list“ zeigt alle Begriffe
trouble-text-there = „{ $text }“ ist schon da
    .hint = „tolmach glossary list“ zeigt alle Benennungen
trouble-term-there = der Begriff „{ $concept }“ hat „{ $term }“ ({ $language }) schon
    .hint = „tolmach glossary list“ zeigt alle Benennungen
trouble-preferred-there = der Begriff „{ $concept }“ hat schon die Vorzugsbenennung „{ $preferred }“ ({ $language })
    .hint = die andere als ebenfalls erlaubte Benennung hinzufügen: --admitted "{ $language }={ $term }"
trouble-concept-elsewhere = der Begriff „{ $concept }“ steht in dieser Datei
    .hint = --file weglassen, um ihn zu ergänzen, oder eine andere Kennung wählen
trouble-not-a-glossary-file = keine Datei des Glossars
    .hint = eine Datei unter glossary/ nennen, die auf .toml endet
trouble-waive-line = „{ $place }“ nennt keine Zeile
    .hint = Dokument und Zeile schreiben, zum Beispiel translations/en/news.md:12
trouble-no-reason = eine Ausnahme braucht eine Begründung
    .hint = mit --reason sagen, warum der Befund in Ordnung ist: Wer es später liest, wird es wissen wollen
trouble-one-rule = „{ $rule }“ meint mehrere Regeln
    .hint = für jede Regel eine eigene Ausnahme machen
trouble-nothing-to-waive = { $rule } findet im Absatz auf dieser Zeile nichts
    .hint =
        { $others ->
            [none] „tolmach check“ aufrufen und die Zeile seiner Ausgabe entnehmen
           *[other] was dort gefunden wird: { $others }
        }
trouble-two-answers = zwei Ausgabeformate gingen an denselben Ort
    .hint = jedem eine eigene Datei geben: --format human --format sarif=out.sarif
trouble-several-projects = die Pfade gehören zu { $count } Projekten, und dieses Ausgabeformat ist für eines
    .hint = die Pfade eines Projekts nennen, oder --format human, concise oder github wählen
trouble-answer-over-file = eine Datei des Projekts würde überschrieben
    .hint = für die Ausgabe einen anderen Namen wählen
trouble-baseline = keine Basisliste von tolmach: { $message }
    .hint = mit --write-baseline eine neue schreiben

glossary-syntax = { $toml }
    .hint = die Datei in dieser Zeile korrigieren
glossary-unknown-key = unbekannter Schlüssel „{ $key }“
    .hint =
        { $nearest ->
            [none] ihn entfernen
           *[other] meinten Sie „{ $nearest }“?
        }
glossary-wrong-type =
    { $wanted ->
        [string] „{ $key }“ muss ein Text in Anführungszeichen sein
        [strings] „{ $key }“ muss eine Liste von Texten sein
        [boolean] „{ $key }“ muss true oder false sein
       *[form] „{ $key }“ hat nicht die richtige Form
    }
    .hint = die README zeigt, wie ein Begriff auszusehen hat
glossary-unknown-value = „{ $value }“ ist kein gültiger Wert für { $key }
    .hint =
        { $nearest ->
            [none] möglich sind: { $allowed }
           *[other] meinten Sie „{ $nearest }“? Möglich sind: { $allowed }
        }
glossary-no-id = ein Begriff ohne Kennung
    .hint = ihm eine geben: id = "akimat"
glossary-no-terms = der Begriff „{ $concept }“ hat keine Benennungen
    .hint = [concept.ru] und [concept.en] mit preferred = "…" hinzufügen
glossary-no-language = der Begriff „{ $concept }“ hat keine Benennung: { $language }
    .hint = [concept.{ $language }] mit preferred = "…" hinzufügen
glossary-no-preferred = der Begriff „{ $concept }“ hat keine Vorzugsbenennung: { $language }
    .hint = preferred = "…" zu [concept.{ $language }] hinzufügen
glossary-language-twice = der Begriff „{ $concept }“ hat die Sprache { $language } zweimal
    .hint = alle ihre Benennungen in eine Tabelle setzen
glossary-concept-twice = ein zweiter Begriff mit der Kennung „{ $concept }“; der erste ist bei { $place }
    .hint = einem der beiden eine andere Kennung geben
glossary-term-twice = die Benennung „{ $term }“ ({ $language }) ist auch Vorzugsbenennung des Begriffs „{ $other }“, bei { $place }
    .hint = sie aus einem der beiden Begriffe nehmen oder aus beiden einen machen
glossary-term-shared = die Benennung „{ $term }“ ({ $language }) steht auch im Begriff „{ $other }“, bei { $place }
    .hint = sie aus einem der beiden Begriffe nehmen
glossary-term-repeated = die Benennung „{ $term }“ steht in diesem Begriff zweimal, zuerst in Zeile { $line }
    .hint = eine der beiden entfernen
glossary-empty-term = eine leere Benennung unter { $key }
    .hint = die Benennung schreiben oder den Schlüssel entfernen
glossary-only-punctuation = die Benennung „{ $term }“ hat weder Buchstaben noch Ziffern
    .hint = die Benennung mit ihren Buchstaben schreiben
glossary-too-long = eine Benennung von { $letters } Buchstaben; die Grenze ist { $limit }
    .hint = eine Benennung sind ein paar Wörter; Erklärungen gehören in definition oder note
glossary-wrong-script = die Benennung „{ $term }“ ist nicht in Buchstaben der Sprache { $language }
    .hint = nach Buchstaben einer anderen Schrift suchen, die nur gleich aussehen
