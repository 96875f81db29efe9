code-against-words = { $part ->
    [first] Dans { $count } lignes, de { $first } à { $last }, les codes et les questions en regard ne vont pas ensemble : ici, le code est { $stands }, et le texte est celui de { $worded }. Nous ne pouvons pas savoir à laquelle il y est répondu ; rien n’a donc été repris de ces lignes. Veuillez répondre de nouveau à ces questions, chacune sur sa propre ligne ; vos réponses étaient peut-être à leur place, mais nous ne devinons pas.
    [more] Ici, comme en { $first }, le code et la question ne vont pas ensemble : le code est { $stands }, et le texte est celui de { $worded }. Veuillez répondre de nouveau à la question { $item }, sur sa propre ligne.
    [unsure] Sur cette feuille, les codes et les questions de plusieurs lignes ne vont pas ensemble, et seul son code, { $stands }, dit de quelle question relève cette ligne. Rien n’en a été repris. Veuillez répondre de nouveau à la question { $item }, sur sa propre ligne.
   *[one] Sur cette ligne, le code est { $stands }, et le texte est celui de { $worded }. Nous ne pouvons pas savoir à laquelle des deux il est répondu ici ; rien n’a donc été repris de cette ligne. Veuillez répondre de nouveau à la question { $item }, sur sa propre ligne.
 }
cells-moved = { $part ->
    [more] Comme en { $first }, les cellules ne se trouvent plus ici en regard de leur question. Veuillez y répondre de nouveau.
   *[first] De { $first } à { $last }, les cellules à remplir ne se trouvent plus en regard de leurs questions : des cellules semblent y avoir été insérées ou supprimées, et ce qui a été écrit peut se trouver maintenant en regard d’une autre question. Rien n’a été repris de ces lignes ({ $count ->
        [one] une question
       *[other] { $count } questions
    }). Veuillez répondre de nouveau à la question { $item } et aux autres de ces lignes, ou annuler la modification dans votre fichier et nous le renvoyer.
 }
codes-of-another-table = Les lignes de ce tableau portent les codes d’un autre tableau ; nous ne pouvons donc pas savoir duquel des deux elles relèvent. Rien n’a été repris pour la question { $item }. Veuillez remplir de nouveau son tableau.
words-for-numbers = Dans le tableau de la question { $item }, « { $value } » se trouve dans la première colonne, à la place de nos codes. Nous ne pouvons pas savoir si les cellules voisines sont, elles aussi, décalées d’une colonne ; rien n’a donc été repris de ce tableau. Veuillez le remplir de nouveau, chaque indication sous son titre, et laisser la première colonne telle quelle.
read-by-its-words = { $what ->
    [option] Dans cette liste, des lignes portent le code d’une autre. Ce que vous avez coché a été lu d’après le texte en regard. Si vous pensiez à une autre ligne, dites-le-nous.
   *[question] Le code de cette ligne est celui d’une autre question. Ce que vous avez écrit a été lu comme réponse au texte en regard. Si vous pensiez à une autre question, dites-le-nous.
 }
