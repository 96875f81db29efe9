# La soumission : document Word et son complément Excel.
replies = Réponses au questionnaire d’auto-évaluation
subject = Auto-évaluation au titre du Mécanisme d’examen de l’application de la Convention et des Protocoles s’y rapportant
cluster = Groupe thématique { $number }. { $title }
article = Article { $number }
draft = Projet
draft-watermark = PROJET
edition-internal = Édition interne. Elle montre qui a dit quoi : à ne pas diffuser.
edition-internal-short = Édition interne
focal-point = Point de contact
contents = Table des matières
prepared = Comment ces réponses ont été établies
page = Page { $page } sur { $pages }
compiled = Établi le { $day }
yes-box = ☒
no-box = ☐

# Renvois aux dispositions : art. 5, par. 1 a) i)
reference-article = art. { $article }
reference-paragraph = , par. { $paragraph }
reference-letter = {" "}{ $letter })
closing-number = Article { $article }, { $purpose }

# Indications en tête du document.
guidance = À propos de ces réponses
guidance-basis = L’examen de l’application repose sur ce que l’État partie communique. Les présentes réponses rassemblent ce qu’ont indiqué ses autorités et, dans la mesure où elles ont été consultées, les autres parties prenantes.
guidance-yes = Chaque « Oui » et chaque « Oui, en partie » indique la loi applicable et ses dispositions lorsque l’organisme qui a répondu les a données. Chaque loi figure une seule fois, dans l’annexe sur la législation ; le texte y renvoie par son numéro (L1, L2 …).
guidance-links = Les lois, règlements et affaires sont accompagnés de liens lorsque ceux-ci ont été fournis ; les liens sont imprimés comme du texte.
guidance-annexes = Aucun document n’est joint. Il peut être renvoyé à des informations données à d’autres mécanismes d’examen, compte tenu de ce qui a changé depuis.
note-cluster-verified = Répartition des articles : contrôlée au regard de l’appendice à l’annexe de la résolution 9/1 de la Conférence des Parties, ou d’un texte des Nations Unies qui s’y appuie.
note-cluster-unverified = Non vérifié : la répartition de ces articles dans ce groupe thématique n’a pas été contrôlée au regard de l’appendice à l’annexe de la résolution 9/1 de la Conférence des Parties.
note-obligations-verified = Degrés d’obligation : déduits des verbes des dispositions par les auteurs du questionnaire.
note-obligations-unverified = Degrés d’obligation : non vérifiés pour les articles { $articles } ; ailleurs, déduits des verbes des dispositions par les auteurs du questionnaire.
note-questionnaire-draft = Questions à l’état de projet : ni leur libellé ni les degrés d’obligation indiqués n’ont été confirmés par un juriste.
note-questionnaire-retired = Questions retirées : il existe une version plus récente de ce questionnaire.

# Comment ces réponses ont été établies.
prepared-bodies = { $asked ->
    [0] Aucun organisme n’a été consulté
    [one] Un organisme a été consulté
   *[other] { $asked } organismes ont été consultés
 } ; { $answered ->
    [0] aucun n’a répondu.
    [one] un seul a répondu.
   *[other] { $answered } ont répondu.
 }
prepared-bodies-untold = Le nombre des organismes consultés et de ceux qui ont répondu n’est pas indiqué : il en désignerait un ou deux qui ne sont pas nommés.
prepared-bodies-asked = { $asked } organismes ont été consultés. Le nombre de ceux qui ont répondu n’est pas indiqué : il en désignerait un ou deux qui ne sont pas nommés.
prepared-launched = Les questions ont été envoyées le { $day }. Date limite de réponse : { $deadline }.
prepared-deadline = Date limite de réponse : { $deadline }.
prepared-languages = Les textes figurent dans la langue dans laquelle leurs contributeurs les ont écrits.
prepared-items = Chaque organisme n’a reçu que les questions relevant de son mandat. Sur { $asked ->
    [one] { $asked } question posée
   *[other] { $asked } questions posées
 }, { $answered } { $answered ->
    [one] a reçu une réponse
   *[other] ont reçu une réponse
 } et { $settled } { $settled ->
    [one] est réglée.
   *[other] sont réglées.
 }
prepared-open = { $open ->
    [0] Aucune contradiction entre les réponses ne reste ouverte.
    [one] Sur une question, les réponses se contredisent ; elle reste ouverte et toutes les positions sont indiquées.
   *[other] Sur { $open } questions, les réponses se contredisent ; elles restent ouvertes et toutes les positions sont indiquées.
 }
