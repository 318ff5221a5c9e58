### Was jede Regel zu einer Stelle sagt, und ihre Seite von `tolmach explain`.

## Zuordnung und Änderung

rule-missing-translation = dieser Absatz hat keine Übersetzung
    .title = Ein Absatz des Originals hat keine Übersetzung
    .what = Meldet, wo ein Absatz des Originals in der Übersetzung keine Entsprechung hat oder nur eine markierte Lücke. Was der Autor noch nicht geschrieben hat (TBD, TODO), ist eine Stufe leiser.
    .why = Leser der Übersetzung erfahren nie, dass etwas fehlt.
    .configure = missing-translation = "error" unter [rules] in tolmach.toml. Fehlt der Absatz mit Absicht, den Kommentar "tolmach: allow missing-translation: Begründung" darüber setzen.

rule-extra-translation = dieser Absatz hat im Original keine Entsprechung
    .title = Ein Absatz der Übersetzung hat kein Original
    .what = Meldet, wo ein Absatz der Übersetzung im Original keine Entsprechung hat. Eine Anmerkung des Übersetzers in eckigen Klammern zählt nicht. Ist die Zuordnung weniger als halb sicher, ist der Befund ein Hinweis.
    .why = Entweder hat das Original einen Absatz verloren und die Übersetzung ist nicht gefolgt, oder es kam etwas hinzu, was der Autor nie gesagt hat.
    .configure = extra-translation = "warning" unter [rules] in tolmach.toml.

rule-hidden-translation = eine Übersetzung, in den Kommentar ihrer Lücke getippt, wird nicht veröffentlicht: { $text }
    .title = Eine Übersetzung, die kein Leser sieht
    .what = Meldet, wo der Kommentar einer markierten Lücke einen Text enthält, der nicht der des Originals ist: Jemand hat die Übersetzung darüber oder dahinter getippt.
    .why = Ein Kommentar wird nicht dargestellt; den Lesern fehlt also der Absatz, obwohl er übersetzt ist.
    .configure = hidden-translation = "error" unter [rules] in tolmach.toml. „tolmach update“ setzt den Text an die Stelle seines Kommentars.

rule-omitted-sentence = die Übersetzung lässt den Satz „{ $sentence }“ aus
    .title = Ein Satz des Originals fehlt in der Übersetzung
    .what = Meldet, wo ein Absatz übersetzt ist und einer seiner Sätze nicht. Zusammengezogene oder geteilte Sätze werden übergangen, ebenso kurze Ausrufe, Erläuterungen in Klammern, Verfasserzeilen und Absätze mit unsicherer Zuordnung. Ein Satz, der mit weniger als 95 % Sicherheit fehlt, ist ein Hinweis, da Übersetzer von Dokumentation Sätze zusammenziehen. In fünf echten Repositorys waren alle 7 Warnungen richtig und 8 von 17 Hinweisen.
    .why = Das ist der Fehler, den niemand sieht: Der Absatz ist da, und ein Teil dessen, was der Autor schrieb, ist es nicht.
    .configure = omitted-sentence = "warning" unter [rules] in tolmach.toml. Fehlt der Satz mit Absicht, den Kommentar "tolmach: allow omitted-sentence: Begründung" über den Absatz setzen.

rule-added-sentence = der Satz „{ $sentence }“ hat im Original keine Entsprechung
    .title = Ein Satz der Übersetzung steht nicht im Original
    .what = Meldet, wo ein Satz in einem übersetzten Absatz im Original dieses Absatzes keine Entsprechung hat. Anmerkungen in Klammern und Verfasserzeilen werden übergangen. Ein Satz, der mit weniger als 99 % Sicherheit hinzukam oder die einzige Entsprechung eines Wortes enthält, ist ein Hinweis, da Übersetzer von Dokumentation Sätze teilen. In fünf echten Repositorys waren alle 7 Warnungen richtig und 5 von 15 Hinweisen.
    .why = Entweder hat das Original einen Satz verloren und die Übersetzung ist nicht gefolgt, oder es kam etwas hinzu, was der Autor nicht geschrieben hat.
    .configure = added-sentence = "warning" unter [rules] in tolmach.toml.

rule-stale-translation =
    { $since ->
        [revision] das Original hat sich seit der verglichenen Revision geändert, die Übersetzung, die niemand angenommen hat, nicht: { $change }
       *[other]
            { $edited ->
                [yes] beide Texte haben sich geändert, seit die Einheit angenommen wurde; im Original: { $change }
               *[other] das Original hat sich geändert, seit die Einheit angenommen wurde: { $change }
            }
    }
    .title = Das Original hat sich geändert, und die Übersetzung ist nicht gefolgt
    .what =
        Meldet, wo der Wortlaut des Originals von dem abweicht, der mit dieser Übersetzung angenommen wurde. Mit „check --changed-since“ auch, wo niemand die Übersetzung angenommen hat und sich das Original seit jener Revision geändert hat, die Übersetzung aber nicht.
    .why = Wer die Übersetzung liest, liest, was der Autor nicht mehr sagt.
    .configure = stale-translation = "error" unter [rules] in tolmach.toml. Wo die Übersetzung weiterhin stimmt, die Einheit erneut annehmen.

