### Что интерфейсу нужно знать об этом языке.

# Английское название языка, идентификатор в коде.
locale-name = Russian
locale-thousands = {"\u00A0"}
locale-decimal = {","}
