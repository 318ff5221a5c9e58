### Начало и обновление переводов, память переводов, файлы других программ.

help-add = Начать перевод: структура оригинала, абзацы из памяти переводов или помеченные пропуски
    .original = Оригинал; с --import — куда его записать (иначе под именем файла в originals/)
    .language = Язык перевода
    .draft = Начать с этого файла — готового перевода, который никто не читал: каждый абзац станет черновиком
    .memory = Заполнить пропуски переводами текстов, похожих не менее чем на столько (60–100), как черновиками
    .import = Сначала сделать оригинал из файла Word (.docx), OpenDocument (.odt) или HTML
    .after =
        --import сохраняет в Markdown заголовки, списки, выделение, ссылки, сноски, таблицы и код и сообщает, что не перенесено. Вёрстка, шрифты и цвета не переносятся никогда.
help-update = Перенести изменения оригиналов в переводы, сохранив каждое слово переводчика
    .paths = Оригиналы, переводы или папки; если не указаны — все документы
    .language = Только переводы на эти языки
    .dry-run = Показать, что изменится; ничего не записывать
    .stamp = Писать «outdated: true» в заголовок (front matter) переводов, отставших от оригинала, и убирать, где перевод догнал
help-memory = Поиск в памяти переводов и обмен с другими программами
help-memory-search = Искать среди переведённого: принятые абзацы и memory/*.tmx
    .text = Что нужно перевести
    .language = Язык перевода; можно не указывать, если он в проекте один
    .term = Искать термин внутри абзацев, в любой форме
    .in-translation = Искать термин в переводах, а не в оригиналах
    .minimum = Наименьшее сходство в процентах
    .limit = Не больше стольких результатов
    .format = Формат вывода
help-memory-export = Записать принятые абзацы (TMX, CSV, TSV) или целые документы для программы переводчика (XLIFF, PO)
    .file = Куда записать; существующий файл не перезаписывается
    .paths = Оригиналы, переводы или папки; если не указаны — все документы
    .language = Язык перевода; можно не указывать, если он в проекте один
    .to = Формат, если он не виден из имени файла
help-memory-import = Принять память переводов (TMX, CSV, TSV — в папку memory/) или вернувшиеся документы (XLIFF, PO)
    .file = Какой файл прочитать
    .language = Язык перевода; можно не указывать, если он в проекте один
    .from = Формат, если он не виден из имени файла
    .accept-approved = Принимать и то, что отмечено как approved или reviewed; без этого — только final и signed-off
help-lexicon = Объединить словари, извлечённые из частей корпуса
help-lexicon-merge = Объединить то, что записал «align --batch --learn-only»; порядок и число частей на итог не влияют
    .files = Какие файлы объединить
    .output = Куда записать; полученный файл можно объединять дальше
    .words-only = Записать пары слов без фрагментов, из которых они извлечены: файл меньше, но объединить его уже нельзя
lexicon-merged =
    { $path }: { $words ->
        [one] { $words } пара слов
        [few] { $words } пары слов
       *[other] { $words } пар слов
    } из { $units ->
        [one] { $units } фрагмента
       *[other] { $units } фрагментов
    }

add-done =
    { $path }: { $gaps ->
        [one] { $gaps } абзац нужно перевести
        [few] { $gaps } абзаца нужно перевести
       *[other] { $gaps } абзацев нужно перевести
    }, из памяти взято { $filled } — их нужно подтвердить
add-from-memory =
    { $drafts ->
        [one] { $drafts } из них получил черновик из памяти, его нужно прочитать
        [few] { $drafts } из них получили черновики из памяти, их нужно прочитать
       *[other] { $drafts } из них получили черновики из памяти, их нужно прочитать
    }: «tolmach review --drafts»
add-with-draft =
    { $path }: { $drafts ->
        [one] { $drafts } черновик нужно прочитать
        [few] { $drafts } черновика нужно прочитать
       *[other] { $drafts } черновиков нужно прочитать
    }: «tolmach review --drafts»
add-draft-lacks =
    { $missing ->
        [one] { $missing } абзаца оригинала в нём нет
        [few] { $missing } абзацев оригинала в нём нет
       *[other] { $missing } абзацев оригинала в нём нет
    }: «tolmach update» поставит пропуски
update-stamped = { $path }: помечен как устаревший
update-unstamped = { $path }: больше не помечен как устаревший
add-fill = Как заполнить пропуск: напишите перевод под комментарием или на его месте; «tolmach accept» уберёт комментарий. Текст внутри комментария не публикуется.
import-done =
    { $path }: { $count ->
        [one] { $count } абзац
        [few] { $count } абзаца
       *[other] { $count } абзацев
    } из { $file }
import-lost-picture = { $file }: рисунки не перенесены ({ $count }×)
import-lost-object = { $file }: вложенные объекты (диаграммы, видео, звук) не перенесены ({ $count }×)
import-lost-formula = { $file }: от формул остались только буквы и знаки ({ $count }×)
import-lost-symbol = { $file }: знаки символьного шрифта заменены на U+FFFD ({ $count }×)
import-lost-comment = { $file }: примечания не перенесены ({ $count }×)
import-lost-tracked-change = { $file }: записанные исправления приняты ({ $count }×)
import-lost-hidden-text = { $file }: скрытый текст не перенесён ({ $count }×)
import-lost-margin = { $file }: колонтитулы не перенесены
import-lost-contents = { $file }: автоматическое оглавление не перенесено ({ $count }×)
import-lost-navigation = { $file }: меню не перенесены ({ $count }×)
import-lost-around = { $file }: всё вокруг основного текста страницы, не перенесено
import-lost-form = { $file }: кнопки и поля ввода не перенесены ({ $count }×)
import-lost-underline = { $file }: подчёркивание опущено, текст остался ({ $count }×)
import-lost-link = { $file }: ссылки внутри документа или без пригодного адреса: остался только их текст ({ $count }×)
import-lost-numerals = { $file }: списки с буквами или римскими цифрами пронумерованы арабскими ({ $count }×)
import-lost-heading-number = { $file }: автоматические номера заголовков не перенесены ({ $count }×)
import-lost-merged-cell = { $file }: объединённые ячейки таблиц стали одной ячейкой и пустыми ({ $count }×)
import-lost-layout-table = { $file }: таблицы, служившие только для вёрстки, стали абзацами ({ $count }×)
import-lost-cell = { $file }: несколько абзацев в ячейке таблицы стали её строками ({ $count }×)
import-lost-break = { $file }: разрывы строк в заголовках стали пробелами ({ $count }×)
import-lost-emphasis = { $file }: опущены выделение или ссылки, которые здесь нельзя записать в Markdown ({ $count }×)
import-lost-nesting = { $file }: слишком глубоко вложенные списки и цитаты стали плоскими ({ $count }×)
update-same = { $path }: соответствует оригиналу, изменений нет
update-done = { $path }: новых пропусков { $gaps }, перемещено { $moved }, отложено { $removed }, изменено в оригинале { $changed }
update-blocks = { $path }: перенесено кода { $put }, помечено { $marked }
update-left = { $place }: абзац нужно было переместить или пометить, но здесь это невозможно; сделайте это вручную
update-uncovered = { $path }: { $count ->
        [one] { $count } перевод, набранный внутри комментария, поставлен на своё место
        [few] { $count } перевода, набранные внутри комментариев, поставлены на свои места
       *[other] { $count } переводов, набранных внутри комментариев, поставлены на свои места
    }
update-gone = { $path }: { $count ->
        [one] { $count } пропуск остался без абзаца оригинала и стал комментарием «tolmach: gone»; удалите его
        [few] { $count } пропуска остались без абзацев оригинала и стали комментариями «tolmach: gone»; удалите их
       *[other] { $count } пропусков остались без абзацев оригинала и стали комментариями «tolmach: gone»; удалите их
    }
update-unknown = { $place }: текст в этом комментарии — не оригинал и не наверняка перевод; посмотрите сами
update-gapless = { $place }: это новый абзац, но пропуску для него нет места в переводе; переведите его сами
progress-reading = Чтение
progress-indexing = Память переводов упорядочивается
memory-found =
    { $count ->
        [0] Ничего не найдено.
        [one] Найдено { $count } место.
        [few] Найдено { $count } места.
       *[other] Найдено { $count } мест.
    }
memory-exported =
    { $path }: { $count ->
        [one] записан { $count } фрагмент
        [few] записано { $count } фрагмента
       *[other] записано { $count } фрагментов
    }
memory-imported =
    { $path }: { $count ->
        [one] в памяти { $count } фрагмент
        [few] в памяти { $count } фрагмента
       *[other] в памяти { $count } фрагментов
    }
memory-landed = { $path }: вставлено { $placed }, без изменений { $same }, принято { $accepted }
memory-drafts =
    { $path }: { $drafts ->
        [one] { $drafts } из них — черновик, который
        [few] { $drafts } из них — черновики, которые
       *[other] { $drafts } из них — черновики, которые
    } здесь никто не читал: «tolmach review --drafts»
memory-unplaced = { $path }: переводу абзаца «{ $text }» не нашлось места: изменился оригинал или число строк
memory-conflict = { $path }: после выгрузки изменилось и здесь, и там; оставлено как здесь: { $source }
memory-unfinished = { $path }: не закончено (fuzzy или на проверке); где пропуск, оставлено заметкой: { $source }
memory-kept = { $path }: оставлен более новый перевод здесь: { $count }
memory-unknown-documents =
    { $path }: { $count ->
        [one] { $count } фрагмент не относится
        [few] { $count } фрагмента не относятся
       *[other] { $count } фрагментов не относятся
    } ни к одному переводу проекта; перевод начинает «tolmach add»

loss-character = { $path }: формат не может содержать знак { $name } ({ $count }×, впервые во фрагменте { $first }); вместо него U+FFFD
loss-markup = { $path }: опущена разметка другой программы: { $name } ({ $count }×, впервые: { $first })
loss-no-source = { $path }: нет текста на языке оригинала ({ $count }×, впервые: { $first }); опущено
loss-no-target = { $path }: нет перевода ({ $count }×, впервые: { $first }); опущено
loss-repeated = { $path }: сказано дважды: { $name } ({ $count }×, впервые: { $first }); оставлено первое
loss-language = { $path }: на другом языке: { $name } ({ $count }×, впервые: { $first }); опущено
loss-state = { $path }: состоянию «{ $name }» нет соответствия ({ $count }×, впервые: { $first }); взято ближайшее
loss-plural = { $path }: формы множественного числа ({ $count }×, впервые: { $first }); взята только первая
loss-obsolete = { $path }: устаревшие записи ({ $count }×, впервые: { $first }); опущены
loss-field = { $path }: нет места для поля { $name } ({ $count }×, впервые: { $first }); опущено
loss-skipped = { $path }: не удалось понять ({ $count }×, впервые: { $first }); опущено
loss-duplicate = { $path }: уже было ({ $count }×, впервые: { $first }); опущено

trouble-translation-exists = перевод уже есть
    .hint = «tolmach update { $path }» перенесёт в него новые абзацы
trouble-which-language = в проекте несколько языков: { $known }
    .hint = выберите один через --language
trouble-unknown-ending = по имени файла не видно его формата
    .hint = назовите его .tmx, .xlf, .xlf2, .po, .csv или .tsv либо укажите формат через --to или --from
trouble-exchange-syntax = файл составлен неверно: { $message }
    .hint = экспортируйте файл заново
trouble-exchange-entities = в DOCTYPE объявлены сущности; они не раскрываются, и ничего не загружается
    .hint = экспортируйте файл без DOCTYPE, объявляющего сущности
trouble-exchange-entity = неизвестная сущность &{ $name };
    .hint = понятны только &lt; &gt; &amp; &quot; &apos; и числовые
trouble-exchange-truncated = файл обрывается
    .hint = экспортируйте или скопируйте его заново
trouble-exchange-root = файл начинается с <{ $found }>, а не с <{ $expected }>
    .hint = проверьте формат; если имя файла обманывает, укажите его через --from
trouble-exchange-version = версия «{ $version }» не читается
    .hint = XLIFF читается версий 1.2, 2.0 и 2.1
trouble-exchange-deep = элементы вложены друг в друга глубже, чем бывает в настоящих документах
    .hint = экспортируйте файл заново
trouble-exchange-large = в распакованном виде больше { $limit } МиБ
    .hint = разделите его на несколько документов
trouble-exchange-cells = в таблице больше { $limit } ячеек
    .hint = разделите таблицу или уберите её
trouble-exchange-archive = внутри не .docx и не .odt: другой формат под этим именем, файл обрезан или защищён паролем
    .hint = откройте его в Word или LibreOffice и сохраните как .docx или .odt без пароля
trouble-exchange-part = в архиве нет части { $name }; это не текстовый документ
    .hint = откройте его в Word или LibreOffice и сохраните как .docx или .odt
trouble-import-ending = из этого файла нельзя сделать оригинал
    .hint = читаются .docx, .odt и .html; сохраните его в одном из этих форматов
trouble-import-name = оригинал, созданный через --import, — это Markdown
    .hint = дайте ему имя с окончанием .md
trouble-import-empty = в нём нечего переводить
    .hint = возможно, текст в нём — картинка
trouble-original-exists = оригинал уже есть и не перезаписывается
    .hint = дайте новому другое имя: tolmach add --import ФАЙЛ originals/ИМЯ.md
trouble-exchange-encoding = неизвестная кодировка «{ $label }»
    .hint = сохраните файл в UTF-8
trouble-exchange-bytes = байты не соответствуют кодировке файла ({ $label })
    .hint = сохраните файл в UTF-8
trouble-exchange-columns = нет столбца: { $missing }
    .hint = назовите столбцы в первой строке: source, target
trouble-exchange-languages = файл относится к языку «{ $found }», а не «{ $expected }»
    .hint = выберите язык через --language

help-glossary-export = Записать глоссарий для других программ: XLSX, TBX-Basic, CSV, TSV, Weblate, OmegaT
    .file = Куда записать; существующий файл не перезаписывается
    .language = Язык перевода для таблиц с двумя языками
    .to = Формат, если он не виден из имени файла
help-glossary-import = Принять терминологическую базу: XLSX, CSV, TSV, TBX, OmegaT
    .file = Какой файл прочитать
    .language = Язык перевода для таблиц с двумя языками
    .from = Формат, если он не виден из имени файла
    .columns = Что в столбцах, по номерам: ru=1,en=2,note=3
    .split = Знаки между несколькими терминами одной ячейки, например «;»
    .into = Файл глоссария для новых понятий; если не указан — с именем принимаемого файла
    .on-conflict = Если основные термины расходятся: оставить наш (keep), взять их (theirs) или иметь оба (both)
    .dry-run = Показать, что было бы принято, и ничего не записывать
help-glossary-merge = Принять понятия другого файла глоссария tolmach
    .file = Какой файл прочитать
    .into = Файл глоссария для новых понятий; если не указан — с именем принимаемого файла
    .on-conflict = Если основные термины расходятся: оставить наш (keep), взять их (theirs) или иметь оба (both)
    .dry-run = Показать, что было бы принято, и ничего не записывать
help-glossary-edit = Изменить понятие; комментарии и порядок в файле остаются
    .id = Идентификатор понятия
    .term = Другой основной термин: ru=акимат; прежний остаётся допустимым, если не назван в --drop
    .admitted = Термин, который тоже допустим
    .deprecated = Термин, который употреблять нельзя
    .drop = Термин, который убрать
    .form = Форма, которой нет в таблицах
    .not-form = Образованная форма, которой у термина нет
    .inflect = Как склонять термины языка: ru=noun
    .case = Как учитывать регистр: en=exact
    .first-mention = Что стоит при первом упоминании: en=zhuz (tribal union)
    .definition = Что значит понятие; пустое значение убирает
    .domain = Область; пустое значение убирает
    .note = Для переводчика; пустое значение убирает
    .severity = Насколько серьёзны замечания о нём: off, info, warning, error
    .rename = Другой идентификатор
    .dry-run = Попробовать и ничего не записывать
help-glossary-remove = Убрать понятия из глоссария
    .id = Идентификаторы понятий
    .dry-run = Попробовать и ничего не записывать

glossary-exported =
    { $path }: { $count ->
        [one] записано { $count } понятие
        [few] записано { $count } понятия
       *[other] записано { $count } понятий
    }
glossary-taken = { $path }: прочитано { $read }: уже есть { $same }, расходятся { $differ }, новых { $new }
glossary-completed =
    { $count ->
        [one] { $count } из уже имеющихся дополнено.
       *[other] { $count } из уже имеющихся дополнены.
    }
glossary-differs = { $language }: здесь «{ $ours }», там «{ $theirs }»
glossary-conflicts-kept = Расхождения оставлены как есть; --on-conflict theirs или both берёт другое.
glossary-nothing-written = Ничего не записано.
glossary-encoding = { $path }: прочитано как { $encoding }; если буквы не те, сохраните файл в UTF-8
glossary-edited = { $place }: понятие «{ $concept }» изменено
glossary-removed =
    { $count ->
        [one] убрано { $count } понятие
        [few] убрано { $count } понятия
       *[other] убрано { $count } понятий
    }
glossary-export-own =
    { $path }: формам, первым упоминаниям и областям действия нет места в этом формате ({ $count ->
        [one] { $count } понятие
        [few] { $count } понятия
       *[other] { $count } понятий
    })

trouble-unknown-terms-ending = по имени файла не видно его формата
    .hint = назовите его .xlsx, .tbx, .csv, .tsv или .txt (OmegaT) либо укажите формат через --to или --from
trouble-column-unknown = «{ $column }» не называет столбца
    .hint = укажите имя и номер от 1: --columns ru=1,en=2,note=3