rule-edited-translation = die Übersetzung hat sich geändert, seit die Einheit angenommen wurde: { $change }
    .title = Die Übersetzung hat sich seit der Annahme geändert
    .what = Meldet, wo der Wortlaut der Übersetzung vom angenommenen abweicht, während das Original blieb, wie es war.
    .why = Jemand hat diesen Text gelesen und angenommen, und niemand hat gelesen, was aus ihm wurde.
    .configure = edited-translation = "warning" unter [rules] in tolmach.toml.

rule-removed-paragraph =
    { $side ->
        [source] der Absatz des Originals, mit dem dieser angenommen wurde, ist verschwunden: { $text }
       *[target] der Absatz der Übersetzung, mit dem dieser angenommen wurde, ist verschwunden: { $text }
    }
    .title = Eine Seite einer angenommenen Einheit ist verschwunden
    .what = Meldet, wo eine Einheit angenommen war und ihr Absatz aus dem Original oder aus der Übersetzung verschwunden ist, während die andere Seite noch da ist.
    .why = Entweder sagt die Übersetzung, was der Autor zurückgenommen hat, oder den Lesern fehlt, was schon übersetzt war.
    .configure = removed-paragraph = "error" unter [rules] in tolmach.toml. Auch die andere Seite entfernen, oder die Einheit mit „tolmach forget“ vergessen, wenn sie allein bleiben darf.

rule-cosmetic-change = seit der Annahme der Einheit hat sich nur das Aussehen des Textes geändert
    .title = Nur das Aussehen eines angenommenen Textes hat sich geändert
    .what = Meldet, wo sich Zeilenumbrüche, Leerzeichen, Auszeichnung oder typografische Zeichen geändert haben und kein Wort.
    .why = In der Vorgabe aus: Solche Änderungen brauchen keinen Übersetzer. Vor einer Veröffentlichung einschalten, um sie zu sehen.
    .configure = cosmetic-change = "info" unter [rules] in tolmach.toml.

rule-leftover-marker =
    { $marker ->
        [translate] der Kommentar einer Lücke steht noch neben ihrer angenommenen Übersetzung
        [removed] eine beiseitegelegte Übersetzung steht noch als Kommentar neben einer angenommenen
       *[changed] der Kommentar, der sagt, was sich geändert hat, steht noch neben einer angenommenen Übersetzung
    }
    .title = Ein Kommentar für den Übersetzer in einem angenommenen Text
    .what = Meldet, wo ein Kommentar von „tolmach add“ oder „tolmach update“ (translate, changed, removed) neben einer Einheit steht, die so angenommen ist, wie sie ist.
    .why = Der Kommentar wird mit dem Text veröffentlicht und sagt, dass noch etwas zu tun sei, wo jemand gesagt hat, dass alles richtig ist.
    .configure = leftover-marker = "error" unter [rules] in tolmach.toml. „tolmach accept PFAD:ZEILE“ nimmt die Einheit an und entfernt den Kommentar.

rule-unaccepted = niemand hat diese Einheit bisher angenommen
    .title = Eine Einheit, die niemand angenommen hat
    .what = Meldet jede zugeordnete Einheit, die kein Mensch angenommen hat.
    .why = In der Vorgabe aus, da in einem neuen Projekt noch nichts angenommen ist. Einschalten, sobald jede Einheit von einem Zweiten gelesen sein muss.
    .configure = unaccepted = "warning" unter [rules] in tolmach.toml.

rule-unread-draft =
    { $original ->
        [changed] niemand hat diesen Entwurf von { $by } gelesen, und das Original hat sich seither geändert
       *[same] niemand hat diesen Entwurf von { $by } gelesen
    }
    .title = Ein Entwurf, den niemand gelesen hat
    .what = Meldet jede Übersetzung, die eine Maschine, ein Speicher oder ein Import gemacht hat und die noch genau diesen Text hat. Wer sie ändert oder annimmt, hat sie gelesen.
    .why = Ein Entwurf liest sich gut, bevor er richtig ist. Als Fehler einstellen, wo nichts Ungelesenes veröffentlicht werden darf.
    .configure = unread-draft = "error" unter [rules] in tolmach.toml. „tolmach review --drafts“ geht sie durch; „tolmach accept“ nimmt einen, wie er ist.

rule-untranslated =
    { $attribute ->
        [none] dieser Absatz ist noch in der Sprache des Originals
       *[other] der Text von „{ $attribute }“ ist noch in der Sprache des Originals: { $text }
    }
    .title = Ein Absatz, der in der Sprache des Originals blieb
    .what = Meldet, wo ein Absatz der Übersetzung Wort für Wort das Original ist oder die meisten seiner Wörter in der Schrift des Originals sind. Namen, Zahlen, einzelne Wörter, Optionen, Aufrufe und Adressen zählen nicht; ein Titel im Vorspann zählt ab drei Wörtern. Auch der Alternativtext und der Titel eines Bildes zählen, ebenso als Attribute in HTML.
    .why = Ein Absatz, der zum späteren Übersetzen kopiert wurde, sieht fertig aus.
    .configure = untranslated = "warning" unter [rules] in tolmach.toml.

