disclosure-named = elles sont rapprochées de celles des autres organismes consultés pour former une seule réponse de l’État. { $stakeholder } figure dans la liste des organismes consultés.
disclosure-by-type = elles sont rapprochées de celles des autres organismes consultés pour former une seule réponse de l’État. { $stakeholder } n’y est pas nommé : tout au plus le type d’organisme est-il mentionné, et seulement lorsqu’au moins trois organismes de ce type ont répondu.
disclosure-anonymous = elles sont rapprochées de celles des autres organismes consultés pour former une seule réponse de l’État. Vous n’y êtes nommés nulle part et aucune phrase ne vous est attribuée. Votre classeur porte un code et aucun nom de personne.
subject = { $instrument }, groupe thématique { $clusters }
effort-minutes = environ { $minutes } minutes
effort-hours = { $hours ->
    [one] environ une heure
   *[other] environ { $hours } heures
 }
articles = { $count ->
    [one] l’article { $articles }
   *[other] les articles { $articles }
 }
attachment = consultation-{ $stakeholder }.xlsx
