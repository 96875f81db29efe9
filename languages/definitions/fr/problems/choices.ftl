not-a-choice-sheet = Ce n’est pas une feuille de choix : sa première ligne masquée et son code sont introuvables. Remplissez le fichier établi à cette fin, ou faites-en établir un nouveau.
other-choice-sheet = Ce fichier appartient à une autre feuille, à un autre tour ou à une autre consultation : son code est « { $found } », alors que « { $expected } » est attendu ici. Rien n’en a été repris. Faites-le lire là où il doit l’être, ou remplissez le bon fichier.
choice-row-foreign = Cette ligne vient d’un autre fichier : son code est « { $found } », alors que « { $expected } » est attendu ici. Rien n’en a été repris. Choisissez pour { $item } à sa propre ligne du bon fichier.
choice-unknown-subject = « { $value } » n’est le code d’aucune ligne de cette feuille. Les codes doivent rester tels qu’ils ont été écrits. Rien n’a été repris de cette ligne ; corrigez-en le code et faites relire le fichier.
choice-without-subject = « { $value } » a été choisi sur une ligne sans code : on ignore donc pour qui. Écrivez le code à côté, ou choisissez sur la ligne qui le porte. Rien n’a été repris de cette ligne.
choice-unknown-outcome = « { $value } » ne figure pas parmi : { $allowed }. Choisissez dans la liste de cette case. Rien n’est encore choisi pour { $item }.
choice-ambiguous = « { $value } » peut se lire de plusieurs façons : { $readings }. Choisissez ce que vous voulez dire dans la liste de cette case. Rien n’est encore choisi pour { $item }.
choice-missing = Cette ligne porte un motif, mais pas de résultat. Choisissez parmi : { $allowed }. Rien n’est encore choisi pour { $item }.
choice-reason-missing = « { $outcome } » doit être motivé, car le motif est communiqué aux intéressés ou consigné. Une phrase suffit. Rien n’est encore choisi pour { $item }.
chosen-twice = { $item } figure ici et, autrement, en { $others }. N’en gardez qu’un. Rien n’est encore choisi pour { $item }.
choice-cell-unreadable = Cette case contient une erreur ou une formule dont le résultat n’a pas été enregistré. Écrivez le texte lui-même. Rien n’en a été repris.
chooser-missing = Il n’est pas dit qui a décidé. Écrivez le nom de la personne ou de l’organe à côté de « Décidé par » sur la première feuille, puis faites relire le fichier. Rien n’est encore repris.
choice-day-unclear = « { $value } » ne se lit pas comme un jour et un seul. Écrivez-le sous la forme année-mois-jour, par exemple 2026-01-30. Les choix ont été lus sans date.
too-many-chosen = « { $outcome } » a été choisi { $count } fois, alors qu’il n’y a { $places ->
    [one] qu’une place
   *[other] que { $places } places
 }. Les choix ont été lus tels quels ; donnez à certaines lignes un autre résultat, ou prévoyez de la place pour toutes.
nothing-chosen = Aucun résultat n’a été choisi dans ce fichier : toutes les lignes sont vides. Choisissez dans les cases teintées, enregistrez le fichier et renvoyez-le.
choices-open = { $count ->
    [one] Rien n’a encore été choisi pour une ligne.
   *[other] Rien n’a encore été choisi pour { $count } lignes.
 } Vous pourrez le faire plus tard, dans le même fichier.
