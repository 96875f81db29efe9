# Ce qu’une disposition demande à un État partie, tel qu’imprimé à côté d’une question.
mandatory = Obligatoire
optional-consider = À envisager
best-efforts = Obligation de s’efforcer
may = Facultatif
definition = Définition