rule-not-a-translation =
    { $kind ->
        [chatter] die Bemerkung einer Maschine in der Übersetzung: „{ $text }“
        [refusal] die Weigerung einer Maschine statt einer Übersetzung: „{ $text }“
        [left-out] die Übersetzung sagt selbst, dass ein Teil weggelassen ist: „{ $text }“
        [repeated] die Übersetzung wiederholt, was das Original einmal sagt: „{ $text }“
        [summary] das ist eine Zusammenfassung, keine Übersetzung: „{ $text }“
       *[echo] das Original steht neben seiner Übersetzung: „{ $text }“
    }
    .title = Ein Text anstelle einer Übersetzung, der keine ist
    .what = Meldet, wo die Übersetzung eine Bemerkung einer Maschine enthält ("Sure, here is the translation", "As an AI language model", "[rest omitted]"), einen Satz, einen Absatz oder ein paar Wörter immer wieder sagt, bei vier und mehr Sätzen ein Drittel der üblichen Länge hat oder das Original neben seiner Übersetzung enthält. Was auch das Original sagt oder wiederholt, wird übergangen. Die Bemerkungen sind nach Sprachen in src/rules/remarks aufgeführt.
    .why = Wer nur das Original noch einmal liest, sähe es nie, und jeder Leser der Übersetzung sieht es.
    .configure = not-a-translation = "error" unter [rules] in tolmach.toml.

## Glossar

rule-term-missing = „{ $term }“: Die Übersetzung hat keines von: { $looked-for }
    .title = Eine Benennung des Glossars fehlt in der Übersetzung
    .what = Meldet, wo das Original eine Benennung des Glossars in irgendeiner ihrer Formen hat und die Übersetzung keine der Benennungen, die das Glossar dafür erlaubt, und auch kein Wort ihrer Wurzeln. Jede Einheit zählt als Ganzes: Was im Original zweimal vorkommt, darf in der Übersetzung einmal vorkommen.
    .why = Leser, denen eine Sache unter mehreren Namen begegnet, halten sie für mehrere Sachen.
    .configure = Ist die Wiedergabe richtig, sie im Glossar unter „admitted“ hinzufügen. term-missing = "warning" unter [rules] in tolmach.toml.

rule-term-deprecated = „{ $term }“ ist nicht zu verwenden; das Glossar hat „{ $preferred }“
    .title = Eine Benennung, die das Glossar verworfen hat
    .what = Meldet, wo einer der Texte eine Benennung hat, die das Glossar deprecated nennt. In der Übersetzung zählt sie, wo das Original in dieser Einheit von dem Begriff spricht und keine erlaubte Benennung ihn wiedergibt; sie zählt nicht, wo das Wort eine erlaubte Benennung eines anderen Begriffs der Einheit ist, wo das Original ihren wörtlichen Zwilling hat und im Inneren eines Wortes mit Bindestrich.
    .why = Verworfen sind Benennungen, die schon einmal in die Irre geführt haben.
    .configure = Ist die Benennung doch richtig, sie im Glossar nach „admitted“ verschieben. term-deprecated = "warning" unter [rules] in tolmach.toml.

rule-term-case = „{ $term }“ sollte „{ $preferred }“ geschrieben werden
    .title = Eine Benennung mit Großbuchstaben, wo sie keine hat, oder umgekehrt
    .what = Meldet, wo eine Benennung, deren Eintrag case = "exact" oder case = "initial" sagt, anders geschrieben ist. Ein Großbuchstabe am Satzanfang, in einer Überschrift oder Schlagzeile, in einem mehrteiligen Namen oder in einer Zeile ganz aus Großbuchstaben zählt nicht.
    .why = „Akimat“ mitten im englischen Satz liest sich wie ein Ortsname.
    .configure = case = "any" im Glossareintrag erlaubt beides. term-case = "warning" unter [rules] in tolmach.toml.

rule-name-inconsistent = „{ $name }“ heißt hier „{ $spelling }“ und sonst „{ $usual }“
    .title = Ein Name in mehreren Schreibungen
    .what = Meldet, wo ein Name des Originals, den kein Glossareintrag erfasst, in den Übersetzungen des Projekts verschieden geschrieben ist. Gezeigt werden die Stellen der selteneren Schreibung.
    .why = Wer nach einer Schreibung sucht, findet die übrigen nicht.
    .configure = Den Namen ins Glossar aufnehmen, um ihn festzulegen. name-inconsistent = "warning" unter [rules] in tolmach.toml.

rule-unused-waiver =
    { $known ->
        [no] eine Ausnahme nennt „{ $rule }“, und das ist keine Regel (Begründung: { $reason })
       *[yes] diese Ausnahme von { $rule } wird nicht mehr gebraucht (Begründung: { $reason })
    }
    .title = Eine Ausnahme, die auf nichts mehr zutrifft
    .what = Meldet eine Ausnahme in der Einheitendatei, deren Befund verschwunden ist oder deren Texte sich geändert haben.
    .why = Eine Ausnahme, die liegen bleibt, verdeckt vielleicht eines Tages einen Fehler, den niemand angesehen hat.
    .configure = unused-waiver = "info" unter [rules] in tolmach.toml.

rule-unused-concept = kein Dokument hat eine Benennung von „{ $concept }“
    .title = Ein Begriff, den kein Dokument verwendet
    .what = Meldet einen Begriff des Glossars, dessen Benennungen nirgends gefunden werden.
    .why = In der Vorgabe aus: Ein Glossar darf größer sein als seine Texte. Einschalten, um falsch geschriebene Einträge zu finden.
    .configure = unused-concept = "info" unter [rules] in tolmach.toml.

## Qualität

