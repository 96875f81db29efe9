# Ce que lettres, dossier de passation et terminal disent des changements.
questions = { $count ->
    [one] une question ({ $where })
   *[other] { $count } questions ({ $where })
 }
of-articles = { $count ->
    [one] article { $articles }
   *[other] articles { $articles }
 }
of-parts = { $parts }
look-again = Merci de revoir cette réponse.
passed-on-by = transmis par { $name }
appears-named = est nommé parmi les organismes consultés
appears-by-type = n’apparaît que par son type
appears-anonymous = n’apparaît nulle part, pas même par son type
told-launch = Lancement
told-round = Ouverture de la série « { $round } »
told-stakeholders = Arrivée après le lancement : { $who }
told-assignment = Désormais demandé à { $who } : { $what }
told-declined = { $who } a décliné { $what }{ $to ->
    [0] {""}
   *[other] {" "}et proposé { $to }
 }
told-reassigned = Transmis de { $who } à { $to } : { $what }
told-withdrawn = N’est plus demandé à { $who }, qui s’est retiré : { $what }
told-item-withdrawn = N’est plus demandé à { $who } : { $what }
told-reopening = Correction demandée à { $who } : { $what }
told-withdrawal = { $who } ne participe plus
told-extension = Délai supplémentaire pour { $who } : jusqu’au { $deadline }
told-deadline = La date limite de tous a été déplacée au { $deadline }
told-contact = { $who } a depuis un autre contact ou une autre adresse, selon le registre
told-consent = Désormais, { $who } { $how }
told-focal-point = { $who } a pris la fonction de point de contact
told-bounced = Une lettre à { $who } est revenue ({ $path })
told-decisions = { $count ->
    [one] Une contradiction a été tranchée
   *[other] { $count } contradictions ont été tranchées
 }
told-held = A eu lieu : { $what }
told-clearance = La soumission a été approuvée
actor-coordinator = coordination
actor-process = le processus lui-même
actor-focal-point = point de contact
actor-governmental-expert = expert gouvernemental
actor-observer = observation
