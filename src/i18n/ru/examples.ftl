### Примеры для страниц справки: пояснение, затем команда. Тесты разбирают аргументы каждой команды.

example-tolmach =
    # новый проект
    tolmach init
    # что не так и что изменилось
    tolmach check
    # как пользоваться командой
    tolmach help accept
example-help =
    # справка о команде группы
    tolmach help glossary add
example-init =
    # в этой папке
    tolmach init
    # в новой папке
    tolmach init articles
example-add =
    # начать перевод статьи на немецкий
    tolmach add originals/bridge.md --language de
    # сначала получить оригинал из документа Word
    tolmach add --import bridge.docx --language en
example-update =
    # посмотреть, что изменится, затем записать
    tolmach update --dry-run
    # только один документ
    tolmach update originals/bridge.md
example-gaps =
    # что ещё не переведено на немецкий
    tolmach gaps --language de
    # текстом для вставки, вместе с тем, что изменилось в оригинале
    tolmach gaps --stale --prompt
example-fill =
    # что машина ответила на «tolmach gaps»
    tolmach fill answers.jsonl
    # что было бы отклонено, в том числе из-за предупреждений
    tolmach fill answers.jsonl --fail-on warning --dry-run
example-mcp =
    # так его запускает клиент агента
    tolmach mcp
example-check =
    # весь проект
    tolmach check
    # то, что изменено в ветке; предупреждения тоже считаются
    tolmach check --changed-since origin/main --fail-on warning
    # по строке на замечание, для редакторов и grep
    tolmach check --format concise
    # аннотации для GitHub и файл SARIF
    tolmach check --format github --format sarif=tolmach.sarif
    # показать безопасные исправления, затем внести
    tolmach check --fix --dry-run
example-status =
    # насколько готов каждый перевод
    tolmach status
    # для скрипта
    tolmach status --language de --format json
example-align =
    # документ проекта и доводы
    tolmach align originals/bridge.md --reasons
    # два отдельных файла
    tolmach align --source bridge.ru.md --target bridge.en.md
    # много пар документов, по объекту JSON в строке
    tolmach align --batch < pairs.jsonl > units.jsonl
    # извлечь словарь из части и ответить с ним
    tolmach align --batch --learn-only < part-1.jsonl > part-1.lexicon
    tolmach align --batch --lexicon part-1.lexicon < pairs.jsonl > units.jsonl
example-diff =
    # что изменилось с момента принятия
    tolmach diff originals/bridge.md
    # что изменилось с ревизии git
    tolmach diff --since v1.2
example-accept =
    # один абзац, по его строке
    tolmach accept translations/en/bridge.md:12
    # целые документы, когда они прочитаны
    tolmach accept --all translations/en/bridge.md
example-forget =
    # один абзац, по его строке
    tolmach forget translations/en/bridge.md:12
example-pair =
    # строкам 5–7 оригинала соответствует строка 5 перевода
    tolmach pair originals/bridge.md:5-7 translations/en/bridge.md:5
example-unpair =
    # отменить указание для строки
    tolmach unpair translations/en/bridge.md:5
example-resolve =
    # после слияния с метками конфликта
    tolmach resolve translations/en/bridge.units.toml
    # как драйвер слияния git, в .git/config
    tolmach resolve --driver %O %A %B
example-mv =
    # оригинал со всеми переводами
    tolmach mv originals/bridge.md originals/2022/
example-waive =
    # число, которое отличается намеренно
    tolmach waive number-mismatch translations/en/bridge.md:12 --reason "rounded on purpose"
example-glossary =
    # все понятия
    tolmach glossary list
    # все места термина и его переводы
    tolmach glossary find акимат
example-glossary-list =
    # для скрипта
    tolmach glossary list --format json
example-glossary-add =
    # понятие с запрещённым переводом
    tolmach glossary add akimat --term ru=акимат --term en=akimat --deprecated en="city hall"
example-glossary-find =
    # все места термина
    tolmach glossary find акимат
    # в одном языке
    tolmach glossary find акимат --language en
example-glossary-forms =
    # формы двух терминов
    tolmach glossary forms акимат оружие
    # формы фамилии
    tolmach glossary forms Жуков --inflect surname
example-glossary-suggest =
    # имена и обороты без статьи
    tolmach glossary suggest --limit 50
example-glossary-export =
    # таблица для Excel
    tolmach glossary export terms.csv
    # терминологическая база для других программ
    tolmach glossary export terms.tbx
example-glossary-import =
    # терминологическая база другой программы
    tolmach glossary import terms.tbx
    # таблица, формат которой не виден из имени
    tolmach glossary import terms.txt --from tsv --language en
example-lexicon =
    # объединить словари, извлечённые из частей
    tolmach lexicon merge part-1.lexicon part-2.lexicon --output whole.lexicon
    # одни слова — для машин, которые будут с ними работать
    tolmach lexicon merge whole.lexicon --words-only --output words.lexicon
example-lexicon-merge =
    # объединить словари, извлечённые из частей
    tolmach lexicon merge part-1.lexicon part-2.lexicon --output whole.lexicon
    # одни слова — для машин, которые будут с ними работать
    tolmach lexicon merge whole.lexicon --words-only --output words.lexicon
example-memory =
    # как абзац переводили раньше
    tolmach memory search "Мост открыли в 1904 году."
example-memory-search =
    # похожие абзацы
    tolmach memory search "Мост открыли в 1904 году." --minimum 70
    # все абзацы с термином, в любой форме
    tolmach memory search --term акимат
example-memory-export =
    # принятые абзацы, для другой программы
    tolmach memory export memory.tmx --language en
    # документ для программы переводчика
    tolmach memory export bridge.xliff originals/bridge.md --language en
example-memory-import =
    # память другой программы
    tolmach memory import old.tmx
    # документ, который вернулся
    tolmach memory import bridge.xliff --language en
example-review =
    # все замечания по очереди
    tolmach review
    # только замечания по глоссарию
    tolmach review --rule term-*
    # построчно, для экранного диктора
    tolmach review --plain
example-rules =
    # для скрипта
    tolmach rules --format json
example-explain =
    # одно правило
    tolmach explain stale-translation
    # все правила о терминах
    tolmach explain term-*
example-completions =
    # для bash, в этом сеансе
    source <(tolmach completions bash)
    # для fish, навсегда
    tolmach completions fish > ~/.config/fish/completions/tolmach.fish
    # для zsh, в папке из fpath
    tolmach completions zsh > ~/.zfunc/_tolmach
example-man =
    # туда, где man ищет страницы пользователя
    tolmach man ~/.local/share/man/man1
example-report =
    # страницы всего проекта
    tolmach report pages
    # только английские переводы
    tolmach report pages --language en
example-book =
    # издания одной статьи для читателей
    tolmach book books originals/bridge.md
example-glossary-merge =
    # принять файл терминов, при различиях оставить своё
    tolmach glossary merge terms.toml
example-glossary-edit =
    # открыть статью понятия в редакторе
    tolmach glossary edit akimat
example-glossary-remove =
    # убрать понятие
    tolmach glossary remove akimat
example-lsp =
    # это запускает редактор
    tolmach lsp
