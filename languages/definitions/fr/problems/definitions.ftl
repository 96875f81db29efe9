fixed-value = Dans ce fichier, « { $key } » doit être « { $expected } » et non « { $value } ». Corrigez la valeur ou renommez le fichier.

# Traductions
translation-file-missing = Il n’y a pas de traduction ({ $tag }) à côté de ce fichier. Ajoutez { $name }.
unknown-language = « { $tag } », dans le nom de ce fichier, n’est pas une langue connue ici. Langues connues : { $allowed }. Renommez ou supprimez le fichier.
translation-missing = La traduction de « { $key } » ({ $tag }) manque. Ajoutez-la ici.
translation-surplus = « { $key } » est traduit ici mais n’existe pas dans le fichier anglais. Corrigez la clé ou supprimez l’entrée.

# Le droit
unknown-article = { $instrument } n’a pas d’article { $article } : ses articles vont de 1 à { $last }. Corrigez le numéro.
article-out-of-order = L’article { $article } se trouve là où l’article { $expected } est attendu. Énumérez chaque article une fois, dans l’ordre.
bad-label = « { $label } » ne désigne pas un paragraphe. Écrivez-le comme dans le traité, sous la forme 1, 1(a), 1(a)(ii), (a) ou 1(a)(ii)#b.
duplicate-label = Le paragraphe « { $label } » figure deux fois. N’en gardez qu’un.
orphan-label = « { $label } » prolonge le paragraphe « { $above } », qui ne figure pas dans la liste. Ajoutez « { $above } » avant lui ou corrigez la désignation.
duplicate-article = L’article { $article } figure deux fois. N’en gardez qu’un.
duplicate-cell = « { $cell } » figure deux fois. N’en gardez qu’un.
missing-cell = Il manque à la répartition : { $cells }. Ajoutez une case pour chaque instrument et chaque groupe thématique, au besoin non vérifiée.
cluster-out-of-order = Les groupes thématiques doivent être numérotés 1, 2, 3 et 4, dans cet ordre. Corrigez les numéros.

# Les questionnaires au regard du droit
unknown-questionnaire = Il n’y a pas de questionnaire « { $name } » : un questionnaire porte sur un instrument et un groupe thématique, parmi { $allowed }. Corrigez l’identifiant.
article-outside-cell = L’article { $article } n’est pas attribué à ce groupe, qui comprend { $articles }. Déplacez la section ou corrigez la répartition dans cells.yaml.
section-missing = L’article { $article } relève de ce groupe, mais aucune section ne porte sur lui. Ajoutez une section.
unknown-provision = L’article { $article } n’a pas de paragraphe « { $provision } ». Ses paragraphes : { $allowed }. Corrigez la désignation.
provision-not-asked = Aucune question ne porte sur le paragraphe { $provision } de l’article { $article }. Ajoutez-en au moins une avec cette disposition.
obligation-differs = La question indique « { $obligation } », alors que le paragraphe { $provision } est enregistré comme « { $expected } ». Corrigez la question, ou le paragraphe dans clusters/definitions.

# Questions
bad-item-id = « { $name } » ne peut pas être l’identifiant d’une question. Écrivez l’instrument, l’article, le paragraphe et un suffixe en minuscules et chiffres séparés par des points, par exemple untoc.5.1.b ou untoc.10.2.kinds.
item-id-elsewhere = L’identifiant « { $item } » ne concorde pas avec la place de la question. Il doit être { $expected }, ou commencer ainsi suivi d’un point, et ne désigner aucun autre paragraphe. Corrigez l’identifiant ou la disposition.
duplicate-item = L’identifiant « { $item } » est utilisé deux fois, d’abord en { $first }. Un identifiant est permanent et ne sert qu’une fois : donnez-en un autre à cette question.
duplicate-text = Cette question est formulée comme { $other }. Précisez ce qui les distingue ou supprimez l’une des deux.
text-too-long = Ce texte compte { $characters } caractères ; la limite est de { $most }. Raccourcissez-le ou scindez la question.
unknown-topic = « { $topic } » n’est pas un thème connu. Thèmes connus : { $allowed }. Choisissez-en un, ou ajoutez celui-ci à topics.yaml.

# Réponses
options-missing = Une réponse de type « { $type } » suppose des choix. Ajoutez « options: » avec une valeur et un libellé pour chacun.
options-surplus = Une réponse de type « { $type } » n’a pas de choix propres. Supprimez « options: », ou prenez le type « choice » ou « choices ».
columns-missing = Une réponse de type « rows » suppose des colonnes. Ajoutez « columns: » avec un identifiant et un libellé pour chacune.
columns-surplus = Une réponse de type « { $type } » n’a pas de colonnes. Supprimez « columns: », ou prenez le type « rows ».
bad-option = « { $value } » ne peut être ni la valeur d’un choix ni l’identifiant d’une colonne. Utilisez des minuscules, des chiffres et des traits d’union ; ce qui se lit est le libellé.

# Dépendances
unknown-reference = « { $key } » renvoie à « { $question } », et cette question n’existe pas. Corrigez l’identifiant.
later-reference = « { $key } » renvoie à « { $question } », qui vient plus loin. Une question ne peut dépendre que de celles qui la précèdent : déplacez l’une des deux.
circular-reference = Ces questions dépendent les unes des autres en cercle : { $path }. Supprimez l’une des dépendances.
reference-elsewhere = « { $key } » renvoie à « { $question } », qui relève d’un autre article. Qui n’est interrogé que sur le présent article ne la voit jamais : faites dépendre la question d’une autre du même article.
unknown-condition-value = « { $question } » n’a pas de réponse « { $value } ». Ses réponses : { $allowed }. Corrigez la valeur.
free-condition = « { $question } » est de type « { $type } », sans réponses fixes auxquelles comparer. Employez l’opérateur « answered », ou faites dépendre la question d’une autre.
condition-shape = { $needs ->
    [one] L’opérateur « { $operator } » demande une seule valeur. Écrivez : answer: yes
    [several] L’opérateur « { $operator } » demande une liste de valeurs. Écrivez : answer: [yes, in-part]
   *[none] L’opérateur « { $operator } » ne prend pas de valeur. Supprimez « answer: ».
 }
