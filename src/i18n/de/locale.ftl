### Was die Oberfläche von dieser Sprache wissen muss.

# Der englische Name der Sprache, ein Bezeichner im Code.
locale-name = German
locale-thousands = {"."}
locale-decimal = {","}
