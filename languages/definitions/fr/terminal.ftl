# Ce que le coordinateur lit dans le terminal.
next = Ensuite : { $step }

new-made = Une nouvelle consultation ({ $state }) se trouve dans { $folder }
new-file = { $path }
new-next-settings = lisez consultation.yaml et remplissez stakeholders.xlsx, puis : consult check
new-ask-state = Quel État ? (code ISO tel que ML ; XA pour un exercice)
new-ask-language = Quelle langue de travail ? ({ $allowed })
new-ask-focal-point = Nom du point de contact
new-ask-office = Ministère ou service du point de contact
new-ask-email = Adresse électronique du point de contact

check-fine = Tout est en ordre : { $items } questions sur { $articles } articles, { $stakeholders ->
    [0] personne au registre pour l’instant
    [one] un organisme au registre
   *[other] { $stakeholders } organismes au registre
 }.
check-counts = { $errors ->
    [0] Rien n’est à corriger
    [one] Un point est à corriger
   *[other] { $errors } points sont à corriger
 }, { $warnings ->
    [0] rien d’autre à signaler.
    [one] un autre à vérifier.
   *[other] { $warnings } autres à vérifier.
 }
check-next-fill = remplissez stakeholders.xlsx, puis : consult route
check-next-route = voyez qui reçoit quoi : consult route
check-next-mend = corrigez ce qui est signalé, puis de nouveau : consult check

route-head = Qui est interrogé sur quoi
route-body = Organisme
route-kind = Type
route-items = Questions
route-why = Articles, et pourquoi
route-why-line = { $articles } : { $reason }
route-why-article = mandat
route-why-instrument = mandat sur l’ensemble
route-why-topic = thème « { $topic } »
route-why-rule = une règle
route-why-added = ajout
route-note-rule = Une règle de routing.yaml : { $why }
route-article = Article
route-asked = Interrogés
route-voices = { $count ->
    [0] personne
    [one] un organisme
   *[other] { $count } organismes
 }
route-non-governmental = dont non gouvernementaux
route-note-nobody = Personne n’est interrogé sur l’article { $articles }.
route-note-items = { $count ->
    [one] Une question n’est posée
   *[other] { $count } questions ne sont posées
 } à personne : { $items }
route-note-single = Une seule voix répond sur l’article { $articles }.
route-note-official = Seules des autorités répondent sur l’article { $articles } : aucune ONG, université ou entreprise n’est interrogée.
route-note-idle = Interrogés sur rien : { $names }. Donnez-leur un mandat ou retirez-les du registre.
route-note-heavy = Interrogés sur plus de { $limit } questions : { $names }.
route-note-fine = Chaque question est posée, chaque article a plusieurs voix, dont une au moins est non gouvernementale.
route-next = lancez quand tout est juste : consult launch

launch-done = { $count ->
    [one] Une invitation et son classeur se trouvent
   *[other] { $count } invitations et leurs classeurs se trouvent
 } dans outbox/ ; réponses attendues pour le { $deadline }.
launch-again = Déjà lancée le { $day }. Rien n’a été émis de nouveau.
launch-next = ouvrez chaque fichier .eml de outbox/ avec votre messagerie, relisez-le et envoyez-le ; déposez ce qui revient dans inbox/ et lancez : consult receive
launch-refused = Rien n’a été lancé.
launch-language = Langue

more-like-it = et { $count } autres du même genre : { $cells }
receive-dismissed = { $name } n’attend plus personne ; il est passé dans inbox/done/, ses octets restent dans received/.
receive-dismissed-before = { $name } avait déjà été écarté. Rien n’a changé.
receive-nothing = Il n’y a rien de nouveau dans inbox/.
receive-file = Fichier
receive-from = De
receive-version = Version
receive-answers = Réponses
receive-unknown = ?
receive-before = déjà reçu
receive-sum = { $files ->
    [one] Un fichier
   *[other] { $files } fichiers
 } : pris en compte : { $taken }, déjà reçus : { $known }, à examiner par vous : { $person }, refusés : { $refused }.
receive-cleared-away = Ce qui a été pris en compte est passé dans inbox/done/ ; les octets de chaque fichier sont conservés dans received/.
receive-next-person = examinez ce qui est signalé ci-dessus et interrogez l’expéditeur ; un fichier à écarter : consult receive --dismiss FICHIER
receive-next-status = voyez qui doit encore répondre : consult status
receive-waiting = Examen de { $count } fichiers

