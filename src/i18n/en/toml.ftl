### What the reader of TOML says.

toml-quoted = the TOML reader says: “{ $said }”
toml-missing = the key “{ $key }” is missing
toml-unknown-field = unknown key “{ $key }”
toml-variant = “{ $value }” is not a valid value; valid are: { $allowed }
toml-type =
    { $found ->
        [text] a text
        [integer] a whole number
        [number] a number with a fraction
        [boolean] true or false
        [list] a list
        [table] a table
       *[date] a date
    } where { $wanted ->
        [text] a text in quotation marks
        [integer] a whole number
        [number] a number
        [boolean] true or false, without quotation marks,
        [list] a list in [ ]
        [severity] error, warning, info, off or a table
       *[table] a table
    } must be
toml-fault =
    { $what ->
        [key] a key is missing or not well-formed: a line is key = value
        [bare-key] a key with such characters must be in quotation marks
        [long-key] a key must be on one line
        [header] the name of the table in brackets is missing or not well-formed
        [table-header] the name of the table is not closed: ] is missing
        [array-header] the name of the table is not closed: ]] is missing
        [array] the list is not closed: ] is missing
        [inline] the table is not closed: {"}"} is missing
        [no-value] the key has no value: a line is key = value
        [equals] one “=” too many
        [comma] one comma too many
        [no-comma] a comma is missing between two values
        [inline-key] between {"{"} and {"}"} must be pairs key = value
        [unopened] a closing bracket without an opening one
        [after] nothing may follow here: each pair key = value has its own line
        [comment] only a comment with # may follow here
        [character] a character that must not be in a comment
        [return] a lone carriage return: lines must end as in Unix or in Windows
        [unquoted] a text must be in quotation marks
        [text] the text in quotation marks is not closed, or holds a character that must not be in it
        [long-text] the text of several lines is not closed: three quotation marks are missing
        [escape] not a valid escape after “\”; a backslash itself is written “\\”
        [unknown] not a value: text must be in quotation marks; true and false are without
        [date] not a valid date or time
        [number] not a well-formed number
        [large] the number is too large
        [not-a-table] the key is a value already and cannot hold further keys
        [deep] nested too deep
       *[twice] the key or the table is there twice
    }
