status-title = { $state } · { $subject }
status-subject = { $instrument }, groupe thématique { $cluster }, { $title }
status-process = { $process } : { $phases }
status-process-over = { $process }
status-round = { $round }
status-deadline = Date limite { $deadline }, { $days ->
    [0] aujourd’hui
    [one] dans un jour
   *[other] dans { $days } jours
 }{ $extended ->
    [0] {""}
    [one] {" "}(un organisme a plus de temps)
   *[other] {" "}({ $extended } organismes ont plus de temps)
 } · { $answered ->
    [0] aucun organisme sur { $asked } n’a répondu
    [one] un organisme sur { $asked } a répondu
   *[other] { $answered } organismes sur { $asked } ont répondu
 } · { $share } des questions
status-deadline-past = Date limite { $deadline }, { $days ->
    [0] aujourd’hui
    [one] hier
   *[other] il y a { $days } jours
 }{ $extended ->
    [0] {""}
    [one] {" "}(un organisme a plus de temps)
   *[other] {" "}({ $extended } organismes ont plus de temps)
 } · { $answered ->
    [0] aucun organisme sur { $asked } n’a répondu
    [one] un organisme sur { $asked } a répondu
   *[other] { $answered } organismes sur { $asked } ont répondu
 } · { $share } des questions
status-clock = { $when } ({ $zone }, { $offset })
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
status-late = en retard
status-invited = invité le { $day }
status-reminded = relancé le { $day }
status-written = courrier du { $day }
status-withdrawn = s’est retiré
status-not-asked = n’est plus interrogé
status-until = jusqu’au { $day }
status-corrections = { $count ->
    [one] une réponse à corriger
   *[other] { $count } réponses à corriger
 }
status-mail-bounced = lettre revenue
status-mail-failed = lettre refusée par le serveur de courrier
status-mail-unknown = lettre peut-être pas arrivée
status-mail-later = lettre remise à plus tard par le serveur de courrier
status-to-send = { $count ->
    [one] Une lettre reste
   *[other] { $count } lettres restent
 } à envoyer : consult send
status-lost = { $count ->
    [one] Une lettre n’est pas arrivée, ou peut-être pas :
   *[other] { $count } lettres ne sont pas arrivées, ou peut-être pas :
 } consult send dit lesquelles
status-nobody-asked = { $count ->
    [one] Personne n’est interrogé sur l’article
   *[other] Personne n’est interrogé sur les articles
 } { $articles }
status-nobody = { $count ->
    [one] Personne n’a encore répondu sur l’article
   *[other] Personne n’a encore répondu sur les articles
 } { $articles }
status-nobody-one = { $article } ({ $asked ->
    [one] un interrogé
   *[other] { $asked } interrogés
 })
status-contradictions = { $count ->
    [one] Les réponses diffèrent sur l’article
   *[other] Les réponses diffèrent sur les articles
 } { $articles }
status-contradictions-one = { $article } ({ $count ->
    [one] une question
   *[other] { $count } questions
 })
status-waiting = { $count ->
    [one] Un fichier vous attend
   *[other] { $count } fichiers vous attendent
 } : consult receive --ask montre ce qui attend, et pourquoi
status-sheet = { $title } : { $counts }
status-sheet-open = { $count ->
    [one] { $count } en attente
   *[other] { $count } en attente
 }
status-other = { $title } : { $answered ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $answered } réponses
 } sur { $asked }, date limite { $day } : consult status --round { $round }
status-coming = La suite
status-coming-one = { $day }  { $title }{ $count ->
    [0] {""}
    [one] , à un organisme en l’état
   *[other] , à { $count } organismes en l’état
 }
status-now = maintenant
status-warnings = Ce qui pourrait mal tourner
status-warnings-more = … et { $count ->
    [one] un autre
   *[other] { $count } autres
 } : consult status --all
status-no-warnings = Rien d’inquiétant aujourd’hui.
status-cleared = Approuvée par le point de contact le { $day }. Le dossier est figé.
status-next-wait = attendez les premières réponses ; consult advance établit les rappels le moment venu
status-next-send = envoyez ce qui se trouve dans outbox/ : consult send
status-next-collect = attendez les autres ; consult advance établit les rappels le moment venu
status-next-files = examinez les fichiers qui vous attendent : consult receive --ask
status-next-advance = « { $title } » est à faire : consult advance
status-next-held = a-t-il eu lieu ? « { $title } » : consult done { $action }
status-next-reconcile = réglez ce qui diffère : consult reconcile établit le classeur de décisions et dit comment le faire relire
status-next-decide = réglez ce qui diffère : tranchez dans { $path }, puis consult reconcile --decisions { $path } (si des réponses sont venues depuis, d’abord consult reconcile)
status-next-compile = établissez un projet : consult compile --draft
status-next-plan = tout est là ; consult plan montre la suite
status-next-done = rien : la soumission est approuvée
status-more = … et { $count ->
    [one] un autre organisme
   *[other] { $count } autres organismes
 } : consult status --all
status-more-ahead = … et { $count ->
    [one] un autre organisme, plus avancé
   *[other] { $count } autres organismes, plus avancés
 } : consult status --all
