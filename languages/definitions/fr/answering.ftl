# Ce qui revient à qui a envoyé un classeur.
counted-answers = { $count ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $count } réponses
 }
in-all = ({ $count } caractères au total, tous conservés)
in-your-file = Dans votre fichier, cellule { $cell } :{" "}
earlier-stands = Ce que nous avons conservé de votre réponse à cette question est à sa place.
copy-the-rest = Ce que disent les deux lignes ne figure pas dans ce classeur ; veuillez saisir ce qui est juste.
look-again-hidden = Ce que vous avez écrit ici n’a pas pu être lu. Veuillez répondre de nouveau à cette question.
more-remarks = { $count ->
    [one] et une autre remarque
   *[other] et { $count } autres remarques
 }
nothing-filled-in = Rien n’est rempli dans ce classeur. Peut-être le fichier joint n’était-il pas celui que vous avez rempli ?
too-long-here = Ce que vous avez répondu ici est conservé en entier, mais trop long pour être repris dans une cellule. Laissez-la vide pour que cela demeure.
