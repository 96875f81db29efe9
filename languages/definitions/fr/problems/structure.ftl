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
answers-on-two-sheets = Deux feuilles, « { $first } » et « { $second } », contiennent les mêmes questions, chacune avec des réponses que l’autre n’a pas. Les réponses des deux feuilles comptent. Si l’une des feuilles est un brouillon ou une version plus ancienne, veuillez la supprimer et renvoyer le classeur.
text-beside-question = « { $value } » se trouve à droite de la question { $item }, hors des cellules à remplir, et n’a pas été lu comme faisant partie de la réponse. Veuillez le déplacer dans l’une des cellules teintées de la ligne.
text-in-question = « { $value } » a été écrit dans la cellule qui contient le texte de la question { $item } et n’a pas été lu comme faisant partie de la réponse. Veuillez le déplacer dans l’une des cellules teintées de la ligne.
code-changed = Le code de la question { $item } a été changé en « { $value } ». La ligne a été reconnue par d’autres moyens et lue ; rien n’a été lu dans la cellule du code. Si des mots de cette cellule font partie de la réponse, veuillez les déplacer dans l’une des cellules teintées de la ligne.
columns-gone = Sur cette feuille, aucune colonne n’a été reconnue comme : { $columns }. Les autres colonnes ont été lues. Si vous avez écrit dans une colonne dont l’en-tête a disparu, veuillez le rétablir.
question-not-asked-now = La question { $value }, « { $words } », ne figure pas parmi celles qui sont posées maintenant ; elle vient peut-être d’une édition antérieure. Rien n’a été lu dans cette ligne. Si votre réponse relève d’une autre question, veuillez l’y écrire.
text-on-cover = « { $value } » a été écrit sur la première feuille, qui n’a pas de cellules à remplir, et n’a pas été lu comme une réponse. Veuillez déplacer ce qui relève d’une question dans sa ligne ; pour le reste, par exemple la manière dont votre organisation peut être nommée, veuillez nous écrire.
text-outside-tables = Ces mots se trouvent hors des tableaux et n’ont pas été lus comme une réponse : « { $value } ». Veuillez déplacer ce qui relève d’une question dans les cases teintées de sa ligne.
pinned-notes = { $count ->
    [one] Une note est attachée à une cellule de cette feuille : { $cells }. Son texte n’a pas été lu.
   *[other] { $count } notes sont attachées à des cellules de cette feuille : { $cells }. Leur texte n’a pas été lu.
 } Si une réponse s’y trouve, veuillez l’écrire dans la cellule même.
hidden-text = Un texte masqué se trouve ici et n’a pas été pris : « { $value } ». S’il fait partie de la réponse, rendez-le visible, s’il vous plaît.
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
question-replaced = « { $value } » se trouve à la place de l’énoncé de la question { $item }, et les cases à côté sont vides. Est-ce votre réponse ? Si oui, veuillez l’écrire dans une des cases teintées de sa ligne ; rien n’a été enregistré pour cette question.
questions-replaced = L’énoncé de { $count } questions a été remplacé ({ $cells }), et les cases à côté sont vides. Rien n’y a été lu. Si des réponses s’y trouvent, veuillez déplacer chacune dans les cases teintées de sa ligne.
texts-beyond-table = { $count } textes ({ $values }) se trouvent hors des cases à remplir ({ $cells }) et n’ont pas été lus comme des réponses. Si une réponse s’y trouve, veuillez la déplacer dans une des cases teintées.
merged-answers = La réponse à la question { $item } se trouve dans une cellule qui a été fusionnée sur { $count } autres questions. Elle n’a été lue que pour { $item }. Si elle répond aussi à d’autres d’entre elles, veuillez l’y écrire : { $others }.
pictures = { $within ->
    [document] { $count ->
        [one] Une image ou un dessin se trouve ici et ne peut pas être lu
       *[other] { $count } images ou dessins se trouvent ici et ne peuvent pas être lus
    }
   *[sheet] { $count ->
        [one] Une image ou un dessin se trouve sur cette feuille et ne peut pas être lu
       *[other] { $count } images ou dessins se trouvent sur cette feuille et ne peuvent pas être lus
    }
 }. S’il s’y trouve une part de réponse, veuillez en saisir le texte dans la cellule même.
