not-a-decision-workbook = Ce n’est pas un classeur de décisions : sa première ligne et ses premières colonnes, masquées, sont introuvables. Remplissez le fichier que consult reconcile a écrit, ou faites-en établir un nouveau.
decision-unknown-question = « { $value } » n’est le code d’aucune question de cette consultation. Ce code figure dans une colonne masquée et ne doit pas être modifié. Rien n’a été repris de cette ligne ; remplissez-la dans un nouveau classeur de décisions.
decision-outdated = Les réponses à { $item } ont changé depuis cette décision (réponses { $was } alors, { $now } à présent). Elle n’a pas été reprise et la question reste ouverte. Faites établir un nouveau classeur de décisions et tranchez sur les réponses actuelles.
decision-not-needed = Les réponses à { $item } ne se contredisent plus : il n’y a rien à trancher. Cette ligne n’a pas été reprise ; il n’y a rien à faire.
decision-unknown-value = « { $value } » ne figure pas parmi : { $allowed }. Choisissez dans la liste de cette case. Rien n’a été décidé sur { $item }.
decision-ambiguous = « { $value } » peut se lire de plusieurs façons : { $readings }. Écrivez celle que vous voulez dire, ou choisissez dans la liste. Rien n’a été décidé sur { $item }.
decision-not-read = « { $value } » ne se lit pas comme { $expected ->
    [number] un nombre. Écrivez-le en chiffres seulement
   *[date] une date. Écrivez-la sous la forme année-mois-jour, par exemple 2026-01-30
 }, ou choisissez dans la liste. Rien n’a été décidé sur { $item }.
decision-missing = Cette ligne porte un texte, un motif ou un nom, mais pas de décision. Choisissez-en une dans la liste, ou « Laisser ouvert ». Rien n’a été décidé sur { $item }.
reason-missing = La décision sur { $item } n’est pas motivée. Le motif est obligatoire, puisque d’autres sont d’un autre avis : une ou deux phrases suffisent. Rien n’est encore décidé.
decider-missing = Il n’est pas dit qui a tranché sur { $item }. Indiquez-le dans cette case, ou une fois pour toutes les lignes en haut de la feuille. Rien n’est encore décidé.
decided-twice = { $item } est tranché ici et, autrement, en { $others }. N’en gardez qu’un. Rien n’est encore décidé.
decision-cell-unreadable = Cette case contient une erreur ou une formule dont le résultat n’a pas été enregistré. Écrivez le texte lui-même. Rien n’a été décidé sur { $item }.
decisions-open = { $count ->
    [one] Une contradiction reste ouverte.
   *[other] { $count } contradictions restent ouvertes.
 } Une soumission définitive les attend ; un projet, non.
