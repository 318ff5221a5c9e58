### Beispiele der Hilfeseiten: ein Kommentar, dann der Befehl. Die Tests geben jeden Befehl dem Parser der Argumente.

example-tolmach =
    # ein neues Projekt
    tolmach init
    # was falsch ist und was sich geändert hat
    tolmach check
    # wie man einen Befehl verwendet
    tolmach help accept
example-help =
    # Hilfe zu einem Befehl einer Gruppe
    tolmach help glossary add
example-init =
    # in diesem Ordner
    tolmach init
    # in einem neuen Ordner
    tolmach init articles
example-add =
    # die deutsche Übersetzung eines Artikels beginnen
    tolmach add originals/bridge.md --language de
    # zuerst aus einem Word-Dokument das Original machen
    tolmach add --import bridge.docx --language en
example-update =
    # zeigen, was sich ändern würde
    tolmach update --dry-run
    # nur ein Dokument
    tolmach update originals/bridge.md
example-gaps =
    # was noch ins Deutsche zu übersetzen ist
    tolmach gaps --language de
    # als Text zum Einfügen, mit dem, was sich im Original geändert hat
    tolmach gaps --stale --prompt
example-fill =
    # was eine Maschine auf „tolmach gaps“ geantwortet hat
    tolmach fill answers.jsonl
    # was abgelehnt würde, auch wegen Warnungen
    tolmach fill answers.jsonl --fail-on warning --dry-run
example-mcp =
    # so startet es der Client eines Agenten
    tolmach mcp
example-check =
    # das ganze Projekt
    tolmach check
    # was dieser Zweig berührt hat; auch Warnungen lassen die Prüfung scheitern
    tolmach check --changed-since origin/main --fail-on warning
    # eine Zeile je Befund, für Editoren und grep
    tolmach check --format concise
    # Anmerkungen für GitHub und eine SARIF-Datei
    tolmach check --format github --format sarif=tolmach.sarif
    # die sicheren Korrekturen zeigen
    tolmach check --fix --dry-run
example-status =
    # wie weit jede Übersetzung ist
    tolmach status
    # für ein Skript
    tolmach status --language de --format json
example-align =
    # ein Dokument des Projekts, mit den Gründen
    tolmach align originals/bridge.md --reasons
    # zwei einzelne Dateien
    tolmach align --source bridge.ru.md --target bridge.en.md
    # viele Dokumentpaare, je Zeile ein JSON-Objekt
    tolmach align --batch < pairs.jsonl > units.jsonl
    # aus einem Teil lernen, dann das Gelernte verwenden
    tolmach align --batch --learn-only < part-1.jsonl > part-1.lexicon
    tolmach align --batch --lexicon part-1.lexicon < pairs.jsonl > units.jsonl
example-diff =
    # was sich seit der Annahme geändert hat
    tolmach diff originals/bridge.md
    # was sich seit einer Git-Revision geändert hat
    tolmach diff --since v1.2
example-accept =
    # ein Absatz, nach seiner Zeile
    tolmach accept translations/en/bridge.md:12
    # ganze Dokumente, nachdem sie gelesen sind
    tolmach accept --all translations/en/bridge.md
example-forget =
    # ein Absatz, nach seiner Zeile
    tolmach forget translations/en/bridge.md:12
example-pair =
    # die Zeilen 5 bis 7 des Originals sind Zeile 5 der Übersetzung
    tolmach pair originals/bridge.md:5-7 translations/en/bridge.md:5
example-unpair =
    # zurücknehmen, was zu einer Zeile festgelegt wurde
    tolmach unpair translations/en/bridge.md:5
example-resolve =
    # nach einem Merge, der Konfliktmarken hinterließ
    tolmach resolve translations/en/bridge.units.toml
    # als Merge-Treiber von Git, in .git/config
    tolmach resolve --driver %O %A %B
example-mv =
    # ein Original mit allen seinen Übersetzungen
    tolmach mv originals/bridge.md originals/2022/
example-waive =
    # eine Zahl, die mit Absicht abweicht
    tolmach waive number-mismatch translations/en/bridge.md:12 --reason "mit Absicht gerundet"
example-glossary =
    # alle Begriffe
    tolmach glossary list
    # jede Stelle einer Benennung mit ihrer Wiedergabe
    tolmach glossary find акимат
