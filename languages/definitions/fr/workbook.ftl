# Le classeur que remplit une partie prenante.
sheet-start = Accueil
sheet-questions = Questions
sheet-tables = Tableaux
sheet-laws = Lois et liens
sheet-lists = Listes

column-code = N°
column-question = Question
column-answer = Votre réponse
column-details = Précisions et explications
column-law = Loi et disposition
column-comment = Observations
column-law-number = N°
column-law-title = Intitulé de la loi ou de l’affaire
column-law-date = Numéro et date
column-law-language = Langue
column-law-link = Lien

provision-paragraph = Article { $article }, paragraphe { $label }
provision-letter = Article { $article } { $label }
article = Article { $number }. { $title }
part = Partie { $number } · { $title }
see-optional = Vous pouvez laisser cette question sans réponse.
see-column = Veuillez répondre dans la colonne « { $column } ».
see-options = Veuillez mettre ✓ en regard de chaque ligne ci-dessous qui s’applique.
see-tables = Veuillez remplir le tableau de la feuille « { $sheet } ».

# Quand une question complémentaire s’applique.
only-if = Seulement si { $condition } :
only-if-above-is = la réponse ci-dessus est { $answers }
only-if-above-is-not = la réponse ci-dessus n’est pas { $answers }
only-if-above-answered = une réponse est donnée ci-dessus
only-if-above-ticked = { $answers } est coché ci-dessus
only-if-elsewhere-is = la réponse à la question { $code } est { $answers }
only-if-elsewhere-is-not = la réponse à la question { $code } n’est pas { $answers }
only-if-elsewhere-answered = une réponse est donnée à la question { $code }
only-if-elsewhere-ticked = { $answers } est coché à la question { $code }
quoted = « { $text } »
and = {" "}et{" "}
or = {" "}ou{" "}

# Accueil
start-title = Consultation nationale · { $state }
start-who = { $office } ({ $state }) invite { $name } à répondre à { $count ->
    [one] une question
   *[other] { $count } questions
 } sur { $texts ->
    [one] l’instrument suivant
   *[other] les instruments suivants
 } : { $instruments }.
start-purpose-label = À quoi cela sert
start-purpose = { $state } rend compte de l’application de { $texts ->
    [one] cet instrument
   *[other] ces instruments
 }. Vos réponses alimentent ce rapport, avec celles des autres organismes consultés. Le point de contact les réunit ; le rapport est ensuite transmis aux États chargés de l’examen et au Secrétariat de l’Organisation des Nations Unies.
start-seen-label = Qui les verra
start-seen-named = L’équipe du point de contact lit vos réponses. Dans le rapport, votre organisme peut être nommé à côté d’elles.
start-seen-by-type = L’équipe du point de contact lit vos réponses. Dans le rapport, elles n’apparaissent que par type d’organisme (« { $kind } »), sans votre nom ; si moins de trois organismes de ce type ont répondu, ce type n’est pas indiqué non plus.
start-seen-anonymous = Seule l’équipe du point de contact sait que ces réponses sont les vôtres. Le rapport n’indique ni votre nom ni le type d’organisme que vous êtes.
start-deadline-label = À renvoyer avant le
start-ask-label = Une question ?
start-fill-label = Comment remplir ce classeur
start-fill =
    1. Ouvrez la feuille « { $questions } ». Remplissez les cases teintées et encadrées ; le reste est verrouillé pour éviter les faux pas.
    2. Dans la colonne « { $answer } », choisissez dans la liste ; si plusieurs réponses sont possibles, mettez ✓ en regard de chacune. Sous « { $details } », dites ce qu’il en est, avec vos mots.
    3. Pas de votre ressort, inconnu ou non communicable ? Choisissez-le dans la liste. Laissez vide ce que vous n’avez pas examiné.
    4. Inscrivez chaque loi une seule fois sur la feuille « { $laws } » (L1, L2 …), puis citez-la : « L1 art. 3 ; L2 art. 5(2) ».
    5. Enregistrez le fichier sous le nom de votre choix et renvoyez-le en pièce jointe à { $email }. Vous pouvez le renvoyer corrigé jusqu’à la date limite.
start-progress-label = Où vous en êtes
start-progress = Réponses données : { $done } sur { $total }
start-progress-note = { $followups ->
    [one] Sur les { $asked } questions, une est complémentaire : elle n’est comptée ici que lorsqu’elle s’applique
   *[other] Sur les { $asked } questions, { $followups } sont complémentaires : elles ne sont comptées ici que lorsqu’elles s’appliquent
 } ; le total change donc à mesure que vous répondez.
start-code-label = Code de ce classeur
start-code-note = Il nous dit de qui viennent ces réponses. Merci de ne pas le modifier.
start-safe = Ce fichier ne contient ni macros ni rien sur quoi cliquer. Il s’ouvre dans Excel, LibreOffice et les logiciels semblables. Un doute sur son origine ? Appelez la personne indiquée ci-dessus.
start-draft = La formulation de ces questions est un projet ; il ne s’agit pas d’un questionnaire officiel de l’Organisation des Nations Unies.
start-form-draft = La formulation de ce formulaire est un projet.
start-unverified = La répartition des articles dans cette partie de l’examen n’a pas encore été vérifiée au regard de la décision officielle.