rule-number-mismatch =
    { $side ->
        [both] das Original hat { $number }, die Übersetzung hat { $found }
        [target] die Zahl { $number } steht nicht im Original
       *[source] die Zahl { $number } steht nicht in der Übersetzung
    }
    .title = Eine Zahl weicht zwischen den beiden Texten ab
    .what = Meldet, wo eine Zahl des einen Textes im anderen keine Entsprechung hat, wie auch immer jede Sprache sie schreibt: 1 500,5 und 1,500.5; 5 млн und five million; 11 января und January 11; XIX век und the 19th century; 15:00 und 3 p.m. Telefonnummern und Kennziffern bleiben außer Betracht. Eine Zahl in Worten ab drei und eine römische Zahl eines Herrschers oder eines Bandes wird nur vermisst, wo der andere Text eine andere Zahl ohne Entsprechung hat: fourteen und Fifteen, Людовик XIV und Louis XV; ein kleineres Wort (ein, halb) nie.
    .why = Einer falschen Jahreszahl oder Summe wird geglaubt, und beim zweiten Lesen fällt sie kaum auf.
    .configure = number-mismatch = "warning" unter [rules] in tolmach.toml. Für eine mit Absicht gerundete oder umgerechnete Zahl eine Ausnahme mit der Begründung schreiben.

rule-currency-mismatch = das Original hat „{ $amount }“, die Übersetzung hat „{ $found }“
    .title = Ein Betrag steht in einer anderen Währung
    .what = Meldet, wo ein Betrag des Originals in der Übersetzung mit derselben Zahl in einer anderen Währung steht oder wo seine Währung fehlt und stattdessen eine andere da ist. Es zählen Zeichen, Kürzel und Namen ($, USD, dollar, доллар) neben einer Zahl. Eine Umrechnung neben dem Betrag, „500 Rubel (5 $)“, ist richtig.
    .why = Die Zahl sieht richtig aus, also sieht niemand, dass die Summe eine andere ist.
    .configure = currency-mismatch = "warning" unter [rules] in tolmach.toml. Wird ein Betrag mit Absicht umgerechnet, den ursprünglichen daneben stehen lassen oder den Kommentar "tolmach: allow currency-mismatch: Begründung" über den Absatz setzen.

rule-measure-mismatch =
    { $what ->
        [unit] das Original hat „{ $quantity }“, die Übersetzung „{ $found }“: eine andere Maßeinheit
       *[conversion] „{ $quantity }“ sind in dieser Maßeinheit { $right }, die Übersetzung hat „{ $found }“
    }
    .title = Eine Größe in einer anderen Maßeinheit oder falsch umgerechnet
    .what = Meldet, wo eine Größe des Originals in der Übersetzung dieselbe Zahl mit einer anderen Maßeinheit hat (10 километров, 10 miles) oder in einen anderen Wert umgerechnet ist, als sie ergibt. Eine richtige Umrechnung, gerundet, wie man rundet, wird nicht gemeldet, auch nicht in Klammern hinter der Größe.
    .why = Die Zahl sieht richtig aus, also sieht niemand, dass Entfernung, Gewicht oder Zeit andere sind.
    .configure = measure-mismatch = "warning" unter [rules] in tolmach.toml.

rule-date-mismatch = das Original hat „{ $date }“, die Übersetzung „{ $found }“
    .title = Ein anderer Wochentag oder Monat
    .what = Meldet, wo die Übersetzung einen Wochentag oder Monat nennt, den das Original nicht nennt, und den nicht, den es nennt. Ein Tag nur auf einer Seite wird übergangen, ebenso Wörter mit anderer Bedeutung (среда, May am Satzanfang). Ein Monat neben seinem Tag ist Sache von number-mismatch.
    .why = Wer am Donnerstag kommt, hat den Dienstag verpasst.
    .configure = date-mismatch = "warning" unter [rules] in tolmach.toml.

