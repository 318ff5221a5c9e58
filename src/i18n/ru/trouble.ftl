### Почему команда не выполнена и как быть.

trouble-label = ошибка:
trouble-hint = как быть: { $hint }
trouble-output = не удаётся записать вывод: { $error }
trouble-io = { $error }
    .hint = отказала система; файл, который нужно было записать, остался прежним
trouble-forbidden = система этого не разрешает
    .hint = проверьте права доступа к файлу и к его папке; на диск только для чтения записать нельзя
trouble-disk-full = не хватает места: диск или ваша квота заполнены
    .hint = освободите место и повторите команду; файл остался прежним
trouble-not-a-file = на месте файла папка, канал или устройство
    .hint = уберите это оттуда или положите туда обычный файл
trouble-too-large = больше { $limit } МиБ: слишком велик для чтения
    .hint = разделите файл или уберите его из проекта
trouble-too-many-paragraphs = абзацев { $count }, а можно не больше { $limit }
    .hint = разделите документ
trouble-long-paragraph = абзац в { $size } КиБ, а можно не больше { $limit } КиБ
    .hint = разделите абзацы пустыми строками
trouble-name = имя файла не в UTF-8
    .hint = переименуйте файл
trouble-no-project = здесь нет проекта: ни tolmach.toml, ни originals/ в этой папке и выше
    .hint = перейдите в папку проекта, укажите её через --project или создайте проект: «tolmach init»
trouble-not-found = нет такого файла или папки
    .hint = проверьте имя; пути отсчитываются от текущей папки
trouble-outside = путь ведёт за пределы проекта
    .hint = держите все документы внутри папки проекта; символическая ссылка не должна вести наружу
trouble-git-folder = путь ведёт в папку «.git»
    .hint = там git хранит программы и пароли: tolmach их не читает и не пишет; уберите ссылку
trouble-not-a-document = это не документ проекта
    .hint = документы оканчиваются на .md, .markdown или .txt и лежат там, где указано в [[documents]] файла tolmach.toml
trouble-not-utf8 = текст не в UTF-8 (байт { $offset })
    .hint = сохраните файл в UTF-8
trouble-toml = { $toml }
    .hint = исправьте файл в этой строке
trouble-unknown-key = неизвестный ключ «{ $key }»
    .hint =
        { $nearest ->
            [none] уберите его
           *[other] возможно, имелось в виду «{ $nearest }»?
        }
trouble-unknown-rule = неизвестное правило «{ $rule }»
    .hint =
        { $nearest ->
            [none] все правила перечисляет «tolmach rules»
           *[other] возможно, имелось в виду «{ $nearest }»? Все правила перечисляет «tolmach rules»
        }
trouble-unknown-dialect = неизвестный диалект «{ $dialect }»
    .hint =
        { $nearest ->
            [none] известны commonmark, mkdocs, docusaurus, vitepress, hugo, jekyll, diplodoc, starlight, mdx и auto
           *[other] возможно, имелось в виду «{ $nearest }»?
        }
trouble-unreadable = такой формат не читается
    .hint = tolmach читает .md, .markdown, .mdx и .txt; уберите файл из шаблона или напишите exclude = [ … ] в [[documents]]
trouble-unknown-language = «{ $tag }» — не обозначение языка
    .hint = пишите обозначение по BCP 47: "en", "kk", "pt-BR"
trouble-no-such-language = переводов на { $language } нет
    .hint = в проекте есть: { $known }
trouble-pattern =
    { $what ->
        [language] в шаблоне перевода нет {"{language}"}, а в блоке не назван language
        [long] в шаблоне не больше 1000 байтов и 12 звёздочек
       *[stars] в двух шаблонах должно быть поровну звёздочек
    }
    .hint = например: original = "originals/**/*", translation = "translations/{"{language}"}/**/*"; либо language = "en", если в путях переводов языка нет
trouble-no-original = перевод без оригинала
    .hint =
        { $renamed ->
            [none] положите оригинал в { $original } либо переименуйте или уберите перевод
           *[other] бо́льшая часть принятых текстов — в другом оригинале: «tolmach mv { $renamed }» перенесёт и перевод
        }
trouble-no-translation = перевода больше нет, а принятое из него осталось
    .hint =
        { $renamed ->
            [none] верните перевод либо уберите и его файл фрагментов
           *[other] бо́льшая часть принятых текстов — в другом оригинале: «tolmach mv { $renamed }» перенесёт и файл фрагментов
        }
