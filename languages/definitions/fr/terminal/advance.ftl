advance-idle = Rien n’est à faire au { $when }.
advance-posted = { $title } : { $count ->
    [0] aucune lettre n’était nécessaire
    [one] une lettre a été écrite dans outbox/
   *[other] { $count } lettres ont été écrites dans outbox/
 }
advance-produced = { $title } : { $count ->
    [0] ce document ne concerne personne
    [one] un document a été établi
   *[other] { $count } documents ont été établis
 }
advance-more = … et { $count } autres à côté
advance-sheet = { $title } : { $count ->
    [one] une ligne
   *[other] { $count } lignes
 } à trancher dans { $path }
advance-marked = { $title } : { $passed } réussites, { $failed } échecs
advance-warned = { $title } : une lettre à la coordination se trouve dans { $path }
advance-nobody = Une étape demande des réponses, mais personne n’a encore répondu.
advance-hushed = Des lettres sont à écrire, mais pas à cette heure ou ce jour : elles attendent que l’on travaille.
advance-next = envoyez ce qui se trouve dans outbox/
advance-next-sheet = remplissez { $path }, puis : consult decide { $path }
advance-trained = Le registre indique désormais { $count ->
    [one] qu’un organisme a suivi la formation
   *[other] que { $count } organismes ont suivi la formation
 }.
advance-unregistered = Absents du registre, qui ne dit donc rien de leur formation : { $bodies }
advance-to-send = { $count ->
    [one] Une lettre reste
   *[other] { $count } lettres restent
 } à envoyer : consult send
