cell-text-too-long = Un texte de { $length } caractères, qui commence par « { $start } », ne tient pas dans une cellule ({ $limit } au plus). Raccourcissez-le là où il a été écrit.
unknown-option = « { $value } » (question { $item }) ne figure pas parmi : { $allowed }. Veuillez choisir l’une de ces réponses{ $rest ->
    [yes] {" "}et reporter le reste dans la colonne « { $details } »
   *[other] {""}
 } ; rien n’a été enregistré pour cette question.
unknown-tick = « { $value } », en regard de « { $option } » (question { $item }), ne peut être lu comme une coche. Veuillez y mettre ✓ si cela s’applique, ou vider la cellule ; les autres coches et textes de cette question ont été enregistrés.
other-in-words = « { $value } » a été écrit en regard de « { $option } » (question { $item }) : ce choix a été pris comme coché, et votre texte gardé avec les précisions. Il n’y a rien à faire.
comment-only = Vous avez écrit une observation sur la question { $item } sans donner de réponse. L’observation a été gardée. Si c’est votre réponse, veuillez { $how ->
    [list] en choisir une dans la liste de la colonne « { $column } »
    [ticks] mettre ✓ dans la colonne « { $column } » en regard de ce qui s’applique
    [table] remplir le tableau de cette question
   *[words] l’écrire dans la colonne « { $column } »
 }.
ambiguous-value = « { $value } » (question { $item }) peut se lire de plusieurs façons : { $readings }. Veuillez écrire celle que vous entendez ; rien n’a été enregistré pour cette question.
not-a-number = « { $value } » n’est pas un nombre. Veuillez l’écrire en chiffres seulement, par exemple 12 ou 3,5 ; les mots et les unités vont dans les précisions. Rien n’a été enregistré pour cette question.
not-a-date = « { $value } » n’est pas une date qui se lise sans hésitation. Veuillez l’écrire sous la forme année-mois-jour, par exemple 2026-01-30 ; si vous ne connaissez que le mois ou l’année, laissez cette cellule vide et indiquez-le dans les précisions. Rien n’a été enregistré pour cette question.
other-calendar = « { $value } » semble compter les années dans un autre calendrier que le calendrier grégorien. Veuillez écrire la date grégorienne sous la forme année-mois-jour, par exemple 2026-01-30. Rien n’a été enregistré pour cette question.
read-as = Nous avons lu « { $value } » (question { $item }) comme « { $reading } ». Si c’est bien ce que vous entendez, il n’y a rien à faire.
error-cell = Cette cellule affiche l’erreur { $value }. Veuillez écrire la réponse elle-même ; rien n’a été enregistré pour cette question.
uncached-formula = Cette cellule contient une formule dont le résultat n’a pas été enregistré. Veuillez écrire la réponse elle-même ; rien n’a été enregistré pour cette question.
struck-through = « { $value } » est barré. Cela compte-t-il ? Si oui, veuillez l’écrire ici sans barre ; sinon, laissez cette cellule vide. Rien n’a été pris de cette cellule.
partly-struck = Une partie de ce texte est barrée : « { $value } ». Le texte entier compte-t-il, ou seulement « { $stands } » ? Veuillez n’écrire ici que ce qui compte, sans barre. Rien n’a été pris de cette cellule.
question-struck = Les mots de la question { $item } sont barrés. Cela n’a pas été lu comme une réponse. Si elle ne vous concerne pas, choisissez l’une des réponses qui le disent, s’il vous plaît.
answer-and-absence = « { $absence } » est choisi ici, et une réponse est aussi donnée. Veuillez garder l’un des deux ; rien n’a été enregistré pour cette question.
two-answers = La question { $item } a une réponse dans « { $proper } », qui a été enregistrée, et un autre texte, « { $value } », dans la colonne « { $column } », qui ne l’a pas été. Veuillez déplacer ce texte là où se trouve la réponse, ou le supprimer.
answer-in-other-cell = « { $value } » a été écrit dans la colonne des réponses et pris comme réponse. Il n’y a rien à faire.
taken-as-details = « { $value } » a été écrit dans la colonne « { $column } » d’une question à laquelle on répond par des coches (question { $item }) ; ce texte a été gardé avec les précisions. Il n’y a rien à faire.
conflicting-copies = Cette question reçoit ici une réponse et une autre, différente, dans { $others }. Veuillez n’en garder qu’une ; rien n’a été enregistré pour cette question.
unknown-row-code = Le code de ligne « { $value } » ne correspond à aucune question. Rien n’a été lu sur cette ligne ; rétablissez son code, ou écrivez sous une question du classeur.
text-beyond-table = « { $value } » se trouve hors des cases à remplir et n’a pas été lu comme une réponse. Veuillez le déplacer dans l’une des cases teintées.
not-asked = Cette question ne vous a pas été posée, et elle a une réponse. Celle-ci n’a pas été enregistrée ; si vous souhaitiez y répondre, écrivez à la personne indiquée sur la première feuille.
unknown-law = « { $value } » renvoie à { $law }, mais la ligne { $law } de la liste des lois n’a pas d’intitulé. Le texte a été gardé tel quel ; veuillez indiquer l’intitulé dans la liste des lois.
law-not-cited = { $law }, « { $value } », figure dans la liste des lois, mais aucune question n’y renvoie ; elle n’a donc pas été enregistrée. Citez-la en regard de la question concernée, par exemple : { $law } art. 3.
locked-text-changed = Le libellé de cette question diffère de celui que nous avions envoyé. La réponse a été lue comme réponse à notre libellé.
found-without-code = { $there ->
    [yes] À la place du code de cette ligne se trouve « { $value } », qui n’est pas l’un de nos codes
   *[no] Le code de cette ligne manque
 } ; la question a été reconnue à { $how ->
    [name] le nom de sa cellule de réponse
   *[other] son libellé
 }. Il n’y a rien à faire.
columns-not-found = Sur cette feuille, les colonnes n’ont pas pu être reconnues : { $columns }. Rien n’y a été lu. S’il s’y trouve des réponses, veuillez les déplacer sur les feuilles que nous avons envoyées, ou rétablir la ligne d’en-tête.
no-questions-found = Aucune de nos questions n’a été trouvée dans ce fichier. Veuillez renvoyer, rempli, le classeur que vous avez reçu.
extra-sheet = La feuille « { $name } » n’est pas l’une des nôtres ; rien n’y a été lu. Veuillez déplacer sur sa ligne ce qui se rapporte à une question.
