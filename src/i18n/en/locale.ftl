### What the interface needs to know of this language.

# The language's English name, an identifier of the code.
locale-name = English
locale-thousands = {","}
locale-decimal = {"."}
