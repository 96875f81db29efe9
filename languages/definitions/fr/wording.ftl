# Comment se joignent plusieurs valeurs, et les champs d'une ligne.
separator = {" ; "}
field = { $label } : { $text }