rule-link-mismatch =
    { $side ->
        [both] das Original führt nach { $link }, die Übersetzung nach { $found }
        [target] der Link { $link } steht nicht im Original
       *[source] der Link { $link } steht nicht in der Übersetzung
    }
    .title = Ein Link, ein Bild oder eine Adresse weicht ab
    .what = Meldet, wo das Ziel eines Links oder Bildes, eine URL oder eine E-Mail-Adresse des einen Textes im anderen fehlt. Adressen, die sich nur im Teil der Sprache unterscheiden (ru.site.org und en.site.org), Wikipedia in beiden Sprachen und Stellen innerhalb der Seite (#next) zählen nicht. Ein verlorener Link oder eine Definition, die anderswohin führt, ist ein Fehler; wo der Übersetzer einen anderen Link gewählt oder hinzugefügt hat oder die Zuordnung weniger sicher ist, ist der Befund eine Stufe leiser, denn oft ist es Absicht.
    .why = Einen Link, der anderswohin führt, bemerkt nur der Leser, der ihn braucht.
    .configure = link-mismatch = "error" unter [rules] in tolmach.toml. Liegen übersetzte Seiten anderswo, unter [rules.link-mismatch] sagen, wie sich der Anfang einer Adresse ändert: rewrites = [["/blog/", "/en/blog/"]].

rule-script-leftover = „{ $text }“ steht noch in den Buchstaben des Originals
    .title = Wörter in den Buchstaben des Originals
    .what = Meldet, wo die Übersetzung Wörter in der Schrift des Originals hat. Wörter, die als solche gezeigt werden, in Klammern, Anführungszeichen oder Hervorhebung, zählen nicht. Auch ein Buchstabe, von dem der Text handelt (der Buchstabe Щ), Adressen und Namen von Programmen zählen nicht. Bildunterschriften, Alternativtexte und Titel von Bildern werden gelesen. Steht das Original in lateinischen Buchstaben, zählen nur vier gewöhnliche Wörter hintereinander, da Namen bleiben.
    .why = Ein übergangenes Wort fällt jedem Leser auf, außer dem, der beide Sprachen kann.
    .configure = script-leftover = "warning" unter [rules] in tolmach.toml.

rule-same-source = derselbe Absatz ist in { $where } anders übersetzt: „{ $other }“
    .title = Gleiche Absätze mit verschiedenen Übersetzungen
    .what = Meldet, wo zwei gleiche Absätze der Originale des Projekts verschiedene Übersetzungen haben.
    .why = Was der Autor wiederholt, sollte der Leser wiedererkennen.
    .configure = same-source = "info" unter [rules] in tolmach.toml.

rule-same-target = ein anderer Absatz hat dieselbe Übersetzung, in { $where }: „{ $other }“
    .title = Verschiedene Absätze mit einer Übersetzung
    .what = Meldet, wo zwei verschiedene Absätze von mehr als 40 Buchstaben ein und dieselbe Übersetzung haben.
    .why = Ein zweimal eingefügter Absatz sieht wie eine Übersetzung aus und ist keine.
    .configure = same-target = "info" unter [rules] in tolmach.toml.

rule-uncertain-alignment = diese Texte gehören mit { $percent } % Sicherheit zusammen
    .title = Eine Paarung, die nicht sicher ist
    .what = Meldet, wo nicht sicher ist, dass genau diese Absätze einander entsprechen, und niemand die Einheit angenommen hat.
    .why = Alles Weitere, was zu einem unsicheren Paar gesagt wird, beruht vielleicht auf dem falschen Paar.
    .configure = uncertain-alignment = "info" unter [rules] in tolmach.toml; die Grenze ist 0.8, also 80 %.

rule-moved-paragraph = dieser Absatz steht an anderer Stelle als sein Original
    .title = Ein Absatz an anderer Stelle
    .what = Meldet, wo ein Absatz und seine Übersetzung in anderer Reihenfolge stehen als ihre Nachbarn.
    .why = Manchmal gewollt; öfter wurde ein Absatz an der falschen Stelle eingefügt.
    .configure = moved-paragraph = "info" unter [rules] in tolmach.toml.

rule-heading-level =
    { $found ->
        [0] eine Überschrift der Ebene { $expected } ist in der Übersetzung ein gewöhnlicher Absatz
       *[other] { $expected ->
            [0] ein gewöhnlicher Absatz ist in der Übersetzung eine Überschrift der Ebene { $found }
           *[other] eine Überschrift der Ebene { $expected } ist in der Übersetzung eine der Ebene { $found }
        }
    }
    .title = Eine Überschrift anderer Ebene
    .what = Meldet, wo die Entsprechung einer Überschrift ein gewöhnlicher Absatz ist oder eine Überschrift anderer Ebene.
    .why = Inhaltsverzeichnis und Links auf Abschnitte weichen ab.
    .configure = heading-level = "warning" unter [rules] in tolmach.toml.

rule-term-variant = „{ $term }“ ist dem „{ $preferred }“ des Glossars ähnlich, aber nicht gleich
    .title = Eine falsch geschriebene Benennung
    .what = Meldet, wo das Original eine Benennung hat und die Übersetzung ein Wort, das eine ihrer Wiedergaben um einen Buchstaben oder zwei verfehlt.
    .why = Eine falsch geschriebene Benennung finden weder Suche noch Leser.
    .configure = Ist die Schreibung richtig, sie im Glossar unter „admitted“ oder „forms“ hinzufügen. term-variant = "warning" unter [rules] in tolmach.toml.

rule-term-inconsistent = „{ $term }“ heißt hier „{ $found }“ und sonst in diesem Dokument „{ $usual }“
    .title = Eine Benennung, verschieden wiedergegeben
    .what = Meldet, wo eine Benennung des Originals in einem Dokument mehrere erlaubte Wiedergaben hat; gezeigt werden die selteneren. Eine Abkürzung und die Wörter, die sie abkürzt, zählen als eine, und eine Einheit mit beiden Wiedergaben erklärt die Benennung.
    .why = Der Leser hält zwei Namen für zwei Sachen.
    .configure = term-inconsistent = "warning" unter [rules] in tolmach.toml.

rule-first-mention = das erste „{ $term }“ des Dokuments sollte erklärt werden: „{ $asked }“
    .title = Eine Benennung, beim ersten Gebrauch nicht erklärt
    .what = Meldet, wo ein Dokument eine Benennung zum ersten Mal außerhalb von Überschriften und Tabellen verwendet und die Worte, die das Glossar unter „first-mention“ gibt, nicht in dieser Einheit stehen.
    .why = Hier begegnet den Lesern das Wort zum ersten Mal.
    .configure = first-mention im Glossareintrag; first-mention = "info" unter [rules] in tolmach.toml.

rule-term-unexpected = „{ $term }“ ist eine Benennung, und das Original spricht hier nicht davon
    .title = Eine Benennung, die das Original nicht hat
    .what = Meldet, wo die Übersetzung eine Benennung des Glossars verwendet, deren Begriff das Original in dieser Einheit nicht nennt.
    .why = In der Vorgabe aus, da eine Benennung ein Pronomen ersetzen kann. Einschalten, wo jede Benennung die des Autors sein muss.
    .configure = term-unexpected = "info" unter [rules] in tolmach.toml.

rule-footnote-mismatch =
    { $side ->
        [both] das Original hat die Fußnote { $note }, die Übersetzung { $found }
        [target] die Fußnote { $note } steht nicht im Original
       *[source] die Fußnote { $note } steht nicht in der Übersetzung
    }
    .title = Fußnoten weichen ab
    .what = Meldet, wo das Zeichen oder der Text einer Fußnote nur in einem der Texte steht: [^1] oder getippte Fußnoten, (1) im Text und „1- …“ am Ende.
    .why = Der Leser wird auf eine Fußnote verwiesen, die es nicht gibt, oder auf die falsche.
    .configure = footnote-mismatch = "error" unter [rules] in tolmach.toml.

rule-code-mismatch =
    { $side ->
        [both] das Original hat den Code { $code }, die Übersetzung { $found }
        [target] der Code { $code } steht nicht im Original
       *[source] der Code { $code } steht nicht in der Übersetzung
    }
    .title = Code weicht ab
    .what = Meldet, wo ein Stück Code zwischen Backticks nur in einem der Texte steht oder ein Codeblock oder eine Einbindung verloren, hinzugekommen oder geändert ist. Kommentare und Texte in Anführungszeichen dürfen übersetzt sein.
    .why = Leser tippen es ab, wie es da steht.
    .configure = code-mismatch = "warning" unter [rules] in tolmach.toml.

rule-bracket-mismatch =
    { $kind ->
        [unpaired] die Klammer { $mark } hat keine Partnerin
       *[count] eine Bemerkung in Klammern ist verschwunden: Das Original hat { $expected } in Klammern, die Übersetzung { $found }
    }
    .title = Eine Klammer ohne Partnerin oder eine verschwundene Bemerkung
    .what = Meldet, wo eine Klammer der Übersetzung keine Partnerin hat oder eine Bemerkung von drei und mehr Wörtern in runden Klammern verschwunden ist: Die Übersetzung hat weniger Klammern und ist etwa um die Länge der Bemerkung kürzer. Eine Bemerkung zwischen Gedankenstrichen, eine Erläuterung in Klammern, Listennummern wie 1) und Smileys zählen nicht. Von 11 Befunden in fünf echten Repositorys waren 7 richtig, da eine Bemerkung auch ohne Klammern gesagt werden kann; deshalb ist es in der Vorgabe ein Hinweis.
    .why = Mit einer verlorenen Klammer ging oft ein Stück des Satzes verloren.
    .configure = bracket-mismatch = "warning" unter [rules] in tolmach.toml.