consulted = Organismes consultés :
consulted-counted = { $kind } ({ $count } ont répondu)
consulted-others = { $count } autres, qui ne sont pas nommés
figure-asked = questions posées
figure-answered = avec réponse
figure-settled = réglées
figure-open = ouvertes
figure-bodies = organismes ayant répondu
figure-of = sur { $total }
chart-title = Application par article, telle qu’indiquée
chart-note = Ne sont comptées que les questions sur l’application auxquelles on répond par « Oui », « Oui, en partie » ou « Non ». Les simples questions par oui ou non, les choix entre plusieurs approches et les questions sans objet ne le sont pas : un « Oui » n’y signifie pas que l’article est appliqué.
legend-yes = Oui
legend-in-part = Oui, en partie
legend-no = Non
legend-open = Ouvert
legend-silent = Sans réponse
clearance-text = Validé pour soumission par le point de contact :
clearance-name = Nom et service
clearance-signature = Signature
clearance-date = Date

# Ce qu’il est advenu des questions.
outcome-settled = Réglée
outcome-text = Voir le texte
outcome-open = Ouverte
outcome-absent = Sans information
outcome-silent = Sans réponse
outcome-unasked = Non posée
outcome-moot = Sans objet
note-silent = Aucune réponse n’a été reçue.
note-unasked = Cette question n’a été posée à aucun organisme.
note-withheld = Une réponse a été donnée, qui n’est pas imprimée ici.
note-moot = Sans objet, compte tenu de la réponse ci-dessus.
note-absent = Les organismes consultés n’ont pas donné de réponse : { $reasons }.
open-title = Question ouverte : les organismes consultés donnent des réponses différentes.
no-choice = Aucune réponse choisie
value-withheld = Non communiqué
see = Voir la réponse à la question { $number }.
legislation-inline = Législation :

# Comment une réponse a été arrêtée (édition interne).
settled-single = Un seul organisme a répondu.
settled-unanimous = Toutes les réponses concordent.
settled-joined = Réponses de plusieurs organismes réunies.
settled-rule = Réglé par la règle de priorité.
settled-decision = Décidé par { $who } le { $day } : { $reason }
settled-label = Comment la réponse a été arrêtée
dissent-title = Avis contraire
value-from = Réponse de
comments-title = Observation
trace = { $file }, { $place }, { $day }
trace-credit = { $place } (externe : { $credit })
# Le nom d’un fichier, avec le début de son empreinte lorsque deux fichiers portent le même nom.
file-digest = { $name } [{ $digest }]
source = { $name }, { $trace }
source-short = { $name } ({ $file }, { $place })
credit-withheld = retenu
anonymous = Contributeur anonyme n° { $number }
unregistered = Un contributeur qui ne figure plus au registre
others-unnamed = d’autres, qui ne sont pas nommés

# Contributeurs qui ne sont pas nommés.
type-authority = Autorités
type-ngo = Organisations non gouvernementales
type-academia = Milieu universitaire
type-private-sector = Secteur privé
type-other = Autres parties prenantes
type-non-governmental = Parties prenantes non gouvernementales
untold = —
untold-note = — : un nombre désignerait ici un ou deux organismes qui ne sont pas nommés.
matrix-unshown = Une réponse arrêtée peut aussi reposer sur des réponses qui ne figurent pas ici : lorsque moins de trois organismes non nommés ont répondu, rien n’en est imprimé. Aucune option ne peut être attribuée à un organisme par élimination.
withheld-few = moins de trois contributeurs figurent sous une même désignation
withheld-name = le texte contient le nom ou les coordonnées d’un contributeur qui ne peut être nommé

# Tableau final de chaque article.
closing = Difficultés, besoins, bonnes pratiques, suggestions
purpose-question = question
purpose-example = exemple
purpose-difficulties = difficultés
purpose-assistance = assistance technique
purpose-good-practices = bonnes pratiques
purpose-suggestions = suggestions
closing-difficulties = Difficultés rencontrées
closing-assistance = Assistance technique requise
closing-good-practices = Bonnes pratiques
closing-suggestions = Suggestions
closing-subject = Objet
closing-reply = Réponse
closing-credit = Communiqué par
closing-nothing = Rien n’a été signalé.

