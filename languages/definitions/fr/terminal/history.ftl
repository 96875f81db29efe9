history-title = { $name } · { $round }
history-title-at-risk = { $name } (exposé à des risques) · { $round }
history-deadline = Date limite : { $deadline }
history-joined = Participe depuis le { $at }, après le lancement : { $by }
history-elsewhere = Dans { $round } : { $count ->
    [one] une version
   *[other] { $count } versions
 }, consult history { $id } --round { $round }
history-none = Rien qui compte n’est encore venu de { $name }.
history-none-not-asked = Rien n’est venu de { $name }, et rien ne lui a été demandé dans cette série.
history-version = Version { $version } · { $at }
history-late = { $days ->
    [0] en retard : le jour de la date limite, mais après l’heure ; compte quand même
    [one] en retard : un jour après la date limite ; compte quand même
   *[other] en retard : { $days } jours après la date limite ; compte quand même
 }
history-late-grace = { $days ->
    [0] en retard : le jour de la date limite, mais après l’heure, dans les jours de grâce ; compte quand même
    [one] en retard : un jour après la date limite, dans les jours de grâce ; compte quand même
   *[other] en retard : { $days } jours après la date limite, dans les jours de grâce ; compte quand même
 }
history-late-until = { $late } (la date limite était alors : { $deadline })
history-new = { $count ->
    [one] une réponse nouvelle
   *[other] { $count } réponses nouvelles
 }
history-changed = { $count ->
    [one] une modifiée
   *[other] { $count } modifiées
 }
history-same = { $count ->
    [one] une répétée telle quelle
   *[other] { $count } répétées telles quelles
 }
history-kept = { $count ->
    [one] une réponse antérieure non répétée, qui reste valable
   *[other] { $count } réponses antérieures non répétées, qui restent valables
 }
history-questions = { $count ->
    [one] une question en retour
   *[other] { $count } questions en retour
 }
history-mail = dans un courriel de { $sender }
history-mail-unknown = dans un courriel sans expéditeur
history-again = { $at } : les mêmes octets une nouvelle fois, sous le nom { $name } ; rien n’a été compté deux fois
history-claim-why = { $at } : attribué à cet organisme par { $by } ({ $why })
history-claim = { $at } : attribué à cet organisme par { $by }
history-claim-sheets = { $at } : attribué à cet organisme par { $by }, pour les feuilles { $sheets }
history-claim-sheets-why = { $at } : attribué à cet organisme par { $by }, pour les feuilles { $sheets } ({ $why })
history-others = Arrivé aussi, sans compter
history-unjudged = pas encore examiné : consult receive
history-dismissed = vous en avez terminé avec lui
history-letters = Lettres à cet organisme
history-letters-none = Aucune lettre ne lui a été écrite.
history-letters-more = … et { $count } avant celles-ci : consult history { $id } --all
history-kind = { $kind ->
    [invitation] invitation
    [reminder] rappel
    [overdue] rappel après la date limite
    [receipt] accusé de réception
    [annotated] accusé de réception avec questions
    [correct] endroits qui n’ont pas pu être lus
    [refused] fichier redemandé
    [confirm] demande si un fichier vient de lui
    [questions] questions
    [feedback] ce que ses réponses sont devenues
    [added] questions supplémentaires
    [correction] correction demandée
    [deadline] autre date limite
    [declined] questions déclinées
    [extension] délai supplémentaire
    [passed-on] questions transmises à un autre organisme
    [reassigned] questions reçues d’un autre organisme
    [withdrawn] retrait
    [item-withdrawn] question retirée
    [consent] comment il peut apparaître
   *[other] { $kind }
 }
history-mail-state = { $state ->
    [sent] envoyée le { $at }
    [failed] n’a pas pu être envoyée
    [unknown] peut-être envoyée : nul ne le sait
    [later] pas encore envoyée : un nouvel essai suivra
    [open] en cours d’envoi, ou interrompue en chemin
    [delayed] en chemin, dit le serveur
    [bounced] revenue
   *[waiting] dans outbox/
 }
history-compared = De la version { $before } à la version { $after } : { $counts }
history-count-added = { $count ->
    [one] une réponse ajoutée
   *[other] { $count } réponses ajoutées
 }
history-count-changed = { $count ->
    [one] une modifiée
   *[other] { $count } modifiées
 }
history-count-same = { $count ->
    [one] une identique
   *[other] { $count } identiques
 }
history-count-silent = { $count ->
    [one] une laissée en blanc
   *[other] { $count } laissées en blanc
 }
history-legend = [-retiré-] {"{"}+ajouté+{"}"}
history-blank = en blanc
history-part-value = réponse
history-part-details = précisions
history-part-citations = lois
history-part-comment = observation
history-added = ajoutée
history-stands = En blanc dans la version { $after } ; ce que disait la version { $version } reste donc valable : { $items }
history-more = { $count ->
    [one] … et une autre question : { $command }
   *[other] … et { $count } autres questions : { $command }
 }
history-next-original = regarder un original : consult history { $id } --file { $file } --to FICHIER
history-next-between = en comparer d’autres : consult history { $id } --between { $before } { $after } ; regarder un original : consult history { $id } --file { $file } --to FICHIER
history-next-status = voir qui doit quoi : consult status
history-copied = { $to } est le fichier tel qu’il est arrivé ({ $name }, SHA-256 { $digest }), vérifié octet par octet. Il vient de l’extérieur : ouvrez-le avec prudence et n’y changez rien.