rule-quotation-unpaired = das Anführungszeichen { $mark } hat keinen Partner
    .title = Ein Anführungszeichen ohne Partner
    .what = Meldet, wo ein Anführungszeichen der Übersetzung nicht so gepaart ist, wie ihre Sprache es tut. Ein Zitat über mehrere Absätze darf jeden von ihnen öffnen; wo das Original ein ungepaartes Zeichen hat, darf es auch die Übersetzung.
    .why = Der Leser kann nicht erkennen, wo die Rede endet.
    .configure = quotation-unpaired = "info" unter [rules] in tolmach.toml.

rule-end-mark =
    { $expected ->
        [none] das Original endet ohne Frage- oder Ausrufezeichen, die Übersetzung mit { $found }
       *[other] { $found ->
            [none] das Original endet mit { $expected }, die Übersetzung ohne ein solches Zeichen
           *[other] das Original endet mit { $expected }, die Übersetzung mit { $found }
        }
    }
    .title = Eine Frage oder ein Ausruf nur auf einer Seite
    .what = Meldet, wo ein Absatz mit einem Frage- oder Ausrufezeichen endet und seine Entsprechung nicht. Anführungszeichen und Klammern dahinter werden übergangen.
    .why = Der Ton ist verloren oder das Ende des Absatzes.
    .configure = end-mark = "warning" unter [rules] in tolmach.toml.

