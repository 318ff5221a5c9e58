### Die Durchsicht in einem Browser.

web-open =
    Die Durchsicht ist unter { $address }
    In einem Browser auf diesem Rechner öffnen; gilt für einen Tab. Strg-C beendet sie.
web-title = Durchsicht
web-accept = Annehmen
web-fix = Korrigieren
web-waive = Ausnahme
web-edit = Bearbeiten
web-pair = Paaren
web-add = Glossar
web-undo = Zurücknehmen
web-reason = Warum ist das hier in Ordnung? Andere werden es lesen.
web-new-text = Der Text des Absatzes (Strg-Enter zum Speichern)
web-form = Die Form, die ins Glossar kommt
web-admitted = als eigene Benennung; sonst als Form der Vorzugsbenennung
web-yes = Speichern
web-no = Abbrechen
web-choose = Zuerst eine Einheit mit einem Befund wählen: n und p gehen von einer zur nächsten.
web-pairing = Auf beiden Seiten die Absätze anklicken, die zusammengehören; dann Enter oder noch einmal Paaren. Escape bricht ab.
web-ended = Die Durchsicht ist beendet. „tolmach review --web“ erneut starten.
web-used = Diese Adresse gilt einmal, für einen Tab. In jenem Tab weiterarbeiten oder „tolmach review --web“ erneut starten.
web-changed = Die Dateien haben sich geändert, seit diese Seite entstand; sie wird neu geladen. Nichts wurde getan.
web-no-document = Dieses Dokument gibt es nicht mehr.
web-no-finding = Diesen Befund gibt es nicht mehr.
web-refused = Abgelehnt: Dieser Server bedient nur, wer ihn gestartet hat.
web-needs-script = Die Durchsicht braucht Skripte; Seiten, die ohne sie zu lesen sind, schreibt „tolmach report“.
web-document =
    { $path } · { $count ->
        [one] { $count } Befund
       *[other] { $count } Befunde
    }

trouble-no-server = die Durchsicht kann auf der lokalen Adresse nicht angeboten werden: { $message }
    .hint = im Terminal durchsehen: tolmach review