trouble-orphan-units = файл фрагментов без перевода и без оригинала
    .hint =
        { $renamed ->
            [none] документы переименованы или убраны: переименуйте или уберите и файл фрагментов (его оригиналом был бы { $original })
           *[other] бо́льшая часть принятых текстов — в другом оригинале: «tolmach mv { $renamed }» перенесёт и файл фрагментов
        }
trouble-deleted = в ревизии перевод был, теперь его нет
    .hint = верните его либо уберите и оригинал
trouble-untranslated = перевода нет, и ничего не проверено
    .hint = начните его командой «tolmach add» либо проверьте имя перевода
trouble-accept-marked = рядом стоит пометка обновления, и без неё текст читался бы иначе
    .hint = уберите пометку сами, затем примите
trouble-missing-object = в репозитории нет этого файла из ревизии, и нельзя сказать, что изменилось
    .hint = в частичном клоне есть не все файлы: «git fetch --refetch --no-filter» или полный клон
trouble-waive-which = { $rule }: замечаний здесь — { $count }; исключение записывается для одного
    .hint = укажите столбец, ПУТЬ:СТРОКА:СТОЛБЕЦ, один из: { $places }
trouble-shared-units = файл фрагментов оказался бы общим с { $other }
    .hint = назовите два документа по-разному, а не только с разными окончаниями
trouble-exists = файл уже есть и не перезаписывается
    .hint = сначала переместите его
trouble-locked = в этот проект пишет другой tolmach
    .hint = дождитесь, пока он закончит, и повторите команду
trouble-changed-on-disk = файл изменился во время работы; ничего не записано
    .hint = повторите команду
trouble-no-documents = документов нет
    .hint = положите туда оригиналы с окончанием .md, .markdown или .txt или укажите их место в [[documents]] файла tolmach.toml
trouble-no-translations = переводов нет: оригиналы не с чем сравнить
    .hint = положите перевод в translations/<язык>/ под именем оригинала
trouble-conflict = неразрешённый конфликт слияния
    .hint = «tolmach resolve { $path }» объединит обе стороны по фрагментам
trouble-format = файл фрагментов в формате { $found }, неизвестном этой версии
    .hint = возьмите более новый tolmach
trouble-glob = «{ $pattern }» — не шаблон путей
    .hint = например: scope = ["originals/2022/**"]
trouble-lexicon-line = строка без табуляции
    .hint = в каждой строке — исходное слово, табуляция, слово перевода
trouble-batch-lines =
    { $count ->
        [one] не прочитана { $count } строка ввода: строка { $line }, { $error }
        [few] не прочитаны { $count } строки ввода; первая — строка { $line }: { $error }
       *[other] не прочитано { $count } строк ввода; первая — строка { $line }: { $error }
    }
    .hint = словарь извлечён из остальных строк; каждая строка — один объект JSON, он описан в docs/formats.md
trouble-learned-other = это не извлечённый словарь
    .hint = такие файлы записывают «align --batch --learn-only» и «lexicon merge»
trouble-learned-version = словарь в формате, неизвестном этой версии
    .hint = возьмите более новый tolmach
trouble-learned-line = строка, которой не может быть в словаре
    .hint = извлеките словарь заново или скопируйте файл ещё раз
trouble-learned-short = словарь обрывается: последней строки нет
    .hint = извлеките словарь заново или скопируйте файл ещё раз
trouble-learned-words = в словаре только слова, без фрагментов, из которых они извлечены
    .hint = объединяйте файлы, записанные без --words-only
trouble-lexicon-gzip = файл gzip повреждён: { $error }
    .hint = скопируйте словарь заново; файл .dict.dz и его .index составляют одно целое
trouble-lexicon-index = ни одна строка не указывает на место в { $text }
    .hint = возьмите оба файла из одного словаря в формате dictd
trouble-no-such-command = нет команды «{ $command }»
    .hint = команды перечисляет «tolmach help»
trouble-no-such-term = термина «{ $term }» нет ни у одного понятия
    .hint = все термины показывает «tolmach glossary list»
trouble-no-such-concept = понятия с идентификатором «{ $concept }» нет
    .hint = все понятия показывает «tolmach glossary list»
trouble-text-there = «{ $text }» там уже есть
    .hint = все термины показывает «tolmach glossary list»
