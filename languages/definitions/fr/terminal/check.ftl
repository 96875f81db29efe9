check-fine = Tout est en ordre : { $items } questions sur { $articles } articles, { $stakeholders ->
    [0] personne au registre pour l’instant
    [one] un organisme au registre
   *[other] { $stakeholders } organismes au registre
 }.
check-counts = { $errors ->
    [0] Rien n’est à corriger
    [one] Un point est à corriger
   *[other] { $errors } points sont à corriger
 }, { $warnings ->
    [0] rien d’autre à signaler.
    [one] un point est à vérifier.
   *[other] { $warnings } points sont à vérifier.
 }
check-next-fill = remplissez stakeholders.xlsx, puis : consult route
check-next-route = voyez qui reçoit quoi : consult route
check-next-mend = corrigez ce qui est signalé, puis de nouveau : consult check
check-next-plan = voyez ce qui se passera et quand : consult plan
