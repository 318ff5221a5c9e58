### Was sich geändert hat und was ein Mensch darüber entscheidet.

help-diff = Wort für Wort zeigen, was sich seit der Annahme auf beiden Seiten geändert hat, und den Absatz, der folgen muss
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .since = Mit den Dateien einer Git-Revision vergleichen statt mit dem Angenommenen
    .format = Ausgabeformat
    .language = Nur Übersetzungen in diese Sprachen
help-accept = Einheiten als richtig festhalten, so wie beide Texte jetzt sind
    .paths = Dokumente, Ordner oder Zeilen eines Dokuments: PFAD, PFAD:ZEILE, PFAD:ZEILE-ZEILE
    .all = Jede Einheit der Dokumente oder, ohne Pfad, des Projekts
    .dry-run = Zeigen, was festgehalten würde, und nichts schreiben
    .aligned = Jede Einheit, die niemand angenommen hat und deren Zuordnung mindestens so sicher ist, 0 bis 1
    .language = Nur Übersetzungen in diese Sprachen
    .after =
        Eine Einheit ohne Entsprechung oder nur mit einer markierten Lücke wird nicht angenommen.
help-forget = Die Annahme zurücknehmen
    .paths = Dokumente, Ordner oder Zeilen eines Dokuments: PFAD, PFAD:ZEILE, PFAD:ZEILE-ZEILE
    .all = Alles, was von den Dokumenten oder, ohne Pfad, vom Projekt angenommen war
    .dry-run = Zeigen, was vergessen würde, und nichts schreiben
    .language = Nur Übersetzungen in diese Sprachen
help-pair = Festlegen, welche Absätze einander entsprechen; gilt, bis ihre Texte verschwinden
    .original = Zeilen des Originals
    .translation = Zeilen der Übersetzung
help-unpair = Zurücknehmen, was „tolmach pair“ festgelegt hat
    .path = Zeilen des Originals oder der Übersetzung
    .language = Nur Übersetzungen in diese Sprachen
help-resolve = Die beiden Seiten einer Einheitendatei mit Konfliktmarken Einheit für Einheit zusammenführen
    .paths = Einheitendateien oder die Übersetzungen, zu denen sie gehören
    .driver = Drei Dateien zusammenführen und die zweite schreiben, als Merge-Treiber von Git
    .after =
        Damit Git es selbst tut:
          git config merge.tolmach.driver "tolmach resolve --driver %O %A %B"
          echo "*.units.toml merge=tolmach" >> .gitattributes
help-mv = Ein Original mit seinen Übersetzungen und dem davon Angenommenen umbenennen
    .old = Das Original
    .new = Sein neuer Pfad oder ein Ordner, der mit / endet

diff-stale = Das Original hat sich geändert; die Übersetzung muss folgen
diff-edited = Die Übersetzung hat sich geändert
diff-both = Beide haben sich geändert
diff-gone = Verschwunden
diff-new = Neu
diff-removed = entfernt
diff-none = keine Entsprechung
diff-sum =
    { $units ->
        [0] Nichts hat sich geändert.
        [one] 1 Einheit hat sich geändert.
       *[other] { $units } Einheiten haben sich geändert.
    }
diff-nothing-accepted = Noch ist nichts angenommen, also gibt es nichts zu vergleichen: „tolmach accept“ hält fest, was richtig ist.

accept-done = { $path }: festgehalten { $new }{ $already ->
        [0] {""}
       *[other] , wie zuvor { $already }
    }{ $alone ->
        [0] {""}
       *[other] , ohne Entsprechung ausgelassen { $alone }
    }{ $gaps ->
        [0] {""}
       *[other] , als markierte Lücken ausgelassen { $gaps }
    }{ $unsure ->
        [0] {""}
       *[other] , als unsicher oder geändert ausgelassen { $unsure }
    }
accept-left-alone = { $place }: ausgelassen, hat keine Entsprechung
accept-left-gap = { $place }: ausgelassen, eine markierte Lücke ist noch zu füllen
accept-left-marked = { $place }: ausgelassen, daneben steht ein Kommentar von „tolmach update“; die Zeile nennen, um anzunehmen und den Kommentar zu entfernen
accept-left-unsure = { $place }: ausgelassen, nicht sicher genug oder seither geändert
accept-cleared = { $path }: { $count ->
        [one] { $count } Kommentar entfernt
       *[other] { $count } Kommentare entfernt
    }
accept-carried = { $path }: { $count ->
        [one] { $count } Einheit war in einem anderen Dokument angenommen und kam mit ihren Texten hierher
       *[other] { $count } Einheiten waren in einem anderen Dokument angenommen und kamen mit ihren Texten hierher
    }
accept-drafts = { $path }: { $count ->
        [one] { $count } davon war ein Entwurf, in dem niemand ein Wort geändert hatte
       *[other] { $count } davon waren Entwürfe, in denen niemand ein Wort geändert hatte
    }
accept-marked = { $path }: neben einem Kommentar von „tolmach update“ ausgelassen { $count }
accept-would = { $path }: würde festhalten { $new }{ $already ->
        [0] {""}
       *[other] , wie zuvor { $already }
    }{ $alone ->
        [0] {""}
       *[other] , ohne Entsprechung ausgelassen { $alone }
    }{ $gaps ->
        [0] {""}
       *[other] , als markierte Lücken ausgelassen { $gaps }
    }{ $unsure ->
        [0] {""}
       *[other] , als unsicher oder geändert ausgelassen { $unsure }
    }
forget-done =
    { $path }: { $count ->
        [0] nichts zu vergessen
        [one] 1 Einheit vergessen
       *[other] { $count } Einheiten vergessen
    }
forget-would =
    { $path }: { $count ->
        [0] nichts zu vergessen
        [one] 1 Einheit würde vergessen
       *[other] { $count } Einheiten würden vergessen
    }
pair-done =
    gepaart: { $place }{ $forgotten ->
        [0] {""}
        [one] {" "}(1 angenommene Einheit vergessen)
       *[other] {" "}({ $forgotten } angenommene Einheiten vergessen)
    }
unpair-done = nicht mehr gepaart: { $place }
resolve-done =
    { $path }: aus { $ours } und { $theirs } Einheiten wurden { $units }{ $dropped ->
        [0] {""}
        [one] {" "}(1 verworfen, die Texte sind darüber hinweggegangen)
       *[other] {" "}({ $dropped } verworfen, die Texte sind darüber hinweggegangen)
    }
resolve-nothing = { $path }: kein Konflikt
resolve-documents = Die Dokumente enthalten selbst Konfliktmarken, daher blieben beide Fassungen einer Einheit erhalten. { $path } und das Original dazu korrigieren, dann „tolmach check“ aufrufen.
mv-done = { $from } → { $to }

trouble-accept-what = nichts genannt, was angenommen werden soll
    .hint = Dokumente oder Zeilen nennen (originals/a.md:7), oder --all für alles, oder --aligned 0.95 für alles sicher Zugeordnete
trouble-accept-alone = dieser Absatz hat keine Entsprechung, also gibt es keine Einheit anzunehmen
    .hint = ihn übersetzen oder mit „tolmach pair ORIGINAL:ZEILE ÜBERSETZUNG:ZEILE“ paaren
trouble-accept-unrecorded = von diesem Dokument ist noch kein Codeblock festgehalten, und auch dieser weicht vom Original ab
    .hint = die Zeilen aller abweichenden Blöcke nennen oder das ganze Dokument annehmen
trouble-accept-gap = die Übersetzung ist nur eine markierte Lücke
    .hint = die Übersetzung an die Stelle der Lücke schreiben
trouble-conflict-document = ein ungelöster Merge-Konflikt
    .hint = zuerst den Konflikt im Dokument lösen
trouble-forget-what = nichts genannt, was vergessen werden soll
    .hint = Dokumente oder Zeilen nennen (originals/a.md:7) oder --all für alles
trouble-no-paragraph = hier ist kein Absatz
    .hint = Zeilen zählen in der Datei ab 1
trouble-no-line = keine Zeile genannt
    .hint = PFAD:ZEILE oder PFAD:ZEILE-ZEILE schreiben
trouble-no-pair = keine Übersetzung von { $original }
    .hint = ein Original und seine eigene Übersetzung nennen
trouble-unpair-none = hier ist nichts von Hand gepaart
    .hint = „tolmach align“ zeigt, was gepaart ist
trouble-not-units = keine Einheitendatei dieses Projekts
    .hint = Einheitendateien liegen neben den Übersetzungen und enden auf .units.toml
trouble-half-conflict = eine Konfliktmarke ohne ihre andere Hälfte
    .hint = die fehlende Marke wieder einsetzen, oder „git checkout --merge“ auf die Datei anwenden und es erneut versuchen
trouble-side = eine Seite des Konflikts ist keine Einheitendatei: { $toml }
    .hint = die Einträge zwischen den Marken korrigieren
trouble-not-an-original = kein Original
    .hint = das Original nennen; seine Übersetzungen ziehen mit
trouble-no-git = git ist nicht da
    .hint = git installieren, oder --since weglassen, um mit dem Angenommenen zu vergleichen
trouble-no-repository = das Projekt liegt in keinem Git-Repository, oder Git vertraut ihm nicht
    .hint = --since weglassen, um mit dem Angenommenen zu vergleichen
trouble-no-revision = diese Revision gibt es nicht
    .hint = einen Commit, einen Zweig oder ein Tag nennen; einem flachen Klon fehlen ältere

explain-cosmetic = Was nur anders aussieht, zählt nicht:
cosmetic-wrapping = Zeilenumbrüche in einem Absatz
cosmetic-spaces = die Zahl der Leerzeichen
cosmetic-no-break-spaces = geschützte, schmale und andere Arten von Leerzeichen
cosmetic-spaces-by-marks = Leerzeichen neben Satzzeichen, Anführungszeichen und Strichen
cosmetic-quotes = die Art der Anführungszeichen und Apostrophe
cosmetic-dashes = die Art der Striche
cosmetic-ellipsis = ein Zeichen oder drei Punkte als Auslassungspunkte
cosmetic-yo = der Buchstabe ё, als е geschrieben
cosmetic-emphasis = Hervorhebung: fett, kursiv, und wo sie beginnt
cosmetic-list-markers = das Zeichen eines Listenpunkts
cosmetic-link-syntax = wie ein Link geschrieben ist, bei gleichem Text und Ziel
cosmetic-normalisation = Buchstaben mit Akzent in einem Stück oder in zweien
cosmetic-invisible = weiche Trennstriche und andere unsichtbare Zeichen
cosmetic-escapes = umgekehrte Schrägstriche und Entitäten für dasselbe Zeichen
diff-unrecorded =
    { $documents ->
        [one] In { $documents } Dokument waren Code, Einbindungen oder Linkdefinitionen
       *[other] In { $documents } Dokumenten waren Code, Einbindungen oder Linkdefinitionen
    } bei der Annahme nicht festgehalten: Ob sie sich geändert haben, ist nicht bekannt. „tolmach accept --all“ hält sie fest.
