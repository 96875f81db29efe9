choice-elsewhere = La cellule de réponse de la question { $item } est vide, et « { $value } », qui est l’une de ses réponses, se trouve { $beside ->
    [yes] à droite du tableau
   *[no] dans la colonne « { $column } »
 } : elle a été prise comme réponse. Si ce n’est pas le cas, dites-le-nous.
rows-without-number = { $count ->
    [one] Une ligne du tableau de la question { $item } n’a pas de numéro ; elle a été lue
   *[other] { $count } lignes du tableau de la question { $item } n’ont pas de numéro ; elles ont été lues
 } dans l’ordre du tableau. Il n’y a rien à faire.
merged-answer = La réponse à la question { $first } se trouve dans une cellule fusionnée qui couvre aussi la question { $item }. Elle n’a été lue que pour { $first }. Si elle vaut aussi pour { $item }, veuillez l’y écrire.
merged-ticks = Une coche se trouve dans une cellule fusionnée qui couvre plusieurs options de la question { $item }. Elle n’a été lue que pour la première. Veuillez mettre ✓ à côté de chaque option qui s’applique.
merged-words = Dans la colonne « { $column } », une cellule a été fusionnée sur plusieurs questions. Son texte n’a été lu que pour la question { $item }. S’il vaut aussi pour { $others }, veuillez l’y écrire.
text-beside-question = « { $value } » se trouve à droite de la question { $item }, hors des cellules à remplir, et n’a pas été lu comme faisant partie de la réponse. Veuillez le déplacer dans l’une des cellules teintées de la ligne.
text-in-question = « { $value } » a été écrit dans la cellule qui contient le texte de la question { $item } et n’a pas été lu comme faisant partie de la réponse. Veuillez le déplacer dans l’une des cellules teintées de la ligne.
code-changed = Le code de la question { $item } a été changé en « { $value } ». La ligne a été reconnue par d’autres moyens et lue ; rien n’a été lu dans la cellule du code. Si des mots de cette cellule font partie de la réponse, veuillez les déplacer dans l’une des cellules teintées de la ligne.
columns-gone = Sur cette feuille, aucune colonne n’a été reconnue comme : { $columns }. Les autres colonnes ont été lues. Si vous avez écrit dans une colonne dont l’en-tête a disparu, veuillez le rétablir.
question-not-asked-now = La question { $value }, « { $words } », ne figure pas parmi celles qui sont posées maintenant ; elle vient peut-être d’une édition antérieure. Rien n’a été lu dans cette ligne. Si votre réponse relève d’une autre question, veuillez l’y écrire.
text-on-cover = « { $value } » a été écrit sur la première feuille, qui n’a pas de cellules à remplir, et n’a pas été lu. Veuillez déplacer ce qui relève d’une question dans sa ligne.
text-outside-tables = Ces mots se trouvent hors des tableaux et n’ont pas été lus comme une réponse : « { $value } ». Veuillez déplacer ce qui relève d’une question dans les cases teintées de sa ligne.
pinned-notes = { $count ->
    [one] Une note est attachée à une cellule de cette feuille : { $cells }. Son texte n’a pas été lu.
   *[other] { $count } notes sont attachées à des cellules de cette feuille : { $cells }. Leur texte n’a pas été lu.
 } Si une réponse s’y trouve, veuillez l’écrire dans la cellule même.
text-boxes = { $within ->
    [document] { $count ->
        [one] Une zone de texte se trouve ici ; elle n’a pas été lue
       *[other] { $count } zones de texte se trouvent ici ; elles n’ont pas été lues
    }
   *[sheet] { $count ->
        [one] Une zone de texte se trouve sur cette feuille ; elle n’a pas été lue
       *[other] { $count } zones de texte se trouvent sur cette feuille ; elles n’ont pas été lues
    }
 } : « { $value } ». Veuillez déplacer ce qui relève d’une question dans sa ligne.
