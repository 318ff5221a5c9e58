### Что показывает редактор.

help-lsp = Обслуживать редактор: Language Server Protocol на стандартном вводе и выводе
    .stdio = Ничего не меняет; редакторы передают это любому серверу
    .after =
        Запускает сам редактор. Как его настроить — в «docs/editors.md». Коды выхода: 0 — редактор завершил сервер, 1 — редактор пропал.

lsp-original = оригинал
lsp-translation = перевод, { $language }
lsp-unchecked = этот проект нельзя проверить: { $cause }

lsp-state-open = ещё не принято
lsp-state-draft = непрочитанный черновик: { $by }
lsp-state-accepted = принято
lsp-state-stale = оригинал изменился после принятия
lsp-state-edited = перевод изменился после принятия
lsp-state-both = оба текста изменились после принятия
lsp-confidence = уверенность { $percent } %
lsp-no-counterpart = Этому абзацу ничего не соответствует.
lsp-changed = Изменилось после принятия
lsp-terms = Термины

lsp-fix = Написать «{ $text }»
lsp-fix-remove = Убрать
lsp-fix-all = Внести все надёжные исправления
lsp-accept = Принять этот фрагмент
lsp-waive = Снять { $rule }: { $reason }
lsp-waive-ask = Снять { $rule } с указанием причины…
lsp-waive-why = Почему здесь так и надо?
lsp-reason-intended = здесь так задумано
lsp-reason-quotation = цитата
lsp-reason-mistaken = правило здесь ошибается
lsp-gone = Этого замечания больше нет.

lsp-state-removed = убрано: в оригинале этого больше нет
lsp-memory = Память
lsp-fill = Заполнить, { $percent } %: { $text }
lsp-pair = Связать с «{ $text }»
lsp-add-term = Добавить «{ $term }» в глоссарий
lsp-term-added = Добавлено к { $concept } в { $place }
lsp-rename-glossary = Глоссарий
lsp-rename-places = Термин в текстах
lsp-rename-unsure = Посмотрите сами: другая форма или не термин
