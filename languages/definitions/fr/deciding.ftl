# Les colonnes que toutes les feuilles de choix ont, et ce qui y figure.
header-body = Organisme
header-kind = Type
header-option = Choix
header-kinds = Choisi par
not-named = Non nommé ici
