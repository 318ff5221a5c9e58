### Слова отчётов.

severity-error = ошибка
severity-warning = предупреждение
severity-info = примечание
severity-off = выключено

report-original = перевод файла { $original }
report-fix = напишите «{ $text }»
report-fix-remove = уберите это
report-fix-space = оставьте один пробел
report-more-missing =
    { $count ->
        [one] и у следующего { $count } абзаца, до { $place }
        [few] и у следующих { $count } абзацев, до { $place }
       *[other] и у следующих { $count } абзацев, до { $place }
    }
report-also = ещё: { $places }
report-was = было:
report-now = стало:
report-explain = Подробнее о правиле: «tolmach explain ПРАВИЛО».
report-left-out = ещё { $count } таких же в этих абзацах
report-baseline = в базовом списке: { $count }
report-waived = исключение: { $reason }
report-untranslated =
    { $count ->
        [one] Ещё не переведён { $count } документ ({ $languages }).
        [few] Ещё не переведены { $count } документа ({ $languages }).
       *[other] Ещё не переведены { $count } документов ({ $languages }).
    }
report-pairs =
    { $documents ->
        [one] Проверен { $documents } перевод:
        [few] Проверены { $documents } перевода:
       *[other] Проверено { $documents } переводов:
    } сопоставлено фрагментов — { $aligned } из { $units }, принято — { $accepted }, изменилось с тех пор — { $changed }.
report-nothing-checked = Ни один перевод не проверен.
report-clean = Замечаний нет.
report-errors =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
       *[other] { $count } ошибок
    }
report-warnings =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
       *[other] { $count } предупреждений
    }
report-notes =
    { $count ->
        [one] { $count } примечание
        [few] { $count } примечания
       *[other] { $count } примечаний
    }
report-unchecked = проверить удалось не всё
report-waivers = исключений: { $count }

status-document = Документ
status-accepted = принято
status-stale = устар.
status-edited = правка
status-drafts = черн.
status-missing = нет
status-extra = лишн.
status-words = слов
status-findings = замеч.
status-total =
    { $documents ->
        [one] { $documents } документ:
        [few] { $documents } документа:
       *[other] { $documents } документов:
    } сопоставлено фрагментов — { $aligned }, принято — { $accepted }, изменилось — { $stale }; осталось перевести слов: { $words }.
status-unread =
    { $drafts ->
        [one] { $drafts } черновик не прочитан
        [few] { $drafts } черновика не прочитаны
       *[other] { $drafts } черновиков не прочитаны
    }: «tolmach review --drafts».

explain-what = Что находит
explain-why = Почему это важно
explain-wrong = Неправильно
explain-right = Правильно
explain-configure = Как настроить
explain-original = оригинал
explain-translation = перевод
explain-accepted-original = оригинал, как принят
explain-accepted-translation = перевод, как принят
explain-draft-original = оригинал, данный машине
explain-draft-translation = перевод машины
explain-other-original = оригинал, в другом документе
explain-other-translation = перевод, в другом документе
explain-glossary = глоссарий
explain-options = настройки
explain-nothing = (ничего)

align-pinned = принято
align-moved = перенесено
align-scores = длина { $length }, слова { $words }, строение { $structure } (больше 0 — за пару)
align-names = имена: { $list }
align-numbers = числа: { $list }
align-lexicon = слова: { $list }

glossary-preferred = { $terms }
glossary-admitted = также: { $terms }
glossary-deprecated = нельзя: { $terms }
glossary-count =
    { $count ->
        [one] { $count } понятие
        [few] { $count } понятия
       *[other] { $count } понятий
    }
glossary-added =
    { $place }: { $kind ->
        [new] новое понятие «{ $concept }»
       *[more] добавлено к понятию «{ $concept }»
    }
glossary-would-add =
    { $place }: { $kind ->
        [new] было бы новое понятие «{ $concept }»; ничего не записано
       *[more] было бы добавлено к понятию «{ $concept }»; ничего не записано
    }
glossary-nothing-added = Ничего не записано: в глоссарии была бы ошибка.
glossary-no-rendering = (в переводе нет термина из глоссария)
glossary-found =
    { $count ->
        [one] { $count } место
        [few] { $count } места
       *[other] { $count } мест
    }
glossary-forms =
    { $inflect }, { $count ->
        [one] { $count } форма
        [few] { $count } формы
       *[other] { $count } форм
    }

github-beyond =
    { $count ->
        [one] и ещё { $count } замечание
        [few] и ещё { $count } замечания
       *[other] и ещё { $count } замечаний
    }
github-place = Место
github-rule = Правило
github-message = Что найдено