status-title = { $state } · { $subject }
status-subject = { $instrument }, groupe thématique { $cluster }, { $title }
status-deadline = Date limite { $deadline }, { $days ->
    [0] aujourd’hui
    [one] dans un jour
   *[other] dans { $days } jours
 } · { $answered } organismes sur { $asked } ont répondu · { $share } des questions
status-deadline-past = Date limite { $deadline }, { $days ->
    [0] aujourd’hui
    [one] hier
   *[other] il y a { $days } jours
 } · { $answered } organismes sur { $asked } ont répondu · { $share } des questions
status-body = Organisme
status-items = Questions
status-answered = Répondu
status-last = Dernier retour
status-at-risk = { $name } (exposé à des risques)
status-return = { $day }{ $version ->
    [1] {""}
   *[other] , version { $version }
 }{ $questions ->
    [0] {""}
    [one] , une question en retour
   *[other] , { $questions } questions en retour
 }
status-invited = invité le { $day }
status-reminded = relancé le { $day }
status-article-nobody-asked = personne n’est interrogé
status-article-nobody = { $label } : personne n’a encore répondu ({ $asked } interrogés)
status-article-contradictions = { $label } : les réponses diffèrent sur { $count ->
    [one] une question
   *[other] { $count } questions
 }
status-article-label = Article { $number } { $title }
status-waiting = { $count ->
    [one] Un fichier vous attend
   *[other] { $count } fichiers vous attendent
 } : consult receive dit pourquoi
status-cleared = Approuvée par le point de contact le { $day }. Le dossier est figé.
status-next-collect = attendez les autres, ou relancez-les le moment venu : consult advance
status-next-reconcile = réglez les contradictions : consult reconcile
status-next-compile = établissez un projet : consult compile --draft
status-next-done = rien : la soumission est approuvée

reconcile-sum = { $items } questions ont des réponses : { $agreed } concordantes, { $open ->
    [0] aucune contradictoire
    [one] une contradictoire
   *[other] { $open } contradictoires
 }.
reconcile-how-single = { $count } d’un seul organisme
reconcile-how-unanimous = { $count } unanimes
reconcile-how-joined = { $count } réunies
reconcile-how-rule = { $count } par règle de priorité
reconcile-how-decision = { $count } tranchées
reconcile-recorded = { $count ->
    [0] Aucune nouvelle décision n’a été lue.
    [one] Une décision a été lue et consignée.
   *[other] { $count } décisions ont été lues et consignées.
 }
reconcile-position = { $value } : { $names }
reconcile-item = Question
reconcile-says = Positions
reconcile-next-decide = tranchez dans { $path }, puis : consult reconcile --decisions { $path }
reconcile-next-compile = établissez la soumission : consult compile

compile-draft = Un projet a été établi :
compile-final = La soumission a été établie :
compile-figures = { $asked } questions posées, { $answered } avec réponse, { $settled } réglées, { $open } contradictoires.
compile-next-clear = faites-la relire et approuver par le point de contact : consult clear --by "{ $name }"
compile-next-final = une fois toutes les contradictions tranchées : consult compile

clear-done = Approuvée par { $by } le { $day }. Le dossier est figé.
clear-again = Déjà approuvée par { $by } le { $day }. Rien n’a changé.
clear-digest = Empreinte de la soumission : { $digest }
clear-confirm = Approuver { $files } pour { $state } ? Plus rien ne pourra être modifié ensuite.
clear-not = Rien n’a été approuvé.

advance-idle = Rien n’est à faire au { $when }.
advance-reminded = { $count ->
    [one] Une relance a été écrite
   *[other] { $count } relances ont été écrites
 } dans outbox/ :
advance-nobody = Un projet est à établir, mais personne n’a encore répondu.
advance-next = envoyez ce qui se trouve dans outbox/

serve-start = La consultation avance toutes les { $minutes } minutes ; arrêtez avec Ctrl+C. La télémétrie est désactivée.
serve-page = Prefect montre ce qui se passe à l’adresse { $address }
serve-stop = Arrêté. Tout ce qui a été fait est consigné.

bad-instant = « { $value } » n’est pas un instant. Écrivez-le ainsi : 2027-03-01T09:00.
interrupted = Arrêté. Tout ce qui a été fait est consigné ; relancez la même commande pour continuer.
bug = Cela n’aurait pas dû arriver ({ $what }). Rien n’est perdu : ce qui est consigné l’est en entier. Signalez-le, avec ce que la même commande affiche après : export CONSULT_DEBUG=1
