decide-recorded = { $title } : { $count ->
    [0] rien qui ne soit déjà au dossier
    [one] un choix enregistré
   *[other] { $count } choix enregistrés
 }
decide-open = { $count ->
    [one] Une ligne sur { $subjects } n’a pas encore de résultat.
   *[other] { $count } lignes sur { $subjects } n’ont pas encore de résultat.
 }
decide-whole = { $count ->
    [one] La seule ligne a son résultat : c’est décidé.
   *[other] Les { $count } lignes ont un résultat : c’est décidé.
 }
decide-next-open = complétez la feuille, puis redonnez-la : consult decide FICHIER
decide-next = consult advance
decide-next-further = d’autres sont venus depuis l’établissement de cette feuille : ils sont dans { $path }, avec ce qui a déjà été choisi ; remplissez celle-là
