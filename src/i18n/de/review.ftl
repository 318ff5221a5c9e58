### Der Gang durch die Befunde.

help-review = Die Befunde durchgehen: korrigieren, bearbeiten, annehmen, Ausnahme machen, ins Glossar aufnehmen, zurücknehmen
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .rule = Nur diese Regeln; Muster wie term-* sind erlaubt
    .drafts = Nur Entwürfe, die niemand gelesen hat
    .language = Nur Übersetzungen in diese Sprachen
    .plain = Zeilenweise fragen und antworten, für Pipes und Screenreader
    .web = Die Durchsicht einem Browser auf diesem Rechner anbieten, unter einer Adresse nur für Sie

trouble-no-terminal = review braucht ein Terminal
    .hint = es in einem aufrufen, oder zeilenweise mit Fragen und Antworten: tolmach review --plain

review-position = { $at } von { $total }
review-by-document = nach Dokument
review-by-concept = nach Begriff
review-only = nur { $rule }
review-empty = Nichts ist mehr zu entscheiden.
review-nothing = (nichts auf dieser Seite)
review-more = … { $count } weitere Zeilen: Bild ab
review-and-more = … und { $count } weitere

review-key-fix = die Korrektur vornehmen
    .short = korrigieren
review-key-edit = in $EDITOR an der Zeile bearbeiten, sonst hier
    .short = bearbeiten
review-key-accept = die Einheit annehmen: Ihre beiden Texte gehören zusammen und sind richtig
    .short = annehmen
review-key-waive = Ausnahme: Dieser Befund ist hier in Ordnung; mit Begründung
    .short = Ausnahme
review-key-glossary = eine Form ins Glossar aufnehmen
    .short = Glossar
review-key-pair = andere Absätze paaren
    .short = paaren
review-key-skip = überspringen (auch Leertaste)
    .short = weiter
review-key-undo = das zuletzt Getane zurücknehmen (auch Strg-Z)
    .short = zurück
review-key-next = nächster Befund (auch ↓)
    .short = nächster
review-key-previous = voriger Befund (auch ↑)
    .short = voriger
review-key-next-unit = nächste Einheit
    .short = nächste Einheit
review-key-previous-unit = vorige Einheit
    .short = vorige Einheit
review-key-next-document = nächstes Dokument
    .short = nächstes Dokument
review-key-previous-document = voriges Dokument
    .short = voriges Dokument
review-key-next-concept = nächster Begriff oder nächste Regel
    .short = nächster Begriff
review-key-previous-concept = voriger Begriff oder vorige Regel
    .short = voriger Begriff
review-key-search = Regeln, Begriffe und Texte durchsuchen
    .short = suchen
review-key-again = nächster Treffer
    .short = nochmals
review-key-again-back = voriger Treffer
    .short = nochmals zurück
review-key-order = nach Begriff oder nach Dokument ordnen
    .short = ordnen
review-key-rule = nur diese Regel oder alle
    .short = nur diese Regel
review-key-terms = Kandidaten für das Glossar
    .short = Kandidaten
review-key-help = diese Hilfe
    .short = Hilfe
review-key-quit = beenden
    .short = beenden

review-keys-help = beliebige Taste  zurück
review-keys-line = Enter  ausführen   Esc  lassen
review-keys-form = Enter  aufnehmen   Tab  zugelassen oder Form   Esc  lassen
review-keys-reason = Enter  Ausnahme   ↓↑  frühere Begründungen   Tab  nur dies oder alle solchen   Esc  lassen
review-keys-sure = Enter  ausführen   Tab  nur dies oder alle solchen   Esc  lassen
review-keys-terms = Enter  ins Glossar aufnehmen   ↓↑  wählen   u  zurücknehmen   Esc  zurück

review-help = Alles wird sofort geschrieben und lässt sich mit u zurücknehmen. Auch die Buchstaben einer russischen Tastatur gelten. Bild auf und Bild ab blättern.

review-ask-search = Suchen:
review-ask-rewrite = Der Absatz der Übersetzung (↵ ist ein Zeilenumbruch):
review-ask-pair = Zeilen des Originals = Zeilen der Übersetzung:
    .example = zum Beispiel 12, 14 = 9 oder 12-15 = 9; ein Strich für eine leere Seite
