# Ce que veut dire une cellule d’un classeur renvoyé. Chaque phrase retourne à l’expéditeur, à la cellule.
choice-or-remark = « { $value } » figure dans la colonne « { $column } » de la question { $item }, dont la réponse est vide. Ce peut être votre réponse, ou vouloir dire que vous n’avez rien à écrire dans cette colonne. Si c’est votre réponse, veuillez la choisir dans la colonne « { $proper } » ; sinon, choisissez celle qui convient. D’ici là, cette question reste sans réponse.
unclear-ticks = Des signes différents figurent dans la liste de la question { $item } : { $signs }. Ils peuvent se lire de plusieurs façons : vous seuls savez lesquels disent oui. Veuillez mettre ✓ à côté de chaque option qui s’applique et laisser vides les autres cellules ; aucune coche de cette question n’a été enregistrée.
option-reworded = Une coche figure à côté de « { $value } », là où nous avions imprimé « { $option } » (question { $item }). Elle n’a pas été enregistrée, car elle aurait compté pour nos mots. Si nos mots conviennent, veuillez les cocher ; si vous pensez à autre chose, écrivez-le dans les précisions. Ce que vous avez coché ou écrit d’autre pour cette question a été enregistré.
words-for-ticks = « { $value } » figure dans la cellule de réponse de la question { $item }, dont les options se cochent dans les lignes qui suivent. Veuillez mettre ✓ à côté de chaque option qui s’applique ; si vous ne pouvez pas répondre, choisissez : { $allowed }. Rien n’a été enregistré pour cette question.
rest-in-details = Nous avons lu « { $value } » (question { $item }) comme « { $reading } » et avons porté « { $rest } » dans la colonne « { $column } ». Si c’est bien ce que vous voulez dire, il n’y a rien à faire.
unclear-laws = « { $value } » (question { $item }) : nous ne savons pas avec certitude de quelles lois il s’agit. Veuillez indiquer chaque loi par son numéro, avec ses dispositions et rien d’autre, par exemple : L1 art. 3 ; L2 art. 5. Aucune loi n’a été enregistrée de cette cellule ; le reste de ce que vous avez écrit sur cette question l’a été.
no-law-named = Nous avons lu « { $value } » (question { $item }) comme : aucune loi à indiquer ici{ $kept ->
    [yes] , et avons gardé vos mots dans les précisions
   *[no] {""}
 }. Si c’est bien ce que vous voulez dire, il n’y a rien à faire.
says-nothing = Nous avons lu « { $value } » (question { $item }) comme ne disant rien : rien n’a été enregistré de cette cellule. Si c’est une réponse, veuillez l’écrire en toutes lettres.
not-an-answer = « { $value } » (question { $item }) ne peut pas servir de réponse : qui lira vos réponses ne saura pas ce que cela représente. Veuillez écrire ce que vous voulez dire, ou vider la cellule. Rien n’a été enregistré de cette cellule.
says-unchanged = « { $value } » (question { $item }) : nous n’avons de vous sur cette question rien qui puisse rester tel quel. Veuillez écrire votre réponse.
unchanged-stands = « { $value } » (question { $item }) : ce que vous aviez dit, « { $answer } », demeure. Il n’y a rien à faire.
see-attached = « { $value } » (question { $item }) a été gardé tel quel, mais seul ce qui est écrit dans ce fichier fait partie de votre réponse : rien d’autre n’est lu pour elle. { $law ->
    [yes] Veuillez indiquer ici la loi et la disposition.
   *[no] Veuillez écrire ici l’essentiel.
 }
year-as-day = Cette cellule contient le jour { $value }, que les tableurs font du nombre { $year } (question { $item }). Si vous pensiez à l’année { $year }, veuillez écrire le jour complet, tel que { $year }-01-30, ou, si vous ne connaissez que l’année, vider cette cellule et l’écrire dans les précisions. Si vous pensiez bien au { $value }, veuillez l’écrire avec le nom du mois. Rien n’a été enregistré pour cette question.
day-for-words = Cette cellule contient le jour { $value } (question { $item }). Les tableurs font un tel jour de chiffres comme 6-2 ou 5/10. Veuillez écrire ce que vous voulez dire en toutes lettres, tel que art. 6(2), ou le jour avec le nom du mois. Rien n’a été enregistré de cette cellule.
day-among-words = Cette cellule contient le jour { $value } (question { $item }), et a été gardée ainsi. Les tableurs font un tel jour de chiffres comme 6-2 ou 5/10 : si vous aviez écrit autre chose, veuillez l’écrire à nouveau avec un mot à côté.
