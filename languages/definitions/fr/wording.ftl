# Comment se joignent plusieurs valeurs, et les champs d’une ligne.
separator = {"\u202F; "}
field = { $label } : { $text }