trouble-term-there = у понятия «{ $concept }» уже есть «{ $term }» ({ $language })
    .hint = все термины показывает «tolmach glossary list»
trouble-preferred-there = у понятия «{ $concept }» уже есть основной термин: «{ $preferred }» ({ $language })
    .hint = добавьте другой как допустимый: --admitted "{ $language }={ $term }"
trouble-concept-elsewhere = понятие «{ $concept }» описано в этом файле
    .hint = чтобы дополнить его, не указывайте --file; для нового понятия выберите другой идентификатор
trouble-not-a-glossary-file = это не файл глоссария
    .hint = укажите файл с окончанием .toml в папке glossary/
trouble-waive-line = в «{ $place }» не указана строка
    .hint = укажите документ и строку, например: translations/en/news.md:12
trouble-no-reason = нужна причина
    .hint = объясните в --reason, почему замечание не нужно: причину прочтут те, кто придёт позже
trouble-one-rule = «{ $rule }» означает несколько правил
    .hint = исключения записываются для одного правила
trouble-nothing-to-waive = { $rule } ничего не находит в абзаце на этой строке
    .hint =
        { $others ->
            [none] запустите «tolmach check» и возьмите строку из его вывода
           *[other] здесь сработали: { $others }
        }
trouble-two-answers = два формата вывода попали бы в одно место
    .hint = укажите каждому свой файл: --format human --format sarif=out.sarif
trouble-several-projects = пути относятся к разным проектам ({ $count }), а этот формат вывода — для одного
    .hint = укажите пути одного проекта или выберите --format human, concise или github
trouble-answer-over-file = был бы перезаписан файл проекта
    .hint = выберите для вывода другое имя
trouble-baseline = это не базовый список tolmach: { $message }
    .hint = запишите новый с помощью --write-baseline

glossary-syntax = { $toml }
    .hint = исправьте файл в этой строке
glossary-unknown-key = неизвестный ключ «{ $key }»
    .hint =
        { $nearest ->
            [none] уберите его
           *[other] возможно, имелось в виду «{ $nearest }»?
        }
glossary-wrong-type =
    { $wanted ->
        [string] «{ $key }» должен быть текстом в кавычках
        [strings] «{ $key }» должен быть списком текстов
        [boolean] «{ $key }» должен быть true или false
       *[form] «{ $key }» записан не так, как нужно
    }
    .hint = в README показано, как записать понятие
glossary-unknown-value = «{ $value }» — недопустимое значение для { $key }
    .hint =
        { $nearest ->
            [none] можно: { $allowed }
           *[other] возможно, имелось в виду «{ $nearest }»? Можно: { $allowed }
        }
glossary-no-id = у понятия нет id
    .hint = задайте его: id = "akimat"
glossary-no-terms = у понятия «{ $concept }» нет терминов
    .hint = добавьте [concept.ru] и [concept.en] с preferred = "…"
glossary-no-language = у понятия «{ $concept }» нет термина на языке { $language }
    .hint = добавьте [concept.{ $language }] с preferred = "…"
glossary-no-preferred = у понятия «{ $concept }» нет основного термина на языке { $language }
    .hint = добавьте preferred = "…" в [concept.{ $language }]
glossary-language-twice = у понятия «{ $concept }» язык { $language } указан дважды
    .hint = соберите все его термины в одной таблице
glossary-concept-twice = второе понятие с id «{ $concept }»; первое — { $place }
    .hint = дайте одному из них другой id
glossary-term-twice = термин «{ $term }» ({ $language }) основной и у понятия «{ $other }», { $place }
    .hint = уберите его из одного из понятий или сделайте из двух одно
glossary-term-shared = термин «{ $term }» ({ $language }) есть и у понятия «{ $other }», { $place }
    .hint = уберите его из одного из понятий
glossary-term-repeated = термин «{ $term }» указан в понятии дважды, впервые — в строке { $line }
    .hint = уберите один из двух
glossary-empty-term = пустой термин в { $key }
    .hint = впишите термин или уберите ключ
glossary-only-punctuation = в термине «{ $term }» нет ни букв, ни цифр
    .hint = запишите термин буквами
glossary-too-long = в термине { $letters } букв; не больше { $limit }
    .hint = термин — это несколько слов; пояснения пишите в definition или note
glossary-wrong-script = термин «{ $term }» записан не буквами языка { $language }
    .hint = поищите буквы другого алфавита, похожие на нужные