rule-mixed-script = „{ $word }“ mischt zwei Alphabete: { $letters }
    .title = Ein Wort in zwei Alphabeten
    .what = Meldet, wo ein Wort Buchstaben eines anderen Alphabets hat, die wie seine eigenen aussehen: ein kyrillisches „А“ in „Аlmaty“, ein kyrillisches „х“ in „105х195“. Abkürzungen und lateinische Wörter mit russischer Endung (SMSки, Pod'е) sind gewollt.
    .why = Es sieht richtig aus, und keine Suche findet es.
    .configure = mixed-script = "warning" unter [rules] in tolmach.toml. „tolmach check --fix“ korrigiert die Buchstaben.

rule-doubled-word = „{ $word }“ steht zweimal da
    .title = Ein doppelt getipptes Wort
    .what = Meldet, wo ein Wort der Übersetzung auf sich selbst folgt, außer wenn auch das Original ein Wort verdoppelt. Wörter, die gute Prosa verdoppelt (had had, vous vous), und Namen (Bora Bora) werden übergangen. In Sprachen, deren Grammatik Wörter verdoppelt (Hindi, Türkisch, Kasachisch, Indonesisch), zählen nur Wörter, die nie verdoppelt werden.
    .why = Das Auge überspringt es, das des Lesers nicht.
    .configure = doubled-word = "warning" unter [rules] in tolmach.toml.

rule-doubled-space = zwei Leerzeichen hintereinander
    .title = Zwei Leerzeichen hintereinander
    .what = Meldet, wo eine Zeile Prosa zwei Leerzeichen hintereinander hat. Code, Tabellen und die Gewohnheit zweier Leerzeichen nach jedem Satz werden übergangen.
    .why = Eine Spur von Wörtern, die herausgenommen wurden.
    .configure = doubled-space = "info" unter [rules] in tolmach.toml. „tolmach check --fix“ nimmt eines heraus.

rule-length-ratio =
    { $direction ->
        [short] die Übersetzung hat nur { $percent } % der zu erwartenden Länge
       *[long] die Übersetzung hat { $percent } % der zu erwartenden Länge
    }
    .title = Eine zu kurze oder zu lange Übersetzung
    .what = Meldet, wo die Übersetzung weniger als die Hälfte oder mehr als das Doppelte der Buchstaben hat, die bei diesem Sprachenpaar zu erwarten sind. Kurze Absätze werden übergangen.
    .why = Ein Satz ging verloren, oder hier steht einer, der anderswohin gehört.
    .configure = Unter [rules.length-ratio] in tolmach.toml: severity = "warning", min = 0.5, max = 2.0.

rule-markup-mismatch =
    { $what ->
        [tag] das Original hat das Tag { $expected }, die Übersetzung { $found }
        [columns] die Zeile hat im Original { $expected } Spalten und in der Übersetzung { $found }
        [struck] das Original hat durchgestrichene Wörter, die Übersetzung keine
        [emphasis] Leser sehen hier die Zeichen { $found }: Nach den Regeln von Markdown zeichnen sie an dieser Stelle nichts aus
       *[list] der Listenpunkt hat im Original die Tiefe { $expected } und in der Übersetzung { $found }
    }
    .title = Auszeichnung weicht ab
    .what = Meldet, wo HTML-Tags in der Zeile, die Spalten einer Tabelle oder die Tiefe eines Listenpunkts abweichen, wo das Original Wörter durchstreicht und die Übersetzung keine, oder wo Zeichen der Hervorhebung an einer Stelle stehen, an der sie nichts auszeichnen und Leser sie sehen (`很重要，**他`). Tags, die ein Übersetzer setzen darf, zählen nicht: Erläuterungen (<abbr>), hochgestellte Endungen von Ordnungszahlen (27<sup>th</sup>) und Zeilenumbrüche.
    .why = Die Seite sieht anders aus als die des Originals.
    .configure = markup-mismatch = "warning" unter [rules] in tolmach.toml.

rule-emphasis-lost = das Original hebt in diesem Absatz Wörter hervor, die Übersetzung keines
    .title = Die Hervorhebung ist verschwunden
    .what = Meldet, wo das Original Wörter eines Absatzes hervorhebt und die Übersetzung keines der ihren. Wo die Hervorhebung steht und wie sie geschrieben ist, entscheidet der Übersetzer.
    .why = Eine Hervorhebung des Autors gehört zu dem, was der Text sagt, und geht beim Umbau eines Satzes leicht verloren.
    .configure = emphasis-lost = "info" unter [rules] in tolmach.toml.

rule-container-mismatch =
    { $side ->
        [both] das Original hat die Marke { $marker }, die Übersetzung { $found }
        [target] die Marke { $marker } steht nicht im Original
       *[source] die Marke { $marker } steht nicht in der Übersetzung
    }
    .title = Container weichen ab
    .what = Meldet, wo eine Zeile, die einen Container öffnet oder schließt (!!! note, :::tip, Liquid-Tags wie note, <Tabs>), in der Übersetzung verloren, hinzugekommen oder anders geschrieben ist. Titel werden übersetzt und zählen nicht.
    .why = Die Seite lässt sich nicht bauen oder zeigt ihren Lesern die Marke.
    .configure = container-mismatch = "error" unter [rules] in tolmach.toml.

rule-dead-anchor =
    { $page ->
        [none] keine Überschrift der Übersetzung hat die Kennung { $fragment }
       *[other] keine Überschrift von { $page } hat die Kennung { $fragment }
    }
    .title = Links auf Stellen, die es nicht gibt
    .what = Meldet, wo ein Link der Übersetzung auf eine Stelle einer Seite des Projekts führt, #installation, die keine Überschrift und keine geschriebene Kennung dieser Seite hat. Kennungen werden aus Überschriften so gebildet, wie der Website-Generator es tut; wo nicht bekannt ist, welcher die Dokumente liest, gilt die Kennung jedes von ihnen.
    .why = Der Leser landet am Anfang der Seite, und kein Build meldet es.
    .configure = dead-anchor = "off" unter [rules] in tolmach.toml.

rule-placeholder-mismatch =
    { $side ->
        [both] das Original hat den Platzhalter { $placeholder }, die Übersetzung { $found }
        [target] der Platzhalter { $placeholder } steht nicht im Original
       *[source] der Platzhalter { $placeholder } steht nicht in der Übersetzung
    }
    .title = Platzhalter weichen ab
    .what = Meldet, wo ein Stück, das ein Programm ausfüllt oder liest, nur in einem der Texte steht: eine Variable in Klammern, %s, ein Shortcode, ein Name zwischen Doppelpunkten, die Attribute einer Überschrift.
    .why = Was das Programm ausfüllt, fehlt, oder Links auf die Stelle brechen.
    .configure = placeholder-mismatch = "warning" unter [rules] in tolmach.toml.

rule-unseen-text = dieser Text wurde nicht als Prosa gelesen, und sonst wird nichts an ihm geprüft: { $text }
    .title = Text, der nicht als Prosa gelesen wurde
    .what = Meldet, wo ein eingerückter Block, den Markdown für Code hält, fünf oder mehr Wörter Prosa enthält und wo ein Codeblock der Übersetzung Wörter in der Schrift des Originals hat.
    .why = Was nicht gelesen wird, wird nicht geprüft: Ein Container, den tolmach nicht kennt, darf nicht stillschweigend durchgehen.
    .configure = unseen-text = "warning" unter [rules] in tolmach.toml.

rule-quote-style = das Anführungszeichen { $mark } gehört nicht zu dieser Sprache, die { $usual } schreibt
    .title = Anführungszeichen einer anderen Sprache
    .what = Meldet, wo ein Absatz der Übersetzung Anführungszeichen nach dem Brauch einer anderen Sprache hat. Gerade Zeichen gehören überallhin.
    .why = In der Vorgabe aus, da ein Haus seinen eigenen Stil haben kann. Einschalten, um den der Sprache einzuhalten.
    .configure = quote-style = "warning" unter [rules] in tolmach.toml.

rule-placeholder = „{ $text }“ wurde auf später verschoben
    .title = Etwas, das auf später verschoben wurde
    .what = Meldet, wo die Übersetzung TODO, FIXME, TBD, {"["}?], ??? oder ein Muster aus tolmach.toml hat, das im Original nicht steht.
    .why = Eine Notiz an sich selbst, veröffentlicht.
    .configure = placeholder = "error" unter [rules] in tolmach.toml; weitere Muster unter [rules.placeholder].

