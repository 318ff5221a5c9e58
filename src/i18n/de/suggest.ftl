### Kandidaten für das Glossar.

help-glossary-suggest = Namen und Wendungen der Originale, die keinen Eintrag haben, und wie sie bisher übersetzt wurden
    .paths = Originale, Übersetzungen oder Ordner; ohne Angabe alle Dokumente
    .language = Die Sprache der Übersetzungen; ohne Angabe die mit den meisten
    .limit = Wie viele gezeigt werden
    .format = Ausgabeformat

suggest-count =
    { $documents ->
        [one] { $count }×
       *[other] { $count }× in { $documents } Dokumenten
    }
suggest-unknown = → ?
suggest-unchanged = Bleiben, wie sie sind: { $terms }
suggest-total =
    { $total ->
        [0] Nichts vorzuschlagen für Übersetzungen: { $language }.
       *[other] { $shown } von { $total } Kandidaten, für Übersetzungen: { $language }. „tolmach review“ nimmt einen mit einer Taste ins Glossar auf.
    }
