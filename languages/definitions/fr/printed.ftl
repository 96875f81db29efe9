# Le formulaire Word qu’une partie prenante remplit au lieu du classeur.
choose = Choisir …
one-of = Au choix : { $options }.
see-table = Veuillez remplir le tableau ci-dessous, après ces questions.
title = { $title } · Formulaire Word
fill-label = Comment remplir ce formulaire
code-label = Code de ce formulaire
fill =
    1. Écrivez dans les cases teintées. Merci de laisser le reste tel quel, surtout les petits codes à gauche : c’est par eux que nous savons quelle réponse se rapporte à quelle question.
    2. Dans la colonne « { $answer } », cliquez sur « { $choose } » et choisissez dans la liste, ou tapez l’une des réponses indiquées sous la question ; si plusieurs sont possibles, cochez les cases. Sous « { $details } », dites ce qu’il en est, avec vos mots.
    3. Pas de votre ressort, inconnu ou non communicable ? Choisissez ou tapez : { $absences }. Laissez vide ce que vous n’avez pas examiné.
    4. Inscrivez chaque loi une seule fois dans le tableau « { $laws } » à la fin (L1, L2 …), puis citez-la : « L1 art. 3 ; L2 art. 5(2) ».
    5. Un tableau a trop peu de lignes ? Appuyez sur la touche Tab dans sa dernière case.
    6. Enregistrez-le comme document Word (.docx) sous le nom de votre choix et renvoyez-le en pièce jointe à { $email }. Vous pouvez le renvoyer corrigé jusqu’à la date limite. Merci de remplir soit ce formulaire, soit le classeur, pas les deux.
fill-form =
    1. Écrivez dans les cases teintées. Merci de laisser le reste tel quel, surtout les petits codes à gauche : c’est par eux que nous savons quelle réponse se rapporte à quelle question.
    2. Dans la colonne « { $answer } », cliquez sur « { $choose } » et choisissez dans la liste, ou tapez la réponse ; si plusieurs sont possibles, cochez les cases. Sous « { $details } », dites ce qu’il en est, avec vos mots.
    3. Pas de votre ressort, inconnu ou non communicable ? Choisissez ou tapez : { $absences }. Laissez vide ce qui ne vous concerne pas.
    4. Un tableau a trop peu de lignes ? Appuyez sur la touche Tab dans sa dernière case.
    5. Enregistrez-le comme document Word (.docx) sous le nom de votre choix et renvoyez-le en pièce jointe à { $email }. Vous pouvez le renvoyer corrigé jusqu’à la date limite. Merci de remplir soit ce formulaire, soit le classeur, pas les deux.
safe = Ce document ne contient ni macros ni rien sur quoi cliquer, hormis ses listes et ses cases. Il s’ouvre dans Word, LibreOffice et les logiciels semblables. Un doute sur son origine ? Appelez la personne indiquée ci-dessus.
remarked = { $count ->
    [one] Une question est à revoir : sa case est rougeâtre, et ce dont il s’agit figure sous elle, après →.
   *[other] { $count } questions sont à revoir : leurs cases sont rougeâtres, et ce dont il s’agit figure sous chacune d’elles, après →.
 }
footer-code = Code { $code }