## Dateien

rule-encoding =
    { $likely ->
        [unknown] Byte { $byte } der Datei ist kein UTF-8
       *[other] Byte { $byte } der Datei ist kein UTF-8; die Datei ist wahrscheinlich { $likely }
    }
    .title = Eine Datei, die nicht in UTF-8 ist
    .what = Meldet, wo Original oder Übersetzung Bytes haben, die kein UTF-8 sind, und nennt das erste und die wahrscheinliche Zeichenkodierung.
    .why = Buchstaben gehen verloren, und alles, was zum Text gesagt wird, kann falsch sein.
    .configure = encoding = "error" unter [rules] in tolmach.toml.

rule-byte-order-mark = die Datei beginnt mit einer Byte-Order-Mark
    .title = Eine Byte-Order-Mark
    .what = Meldet, wo eine Datei mit dem unsichtbaren Zeichen U+FEFF beginnt, wie manche Editoren es schreiben.
    .why = Es stört Vorspann und Skripte, und UTF-8 braucht es nicht.
    .configure = byte-order-mark = "warning" unter [rules] in tolmach.toml.

rule-wrong-language =
    { $side ->
        [source] das Original sieht nach { $found } aus, ist aber als { $declared } angegeben
       *[target] die Übersetzung sieht nach { $found } aus, ist aber als { $declared } angegeben
    }
    .title = Ein Dokument in einer anderen Sprache als angegeben
    .what = Meldet, wo die ersten Seiten von Original oder Übersetzung deutlich in einer anderen Sprache sind, als tolmach.toml oder der Ordner sagt. Kurze Dokumente und leicht zu verwechselnde Sprachen werden übergangen.
    .why = Absätze werden nach den Wörtern der angegebenen Sprachen gepaart und Benennungen nach ihnen gefunden; mit den falschen stimmt wenig von dem, was zu den Texten gesagt wird.
    .configure = wrong-language = "warning" unter [rules] in tolmach.toml.

rule-hidden-character =
    { $kind ->
        [direction] das unsichtbare Zeichen { $code } kehrt die Richtung des Textes um
        [private] das Zeichen { $code } hat keine eigene Bedeutung und erscheint womöglich als Kästchen
        [control] das Steuerzeichen { $code } gehört nicht in einen Text
       *[zero-width] das unsichtbare Zeichen { $code } steht im Text
    }
    .title = Zeichen, die niemand sieht
    .what = Meldet Richtungszeichen, Zeichen ohne Breite, Steuerzeichen und Zeichen zur privaten Verwendung, wo die Sprache sie nicht braucht. Ein weicher Trennstrich zählt, wo das Original keinen hat. Emoji sowie Verbinder und Richtungszeichen von Wörtern einer Schrift, die sie braucht, werden übergangen.
    .why = Sie zerteilen Wörter für die Suche, kehren Text um oder erscheinen als Kästchen.
    .configure = hidden-character = "warning" unter [rules] in tolmach.toml.

rule-conflict-marker = eine Zeile eines unfertigen Merges
    .title = Ein unfertiger Merge
    .what = Meldet Zeilen wie <<<<<<<, die Git hinterlässt, wo zwei Fassungen nicht zusammengeführt werden konnten.
    .why = Beide Fassungen würden veröffentlicht, mit den Marken dazwischen.
    .configure = conflict-marker = "error" unter [rules] in tolmach.toml.
