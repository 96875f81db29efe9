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
status-article-nobody = { $label } : personne n’a encore répondu ({ $asked } interrogés)
status-article-contradictions = { $label } : les réponses diffèrent sur { $count ->
    [one] une question
   *[other] { $count } questions
 }
status-article-label = Article { $number } { $title }
status-waiting = { $count ->
    [one] Un fichier vous attend
   *[other] { $count } fichiers vous attendent
 } : consult receive dit pourquoi
status-cleared = Approuvée par le point de contact le { $day }. Le dossier est figé.
status-next-collect = attendez les autres, ou relancez-les le moment venu : consult advance
status-next-files = examinez les fichiers qui vous attendent : consult receive
status-next-reconcile = réglez ce qui diffère : consult reconcile établit le classeur de décisions et dit comment le faire relire
status-next-compile = établissez un projet : consult compile --draft
status-next-done = rien : la soumission est approuvée
status-more = … et { $count } autres organismes, plus avancés : consult status --all
