# Ce que montrent les pages de Prefect d'une consultation.
round = Tour : ce qui a manqué, dates, tableaux
round-about =
    Toutes les { $minutes } minutes : fait ce qui est en retard (par exemple après un arrêt de la machine), met à jour les dates de tout le reste et renouvelle les tableaux. Le faire deux fois, c’est le faire une fois.
phase = Phase :
when = Quand :
why = Parce que :
who = Pour :
when-standing = à chaque tour, tant que dure sa phase
when-unknown = pas encore connu : cela dépend d’autre chose
when-done = fait
did-letters = { $title } : { $count ->
    [one] une lettre
   *[other] { $count } lettres
 }
did-files = { $title } : { $count ->
    [one] un fichier
   *[other] { $count } fichiers
 }
did = { $title } : fait
did-nothing = Il ne restait rien à faire.
did-sent = { $count ->
    [one] une lettre envoyée
   *[other] { $count } lettres envoyées
 }
did-not-sent = { $count ->
    [one] une lettre reste à envoyer
   *[other] { $count } lettres restent à envoyer
 }
did-waiting = On attend la première réponse.
did-hushed = Les lettres attendent le matin.
progress = { $returned } sur { $asked } ont répondu, { $given } questions principales sur { $owed } ; contradictions : { $contradictory } ; fichiers à examiner : { $waiting }.
coverage = Pour chaque article : à qui il a été posé, qui a répondu, et où il n’y a qu’une seule voix.
warnings = { $count ->
    [0] Rien d’inquiétant.
    [one] Un point à examiner.
   *[other] { $count } points à examiner.
 }
column-body = Organisme
column-asked = Demandé
column-answered = Répondu
column-version = Version
column-last = Dernier retour
column-article = Article
column-contradictions = Contradictions
column-voice = Une seule voix
column-what = Constat
column-do = Que faire
yes = oui
documents = Documents
documents-none = Pas encore de documents.
documents-about = Sur la machine qui exécute ceci, dans { $folder }
alarm-crashed = Elle s’est arrêtée sans dire pourquoi ; la machine a peut-être été éteinte.
alarm-bug = Le programme a rencontré ce qu’il ne sait pas traiter ({ $what }) ; la page de l’exécution dit où.