review-ask-form = Aufzunehmende Form:
review-as-admitted = als Benennung, die ebenfalls verwendet werden darf
review-as-form = als weitere Form der Vorzugsbenennung
review-ask-reason = Begründung:
review-ask-fix = Das vornehmen?
review-ask-accept = Als richtig annehmen?
review-scope-one = Nur dies. Tab: alle { $count } solchen
review-scope-all = Alle { $count } solchen. Tab: nur dies

review-note-no-further = Es gibt keinen weiteren.
review-note-not-found = Nicht gefunden.
review-note-no-fix = Hier gibt es keine Korrektur vorzunehmen.
review-note-no-unit = Das betrifft das ganze Dokument; Regeln schaltet man in tolmach.toml aus.
review-note-no-concept = Zu diesem Befund gehört kein Begriff des Glossars.
review-note-no-such-lines = Diese Zeilen nennen nicht in beiden Dokumenten Absätze.
review-note-no-reason = Eine Begründung ist nötig: Andere werden sie lesen.
review-note-no-form = Eine Form ist nötig.
review-note-no-change = Nichts hat sich geändert.
review-note-no-terms = Es gibt keine Kandidaten.
review-no-editor = Der Editor hat seine Arbeit nicht getan: { $error }
review-note-nothing-done = Noch ist nichts getan, was sich zurücknehmen ließe.
review-fixed =
    { $count ->
        [one] korrigiert
       *[other] { $count } Stellen korrigiert
    }
review-accepted-units =
    { $count ->
        [one] die Einheit angenommen
       *[other] { $count } Einheiten angenommen
    }
review-waived =
    { $count ->
        [one] Ausnahme gemacht
       *[other] Ausnahme für { $count } Befunde gemacht
    }
review-paired =
    { $count ->
        [one] gepaart
       *[other] { $count } Einheiten gepaart
    }
review-added =
    { $count ->
        [one] ins Glossar aufgenommen
       *[other] { $count } Benennungen ins Glossar aufgenommen
    }
review-edited = { $path } bearbeitet
review-undone = zurückgenommen: { $what }
review-reread = auf der Platte geändert und neu gelesen: { $paths }

review-confidence = Sicherheit { $share }
review-accepted = angenommen
review-changed = seit der Annahme geändert
review-not-accepted = nicht angenommen
review-by-hand = von Hand gepaart
review-source-was = Das Original seit der Annahme:
review-target-was = Die Übersetzung seit der Annahme:
review-original = Original { $place }:
review-translation = Übersetzung { $place }:

review-plain-hello =
    { $count ->
        [0] Nichts zu entscheiden.
        [one] { $count } Befund. Mit einem Buchstaben antworten; ? für Hilfe, q zum Beenden.
       *[other] { $count } Befunde. Mit einem Buchstaben antworten; ? für Hilfe, q zum Beenden.
    }
review-plain-bye =
    { $count ->
        [0] Nichts wurde geändert.
        [one] { $count } Sache wurde getan.
       *[other] { $count } Sachen wurden getan.
    }
review-plain-sure = y ja, n nein:
review-plain-sure-all = y dies, all alle { $count } solchen, n nein:
review-plain-form = 1 als Benennung, die ebenfalls verwendet werden darf, 2 als weitere Form der Vorzugsbenennung, n nein:
review-note-unknown-key = Diese Taste gibt es nicht; ? für Hilfe.
review-plain-help = Nach w eine Begründung, nach g eine Form, nach p Zeilen und nach / ein Text können in derselben Zeile folgen.
review-note-not-added = Das Glossar hat es schon.
review-note-one-side = Eine Seite dieser Einheit fehlt: Noch gibt es nichts anzunehmen.
review-note-other-paragraphs = Dieser Text wäre nicht mehr ein Absatz derselben Art: Leerzeilen und Zeichen für Überschriften oder Listen weglassen.
review-terms-head = Kandidaten für das Glossar
review-plain-terms = Nummer dessen, was aufzunehmen ist, n nichts:
