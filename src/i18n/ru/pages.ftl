### Страницы для браузера.

help-report = Записать страницы для браузера: указатель документов, оба текста каждого рядом, термины, изменения
    .folder = Папка для страниц: новая, пустая или папка прежнего отчёта
    .paths = Оригиналы, переводы или папки; если не указаны — все документы
    .language = Только переводы на эти языки
    .trend = Сравнить с прежним report.json или с файлом, который записала «check --write-baseline»
    .since = На странице изменений показать, что изменилось с этой ревизии git; иначе — что изменилось с приёмки
    .after =
        Страницам не нужны ни сервер, ни сеть. Страницы, которые не изменились, заново не пишутся.

report-written =
    { $pages ->
        [one] { $pages } страница в { $folder }
        [few] { $pages } страницы в { $folder }
       *[other] { $pages } страниц в { $folder }
    }; новых или изменённых файлов: { NUMBER($written) }.

page-title = Переводы
page-check = Проверка переводов
page-made-by = Создано программой tolmach { $version }. Странице не нужна сеть; в ней нет ничего, кроме того, что есть в исходных файлах.
page-skip = К тексту
page-index = Все документы
page-copy = Копировать
page-copied = Скопировано
page-rows = Показать строками
page-columns = Показать столбцами
page-previous-finding = Предыдущее замечание (p)
page-next-finding = Следующее замечание (n)
page-keys = Клавиши: j и k — следующий и предыдущий фрагмент, n и p — замечания, v — строки или столбцы.
page-translates = перевод файла
page-original = Оригинал
page-translation = Перевод
page-panel = Об этом фрагменте
page-parts = Части страницы
page-part = { $from }–{ $to }
page-unit = Фрагмент { $number }: { $state }
page-none = Этому ничего не соответствует.
page-cut =
    { $bytes ->
        [one] … и ещё { $bytes } байт
        [few] … и ещё { $bytes } байта
       *[other] … и ещё { $bytes } байт
    }
page-since = С тех пор, как было принято:
page-confidence = Уверенность, от 0 до 1
page-gone =
    { $count ->
        [one] { $count } принятого фрагмента больше нет ни в одном из текстов
        [few] { $count } принятых фрагментов больше нет ни в одном из текстов
       *[other] { $count } принятых фрагментов больше нет ни в одном из текстов
    }
page-entries = Глоссарий
page-rules = Правила
page-state-missing = не переведено
page-state-extra = нет в оригинале
page-state-stale = оригинал изменился
page-state-edited = перевод изменился
page-state-both = изменились оба
page-state-accepted = принято
page-state-open = не принято
page-state-draft = непрочитанный черновик
page-figures = сопоставлено фрагментов — { $aligned } из { $units }, принято — { $accepted }
page-sums =
    { $documents ->
        [one] { $documents } документ
        [few] { $documents } документа
       *[other] { $documents } документов
    }, переведено { $translated } %, принято фрагментов — { $accepted } из { $units }
page-missing =
    { $count ->
        [one] { $count } абзац не переведён
        [few] { $count } абзаца не переведены
       *[other] { $count } абзацев не переведены
    }
page-extra =
    { $count ->
        [one] { $count } абзаца нет в оригинале
        [few] { $count } абзацев нет в оригинале
       *[other] { $count } абзацев нет в оригинале
    }
page-stale =
    { $count ->
        [one] { $count } фрагмент устарел
        [few] { $count } фрагмента устарели
       *[other] { $count } фрагментов устарели
    }
page-edited =
    { $count ->
        [one] { $count } фрагмент изменён
        [few] { $count } фрагмента изменены
       *[other] { $count } фрагментов изменены
    }
page-drafts =
    { $count ->
        [one] { $count } непрочитанный черновик
        [few] { $count } непрочитанных черновика
       *[other] { $count } непрочитанных черновиков
    }
page-words =
    { $count ->
        [one] перевести { $count } слово
        [few] перевести { $count } слова
       *[other] перевести { $count } слов
    }
page-sure = уверенно
page-likely = вероятно
page-unsure = неуверенно
page-alone = без соответствия
page-term = термин
page-omitted = пропущено на другой стороне
page-terms = Термины
page-changes = Изменения
page-badge = переводы
page-badge-link = Значок
page-elsewhere = Другие файлы
page-trend-findings = Замечания: { $difference }
page-trend-accepted = Принятые фрагменты: { $difference }
page-languages = Языки
page-bar = Фрагменты: принято { $accepted }, сопоставлено { $aligned }, изменилось { $changed }, нет { $missing }
page-documents = Документы
page-filter = Искать
page-language = Язык
page-show = Показать
page-all = все
page-with-errors = с ошибками
page-with-findings = с замечаниями
page-with-changes = с изменениями после приёмки
page-with-missing = с пропущенными абзацами
page-head-share = переведено
page-head-stale = изменилось
page-head-words = слов осталось
page-head-errors = ошибки
page-head-warnings = предупреждения
page-head-notes = примечания
page-head-trend = было–стало
page-not-begun = не начат
page-nothing-matches = Ни один документ не подходит.
page-conflicts =
    { $concepts ->
        [one] Встречается { $concepts } понятие
        [few] Встречаются { $concepts } понятия
       *[other] Встречается { $concepts } понятий
    }, из них переведены по-разному: { $conflicts }
page-more =
    { $count ->
        [one] … и ещё { $count }
        [few] … и ещё { $count }
       *[other] … и ещё { $count }
    }
page-changes-since = Изменения с ревизии { $revision }
page-changes-accepted = Изменения с приёмки

trouble-foreign-folder = в папке есть файлы, но нет отчёта tolmach
    .hint = укажите новую или пустую папку или папку прежнего отчёта
trouble-one-page = --format html показывает одну пару документов, а указано: { $count }
    .hint = укажите один документ и его язык или запишите страницы для всех: tolmach report ПАПКА
trouble-no-trend = это ни report.json, ни базовый список: { $message }
    .hint = укажите report.json прежнего отчёта или файл, который записала «tolmach check --write-baseline»

### Издания для читателей.

help-book = Записать издания для читателей: оба текста рядом — страницей для печати и книгой EPUB
    .folder = Папка для изданий: новая, пустая или папка прежних изданий
    .paths = Оригиналы, переводы или папки; если не указаны — все документы
    .language = Только переводы на эти языки
    .layout = В EPUB: абзац рядом с переводом, перевод после абзаца или перевод примечанием, которое открывается
    .after =
        Чтобы получить PDF, напечатайте страницу из браузера.

book-written =
    { $count ->
        [one] { $count } документ
        [few] { $count } документа
       *[other] { $count } документов
    } в { $folder }, каждый страницей и книгой EPUB.
book-alone =
    { $count ->
        [one] { $path }: { $count } абзац без соответствия стоит отдельно.
        [few] { $path }: { $count } абзаца без соответствия стоят отдельно.
       *[other] { $path }: { $count } абзацев без соответствия стоят отдельно.
    }
book-contents = Содержание
book-translation = Перевод