# Accueil d’un formulaire, là où il n’a pas de termes propres.
start-form-who = { $office } ({ $state }) invite { $name } à répondre à { $count ->
    [one] une question
   *[other] { $count } questions
 }.
start-form-purpose = { $office } a besoin de vos réponses pour l’objet qu’indique le titre.
start-form-seen-named = L’équipe du point de contact lit vos réponses. Là où elles sont transmises, votre organisme peut être nommé à côté d’elles.
start-form-seen-by-type = L’équipe du point de contact lit vos réponses. Là où elles sont transmises, elles n’apparaissent que par type d’organisme (« { $kind } »), sans votre nom.
start-form-seen-anonymous = Seule l’équipe du point de contact sait que ces réponses sont les vôtres. Là où elles sont transmises, ni votre nom ni le type d’organisme que vous êtes ne les accompagne.
start-form-fill =
    1. Ouvrez la feuille « { $questions } ». Remplissez les cases teintées et encadrées ; le reste est verrouillé pour éviter les faux pas.
    2. Dans la colonne « { $answer } », choisissez dans la liste ou écrivez ; si plusieurs réponses sont possibles, mettez ✓ en regard de chacune. Sous « { $details } », dites ce qu’il en est, avec vos mots.
    3. Pas de votre ressort, inconnu ou non communicable ? Choisissez-le dans la liste. Laissez vide ce qui ne vous concerne pas.
    4. Enregistrez le fichier sous le nom de votre choix et renvoyez-le en pièce jointe à { $email }. Vous pouvez le renvoyer corrigé jusqu’à la date limite.

# Accueil d’un classeur déjà rempli en partie.
start-filled = { $count ->
    [one] Une réponse est déjà inscrite. Veuillez la vérifier et la corriger si elle n’est pas exacte.
   *[other] { $count } réponses sont déjà inscrites. Veuillez les vérifier et corriger ce qui n’est pas exact.
 }
start-withheld = { $count ->
    [one] Nous conservons une réponse de votre part. Pour vous protéger, elle n’est pas reprise dans ce fichier : laissez ses cases vides, et elle reste valable.
   *[other] Nous conservons { $count } réponses de votre part. Pour vous protéger, elles ne sont pas reprises dans ce fichier : laissez leurs cases vides, et elles restent valables.
 }
start-remarks = { $count ->
    [one] Une question est à revoir : { $names }. Ce dont il s’agit figure sous la question, après →, sur la feuille « { $sheet } ».
   *[other] { $count } questions sont à revoir : { $names }. Ce dont il s’agit figure sous chacune d’elles, après →, sur la feuille « { $sheet } ».
 }
remark-mark = →{" "}

questions-title = Questions · { $instruments }
questions-hint = Remplissez les cases teintées et encadrées. Les questions complémentaires restent pâles tant qu’elles ne s’appliquent pas.
questions-look = { $count ->
    [one] Une question est à revoir
   *[other] { $count } questions sont à revoir
 } : un cadre épais autour de la cellule, une remarque après → sous la question. Tout ce qui a pu être lu par ailleurs est conservé.
tables-title = Tableaux · { $instruments }
tables-hint = Une ligne par élément. Laissez vides les lignes dont vous n’avez pas besoin.
tables-rows = { $title } ({ $code })
laws-title = Lois et liens
laws-hint = Inscrivez ici chaque loi ou affaire une seule fois ; citez-la par son numéro dans la colonne « { $law } », par exemple : L1 art. 3 ; L2 art. 5(2).
footer = Page &P sur &N

# Ce que dit une case lorsqu’on la sélectionne.
choose-title = Choisissez dans la liste
choose = Choisissez l’une des réponses de la liste.
choose-tick = Choisissez ✓ si cela s’applique. Sinon, laissez vide.
choose-text = Veuillez écrire dans la colonne suivante. Ne choisissez ici que si vous ne pouvez pas répondre.
choose-law = Veuillez citer dans la colonne des lois. Ne choisissez ici que si vous ne pouvez pas répondre.
choose-table = Veuillez remplir le tableau. Ne choisissez ici que si vous ne pouvez pas répondre.
choose-options = Veuillez cocher les lignes ci-dessous. Ne choisissez ici que si vous ne pouvez pas répondre.
choose-line = Écrivez votre réponse ici, ou choisissez dans la liste si vous ne pouvez pas répondre.
choose-date = Écrivez un jour comme 2026-01-30, ou choisissez dans la liste si vous ne pouvez pas répondre.
choose-number = Écrivez un nombre en chiffres, ou choisissez dans la liste si vous ne pouvez pas répondre.
refused-title = Pas dans la liste
refused = Cette réponse n’est pas dans la liste ; nous devrons peut-être vous demander ce qu’elle signifie. La garder quand même ?
