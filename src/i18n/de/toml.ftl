### Was der Leser von TOML sagt.

toml-quoted = der TOML-Leser meldet: „{ $said }“
toml-missing = der Schlüssel „{ $key }“ fehlt
toml-unknown-field = unbekannter Schlüssel „{ $key }“
toml-variant = „{ $value }“ ist kein gültiger Wert; gültig sind: { $allowed }
toml-type =
    { $wanted ->
        [text] hier muss ein Text in Anführungszeichen stehen
        [integer] hier muss eine ganze Zahl stehen
        [number] hier muss eine Zahl stehen
        [boolean] hier muss true oder false ohne Anführungszeichen stehen
        [list] hier muss eine Liste in [ ] stehen
        [severity] hier muss error, warning, info, off oder eine Tabelle stehen
       *[table] hier muss eine Tabelle stehen
    }, nicht { $found ->
        [text] ein Text
        [integer] eine ganze Zahl
        [number] eine Zahl mit Komma
        [boolean] true oder false
        [list] eine Liste
        [table] eine Tabelle
       *[date] ein Datum
    }
toml-fault =
    { $what ->
        [key] ein Schlüssel fehlt oder ist falsch geschrieben: Eine Zeile lautet Schlüssel = Wert
        [bare-key] ein Schlüssel mit solchen Zeichen muss in Anführungszeichen stehen
        [long-key] ein Schlüssel muss in einer Zeile stehen
        [header] der Name der Tabelle in Klammern fehlt oder ist falsch geschrieben
        [table-header] der Name der Tabelle ist nicht geschlossen: Es fehlt ]
        [array-header] der Name der Tabelle ist nicht geschlossen: Es fehlt ]]
        [array] die Liste ist nicht geschlossen: Es fehlt ]
        [inline] die Tabelle ist nicht geschlossen: Es fehlt {"}"}
        [no-value] der Schlüssel hat keinen Wert: Eine Zeile lautet Schlüssel = Wert
        [equals] ein „=“ zu viel
        [comma] ein Komma zu viel
        [no-comma] zwischen zwei Werten fehlt ein Komma
        [inline-key] zwischen {"{"} und {"}"} müssen Paare Schlüssel = Wert stehen
        [unopened] eine schließende Klammer ohne öffnende
        [after] hier darf nichts folgen: Jedes Paar Schlüssel = Wert hat seine eigene Zeile
        [comment] hier darf nur noch ein Kommentar mit # folgen
        [character] ein Zeichen, das in einem Kommentar nicht stehen darf
        [return] ein Wagenrücklauf ohne Zeilenvorschub: Zeilen müssen wie in Unix oder in Windows enden
        [unquoted] ein Text muss in Anführungszeichen stehen
        [text] der Text in Anführungszeichen ist nicht geschlossen oder enthält ein verbotenes Zeichen
        [long-text] der mehrzeilige Text ist nicht geschlossen: Es fehlen drei Anführungszeichen
        [escape] ungültige Schreibung nach „\“; ein umgekehrter Schrägstrich selbst lautet „\\“
        [unknown] kein Wert: Text gehört in Anführungszeichen, true und false stehen ohne
        [date] kein gültiges Datum, keine gültige Uhrzeit
        [number] die Zahl ist falsch geschrieben
        [large] die Zahl ist zu groß
        [not-a-table] der Schlüssel hat schon einen Wert und kann keine weiteren Schlüssel enthalten
        [deep] zu tief verschachtelt
       *[twice] der Schlüssel oder die Tabelle steht zweimal da
    }
