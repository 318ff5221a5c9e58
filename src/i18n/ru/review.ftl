### Обход замечаний.

help-review = Обойти замечания: исправить, править, принять, записать исключение, пополнить глоссарий, отменить
    .paths = Оригиналы, переводы или папки; если не указаны — все документы
    .rule = Только эти правила; можно писать шаблоны вроде term-*
    .drafts = Только черновики, которые никто не читал
    .language = Только переводы на эти языки
    .plain = Вопросы и ответы построчно — для конвейеров и экранных чтецов
    .web = Открыть обход для браузера на этом компьютере, по адресу для вас одного

trouble-no-terminal = для review нужен терминал
    .hint = запустите команду в терминале или построчно, с вопросами и ответами: tolmach review --plain

review-position = { $at } из { $total }
review-by-document = по документам
review-by-concept = по понятиям
review-only = только { $rule }
review-empty = Решать больше нечего.
review-nothing = (с этой стороны ничего нет)
review-more = … ещё строк: { $count } — PgDn
review-and-more = … и ещё { $count }

review-key-fix = применить исправление
    .short = исправить
review-key-edit = править в $EDITOR на нужной строке, а если он не задан — здесь
    .short = править
review-key-accept = принять фрагмент: тексты соответствуют друг другу и верны
    .short = принять
review-key-waive = записать исключение с причиной
    .short = исключить
review-key-glossary = добавить форму в глоссарий
    .short = глоссарий
review-key-pair = сопоставить другие абзацы
    .short = пара
review-key-skip = пропустить (или пробел)
    .short = пропуск
review-key-undo = отменить последнее действие (или Ctrl-Z)
    .short = отмена
review-key-next = следующее замечание (или ↓)
    .short = следующее
review-key-previous = предыдущее замечание (или ↑)
    .short = предыдущее
review-key-next-unit = следующий фрагмент
    .short = следующий фрагмент
review-key-previous-unit = предыдущий фрагмент
    .short = предыдущий фрагмент
review-key-next-document = следующий документ
    .short = следующий документ
review-key-previous-document = предыдущий документ
    .short = предыдущий документ
review-key-next-concept = следующее понятие или правило
    .short = следующее понятие
review-key-previous-concept = предыдущее понятие или правило
    .short = предыдущее понятие
review-key-search = искать в правилах, понятиях и текстах
    .short = поиск
review-key-again = следующее найденное
    .short = дальше
review-key-again-back = предыдущее найденное
    .short = назад
review-key-order = порядок: по понятиям или по документам
    .short = порядок
review-key-rule = только это правило или все
    .short = только это правило
review-key-terms = кандидаты в глоссарий
    .short = термины
review-key-help = эта справка
    .short = справка
review-key-quit = выйти
    .short = выход

review-keys-help = любая клавиша  назад
review-keys-line = Enter  выполнить   Esc  отказаться
review-keys-form = Enter  добавить   Tab  термин или форма   Esc  отказаться
review-keys-reason = Enter  записать   ↓↑  недавние причины   Tab  одно или все такие   Esc  отказаться
review-keys-sure = Enter  выполнить   Tab  одно или все такие   Esc  отказаться
review-keys-terms = Enter  взять в глоссарий   ↓↑  выбрать   u  отмена   Esc  назад

review-help = Всё записывается сразу и отменяется клавишей u. Переключать русскую раскладку не нужно. PgUp и PgDn прокручивают страницу.

review-ask-search = Найти:
review-ask-rewrite = Абзац перевода (↵ — перевод строки):
review-ask-pair = Строки оригинала = строки перевода:
    .example = например, 12, 14 = 9 или 12-15 = 9; прочерк — если с этой стороны ничего нет
review-ask-form = Какую форму добавить:
review-as-admitted = как ещё один допустимый термин
review-as-form = как ещё одну форму основного термина
review-ask-reason = Причина:
review-ask-fix = Применить?
review-ask-accept = Принять как верное?
review-scope-one = Только это. Tab — все такие: { $count }
review-scope-all = Все такие: { $count }. Tab — только это

review-note-no-further = Дальше ничего нет.
review-note-not-found = Не найдено.
review-note-no-fix = Готового исправления здесь нет.
review-note-no-unit = Замечание относится ко всему документу; правила выключают в tolmach.toml.
review-note-no-concept = С этим замечанием не связано понятие глоссария.
review-note-no-such-lines = В этих строках нет абзацев обоих документов.
review-note-no-reason = Нужна причина: её прочтут другие.
review-note-no-form = Нужна форма.
review-note-no-change = Ничего не изменилось.
review-note-no-terms = Кандидатов нет.
review-no-editor = Редактор не справился: { $error }
review-note-nothing-done = Отменять пока нечего.
review-fixed =
    { $count ->
        [one] исправлено { $count } место
        [few] исправлено { $count } места
       *[other] исправлено { $count } мест
    }
review-accepted-units =
    { $count ->
        [one] принят { $count } фрагмент
        [few] приняты { $count } фрагмента
       *[other] принято { $count } фрагментов
    }
review-waived =
    { $count ->
        [one] записано { $count } исключение
        [few] записано { $count } исключения
       *[other] записано { $count } исключений
    }
review-paired =
    { $count ->
        [one] сопоставлен { $count } фрагмент
        [few] сопоставлены { $count } фрагмента
       *[other] сопоставлено { $count } фрагментов
    }
review-added =
    { $count ->
        [one] добавлено в глоссарий
       *[other] добавлено в глоссарий: { $count }
    }
review-edited = отредактирован { $path }
review-undone = отменено: { $what }
review-reread = изменилось на диске и перечитано: { $paths }

review-confidence = уверенность { $share }
review-accepted = принято
review-changed = изменилось с тех пор, как приняли
review-not-accepted = не принято
review-by-hand = сопоставлено вручную
review-source-was = Оригинал с тех пор, как фрагмент приняли:
review-target-was = Перевод с тех пор, как фрагмент приняли:
review-original = Оригинал, { $place }:
review-translation = Перевод, { $place }:

review-plain-hello =
    { $count ->
        [0] Решать нечего.
        [one] { $count } замечание. Отвечайте буквой; ? — справка, q — выход.
        [few] { $count } замечания. Отвечайте буквой; ? — справка, q — выход.
       *[other] { $count } замечаний. Отвечайте буквой; ? — справка, q — выход.
    }
review-plain-bye =
    { $count ->
        [0] Ничего не изменено.
        [one] Выполнено { $count } действие.
        [few] Выполнено { $count } действия.
       *[other] Выполнено { $count } действий.
    }
review-plain-sure = y да, n нет:
review-plain-sure-all = y это, все такие ({ $count }) — «все», n нет:
review-plain-form = 1 как ещё один допустимый термин, 2 как ещё одну форму основного термина, n нет:
review-note-unknown-key = Такой клавиши нет; ? — справка.
review-plain-help = После w можно сразу написать причину, после g — форму, после p — строки, после / — искомый текст.
review-note-not-added = В глоссарии это уже есть.
review-note-one-side = Одной стороны этого фрагмента нет: принимать пока нечего.
review-note-other-paragraphs = С этим текстом абзацы были бы другими: уберите пустые строки и знаки заголовков и списков.
review-terms-head = Кандидаты в глоссарий
review-plain-terms = Номер кандидата, которого взять, n никакого:
