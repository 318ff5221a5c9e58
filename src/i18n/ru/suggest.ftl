### Кандидаты в глоссарий.

help-glossary-suggest = Имена и обороты оригиналов, которых нет в глоссарии, и как их до сих пор переводили
    .paths = Оригиналы, переводы или папки; если не указаны — все документы
    .language = Язык переводов; если не указан — тот, на который переведено больше всего
    .limit = Сколько показать
    .format = Формат вывода

suggest-count =
    { $documents ->
        [one] { $count }×
       *[other] { $count }× в документах: { $documents }
    }
suggest-unknown = → ?
suggest-unchanged = Остаются как есть: { $terms }
suggest-total =
    { $total ->
        [0] Для переводов на { $language } предложить нечего.
       *[other] Кандидатов: { $shown } из { $total } (переводы на { $language }). «tolmach review» берёт кандидата в глоссарий одной клавишей.
    }
