# Ce qu’une disposition demande à un État partie, tel qu’imprimé après elle.
mandatory = obligatoire
optional-consider = à envisager
best-efforts = obligation de s’efforcer
may = facultatif
definition = définition