# Annexes.
annex-laws = Annexe I. Législation et affaires citées
annex-needs = Annexe II. Besoins d’assistance technique par type
annex-bodies = Annexe III. Organismes consultés
annex-method = Annexe IV. Méthode
annex-withheld = Annexe V. Textes absents de l’édition externe
laws-none = Aucune loi ni affaire n’a été citée.
laws-number = N°
laws-title = Loi ou affaire
laws-cited = Citée sous
laws-whole = (sans disposition)
law-date = Date ou numéro
law-links = Lien
needs-none = Aucune assistance technique n’a été demandée.
needs-kind = Type d’assistance
needs-articles = Articles
bodies-intro = Sont nommés les organismes qui peuvent l’être. Pour les autres, une catégorie n’est indiquée que lorsque trois organismes au moins de cette catégorie ont répondu ; aucun nombre n’en désigne un ou deux.
bodies-name = Organisme
bodies-kind = Type
bodies-count = Nombre ayant répondu
counted-answered = { $kind }, ayant répondu
bodies-others = Non nommés
bodies-unnamed = D’autres organismes, qui ne sont pas nommés, ont participé.
bodies-unnamed-counted = { $count } autres organismes, qui ne sont pas nommés, ont participé.
method-routing = Chaque organisme a reçu, dans sa langue, un classeur contenant les questions relevant de son mandat. Les réponses ont été repérées d’après le code de leur question, jamais d’après leur position.
method-settling = Les réponses identiques ont été fusionnées ; celles qui se complètent ont été réunies, avec leurs sources. Lorsque des réponses se contredisent, le point de contact a tranché, ou une règle fixée au préalable a donné la priorité à un organisme ; ce qui n’est pas tranché est présenté comme ouvert.
method-attribution = Les contributeurs ne sont nommés que dans la mesure où ils y ont consenti. Un texte n’est attribué à une catégorie de contributeurs que si trois au moins y figurent ; sinon, il est laissé de côté, dans l’attente d’une décision. La valeur d’une réponse compte dans tous les cas.
method-withheld = { $count ->
    [0] Aucun texte n’a été laissé de côté pour cette raison.
    [one] Un texte a été laissé de côté pour cette raison.
   *[other] { $count } textes ont été laissés de côté pour cette raison.
 }
method-characters = Le caractère � remplace un caractère qu’aucun document ne peut contenir.
withheld-intro = Ces textes ne figurent pas dans l’édition externe. Le consentement d’un contributeur ou une décision du point de contact peut y changer quelque chose.
withheld-none = Rien n’est retenu.
withheld-where = Question
withheld-why = Motif
withheld-text = Texte
withheld-trace = Source

# Le complément Excel.
sheet-summary = Synthèse
sheet-answers = Réponses
sheet-statements = Textes
sheet-matrix = Par organisme
sheet-divergences = Divergences
sheet-citations = Législation citée
sheet-needs = Besoins d’assistance
sheet-coverage = Couverture
sheet-bodies = Organismes
sheet-withheld = Retenus
sheet-long = Textes longs
column-instrument = Instrument
column-article = Article
column-title = Titre
column-number = N°
column-reference = Disposition
column-obligation = Obligation
column-question = Question
column-code = Code
column-answer = Réponse
column-outcome = État
column-text = Texte
column-laws = Lois
column-settlement = Comment arrêtée
column-sources = Source
column-contributor = Contributeur
column-kind = Type
column-position = Position
column-law = Loi
column-date = Date
column-law-language = Langue
column-other-titles = Autres intitulés
column-link = Lien
column-provision-cited = Disposition citée
column-cited-in = Question
column-items = Questions
column-answered = Avec réponse
column-open = Ouvertes
column-bodies-asked = Organismes sollicités
column-bodies-answered = Organismes ayant répondu
column-non-governmental = Voix non gouvernementales
column-asked = Posées
column-why = Motif
column-others = Autres, non nommés
column-agreed = Réponse arrêtée
column-part = Rubrique
column-body = Organisme
column-count = Nombre
column-share = Part
statement-answer = réponse
statement-grid = tableau
statement-decision = Point de contact
statement-position = position
statement-dissent = avis contraire
statement-comment = observation
long-text = → { $sheet }, n° { $number }
many-texts = → { $sheet } : { $count } textes
figures-title = Chiffres
kinds-title = Questions par état
chart-outcomes = Questions par état
notes-title = Ce qui est vérifié, et ce qui ne l’est pas
legend-title = Symboles
mark-yes = ●
mark-in-part = ◐
mark-no = ○
mark-answered = ■
mark-not-our-remit = –
mark-not-known = ?
mark-cannot-disclose = ✕
mark-silent = …
mark-unasked = {""}
mark-meaning-yes = Oui
mark-meaning-in-part = Oui, en partie
mark-meaning-no = Non
mark-meaning-answered = Autre réponse ou texte
mark-meaning-not-our-remit = Pas de notre ressort
mark-meaning-not-known = Nous ne savons pas
mark-meaning-cannot-disclose = Non communicable
mark-meaning-silent = Sollicité, sans réponse
sheet-footer = Page &P sur &N
nothing = Rien à signaler.