example-glossary-list =
    # für ein Skript
    tolmach glossary list --format json
example-glossary-add =
    # ein Begriff mit einer verbotenen Wiedergabe
    tolmach glossary add akimat --term ru=акимат --term en=akimat --deprecated en="city hall"
example-glossary-find =
    # jede Stelle einer Benennung
    tolmach glossary find акимат
    # in einer Sprache
    tolmach glossary find акимат --language en
example-glossary-forms =
    # die Formen zweier Benennungen
    tolmach glossary forms акимат оружие
    # eines Nachnamens
    tolmach glossary forms Жуков --inflect surname
example-glossary-suggest =
    # Namen und Wendungen ohne Eintrag
    tolmach glossary suggest --limit 50
example-glossary-export =
    # eine Tabelle für Excel
    tolmach glossary export terms.csv
    # eine Terminologiedatenbank für andere Werkzeuge
    tolmach glossary export terms.tbx
example-glossary-import =
    # eine Terminologiedatenbank eines anderen Werkzeugs
    tolmach glossary import terms.tbx
    # eine Tabelle, deren Name ihr Format nicht verrät
    tolmach glossary import terms.txt --from tsv --language en
example-lexicon =
    # was aus Teilen eines Korpus gelernt wurde
    tolmach lexicon merge part-1.lexicon part-2.lexicon --output whole.lexicon
    # nur die Wörter, für die Maschinen, die sie verwenden
    tolmach lexicon merge whole.lexicon --words-only --output words.lexicon
example-lexicon-merge =
    # was aus Teilen eines Korpus gelernt wurde
    tolmach lexicon merge part-1.lexicon part-2.lexicon --output whole.lexicon
    # nur die Wörter, für die Maschinen, die sie verwenden
    tolmach lexicon merge whole.lexicon --words-only --output words.lexicon
example-memory =
    # wie ein Absatz früher übersetzt wurde
    tolmach memory search "Мост открыли в 1904 году."
example-memory-search =
    # ähnliche Absätze
    tolmach memory search "Мост открыли в 1904 году." --minimum 70
    # jeder Absatz mit einer Benennung, in jeder Form
    tolmach memory search --term акимат
example-memory-export =
    # angenommene Absätze, für ein anderes Werkzeug
    tolmach memory export memory.tmx --language en
    # ein Dokument für das Programm eines Übersetzers
    tolmach memory export bridge.xliff originals/bridge.md --language en
example-memory-import =
    # ein Speicher eines anderen Werkzeugs
    tolmach memory import old.tmx
    # ein Dokument, das zurückkommt
    tolmach memory import bridge.xliff --language en
example-review =
    # alle Befunde, einer nach dem anderen
    tolmach review
    # nur Warnungen zum Glossar
    tolmach review --rule term-*
    # zeilenweise, für einen Screenreader
    tolmach review --plain
example-rules =
    # für ein Skript
    tolmach rules --format json
example-explain =
    # eine Regel
    tolmach explain stale-translation
    # alle Regeln zu Benennungen
    tolmach explain term-*
example-completions =
    # für bash, in dieser Sitzung
    source <(tolmach completions bash)
    # für fish, auf Dauer
    tolmach completions fish > ~/.config/fish/completions/tolmach.fish
    # für zsh, in einem Ordner von fpath
    tolmach completions zsh > ~/.zfunc/_tolmach
example-man =
    # wo man im Ordner des Benutzers sucht
    tolmach man ~/.local/share/man/man1
example-report =
    # Seiten des ganzen Projekts
    tolmach report pages
    # nur englische Übersetzungen
    tolmach report pages --language en
example-book =
    # Ausgaben eines Artikels für Leser
    tolmach book books originals/bridge.md
example-glossary-merge =
    # eine Glossardatei aufnehmen; wo sie abweicht, gilt das Eigene
    tolmach glossary merge terms.toml
example-glossary-edit =
    # den Eintrag eines Begriffs im Editor öffnen
    tolmach glossary edit akimat
example-glossary-remove =
    # einen Begriff entfernen
    tolmach glossary remove akimat
example-lsp =
    # was ein Editor startet
    tolmach lsp
