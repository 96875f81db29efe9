# Ce qui revient à qui a envoyé un classeur.
counted-answers = { $count ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $count } réponses
 }
in-all = ({ $count } caractères au total, tous conservés)
in-your-file = Dans votre fichier, cellule { $cell } :{" "}
in-your-document = Dans votre document, { $place } :{" "}
earlier-stands = Ce que nous avons conservé de votre réponse à cette question est à sa place.
copy-the-rest = Ce que disent les deux lignes ne figure pas dans ce classeur ; veuillez saisir ce qui est juste.
look-again-hidden = { $kind ->
    [unknown-option] Ce que vous avez écrit ici n’est aucune des réponses de la liste. Veuillez choisir l’une d’elles.
    [unknown-tick] Ce qui figure à côté d’une des lignes n’est pas une coche. Veuillez mettre ✓ à côté de chaque ligne qui convient et laisser vides les autres cellules.
    [ambiguous-value] Ce que vous avez écrit ici peut se lire de plusieurs façons. Veuillez l’écrire de sorte qu’une seule soit possible.
    [not-a-number] Ici, seul un nombre est attendu, en chiffres, comme 12 ou 3,5 ; les mots vont dans les précisions.
    [not-a-date] Ici, seul un jour est attendu, écrit année-mois-jour, comme 2026-01-30.
    [other-calendar] Ici, un jour du calendrier grégorien est attendu, écrit année-mois-jour, comme 2026-01-30.
    [error-cell] La cellule affiche une valeur d’erreur. Veuillez écrire la réponse elle-même.
    [uncached-formula] La cellule contient une formule dont le résultat n’a pas été enregistré. Veuillez écrire la réponse elle-même.
    [answer-and-absence] Une réponse est donnée ici, et il est dit aussi qu’il n’y en a pas. Veuillez ne garder que l’une des deux.
    [two-answers] Deux textes figurent dans les cellules de cette question, et un seul pouvait être la réponse. Veuillez y répondre de nouveau, dans la cellule encadrée.
    [conflicting-copies] Cette question reçoit deux réponses différentes à deux endroits. Veuillez y répondre ici.
   *[other] Ce que vous avez écrit ici n’a pas pu être lu. Veuillez répondre de nouveau à cette question.
 }
unread-texts = { $count ->
    [one] Un texte se trouvait hors des cellules colorées et n’a pas été lu.
   *[other] { $count } textes se trouvaient hors des cellules colorées et n’ont pas été lus.
 }
unread-sheets = { $count ->
    [one] Une feuille n’est pas des nôtres ou a perdu sa ligne d’en-tête ; rien n’y a été lu.
   *[other] { $count } feuilles ne sont pas des nôtres ou ont perdu leur ligne d’en-tête ; rien n’y a été lu.
 }
counted-beside = { $count ->
    [one] Sur une autre question, vous avez écrit quelque chose sans donner de réponse ; cela est conservé, mais la question ne compte pas comme répondue.
   *[other] Sur { $count } autres questions, vous avez écrit quelque chose sans donner de réponse ; cela est conservé, mais elles ne comptent pas comme répondues.
 }
more-remarks = { $count ->
    [one] et une autre remarque
   *[other] et { $count } autres remarques
 }
nothing-filled-in = Rien n’est rempli dans ce classeur. Peut-être le fichier joint n’était-il pas celui que vous avez rempli ?
too-long-here = Ce que vous avez répondu ici est conservé en entier, mais trop long pour être repris dans une cellule. Laissez-la vide pour que cela demeure.
