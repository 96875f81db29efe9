# La feuille de choix : un résultat pour chaque ligne, choisi par une personne.
sheet-cover = Lisez-moi
sheet-choices = Choix
sheet-annex = Annexe
sheet-lists = Listes

made = Établi le { $when }
subjects = { $count ->
    [one] Une ligne attend un choix.
   *[other] { $count } lignes attendent un choix.
 }
earlier = { $count ->
    [one] Un choix a été fait auparavant et figure déjà sur la feuille. Modifiez-le s’il ne vaut plus.
   *[other] { $count } choix ont été faits auparavant et figurent déjà sur la feuille. Modifiez ceux qui ne valent plus.
 }
places-label = Places
places = { $count ->
    [one] Une seule place est prévue pour « { $outcome } ».
   *[other] { $count } places sont prévues pour « { $outcome } ».
 }
by-label = Décidé par ▸
by-hint = La personne ou l’organe qui décide, tel qu’il doit être consigné. Obligatoire.
on-label = Le
on-hint = Le jour, sous la forme année-mois-jour, par exemple 2026-01-30. Peut rester vide.
of-places = { $count } sur { $places } places
of-rows = { $outcome } : { $count }
of-rows-and-places = { $outcome } : { $count } sur { $places } places
no-choice = Sans choix pour l’instant
how = Comment utiliser ce fichier
how-1 = 1. Sur la feuille « { $sheet } », choisissez un résultat dans la liste de chaque case teintée. Une case vide signifie : pas encore décidé.
how-2 = 2. Indiquez à côté le motif, en une phrase. Il est obligatoire pour : { $outcomes }. Sa case reste rouge tant qu’il manque.
how-2-free = 2. Indiquez à côté le motif, en une phrase, s’il y a lieu.
how-3 = 3. Triez, filtrez, déplacez et masquez à votre guise ; les lignes sont reconnues à leur code : laissez donc les codes tels quels.
how-4 = 4. Plus haut sur cette page, indiquez qui a décidé.
how-5 = 5. Enregistrez le fichier sous le nom de votre choix et renvoyez-le à : { $office }. Vous pouvez y revenir aussi souvent que vous le souhaitez.
code-label = Code

header-rank = Rang
header-number = N°
header-subject = Code
header-points = Points
header-why = Détail des points
header-note = Note
header-outcome = Résultat ▾
header-reason = Motif
header-reason-for = Motif (obligatoire pour : { $outcomes })
choose-title = Résultat
choose = Cela ne figure pas dans la liste. Choisissez dans la liste, pour être compris.
in-annex = { $start } … [texte intégral : feuille « { $sheet } », { $mark }]
annex-title = Textes trop longs pour une case, en entier
annex-mark = Repère
annex-where = Ligne
annex-text = Texte
footer = { $title } · { $code }
page = Page { $page } sur { $pages }
