disclosure-named = elles sont rapprochées de celles des autres organismes consultés pour former une seule réponse de l’État. Votre organisme figure dans la liste des organismes consultés.
disclosure-by-type = elles sont rapprochées de celles des autres organismes consultés pour former une seule réponse de l’État. Votre organisme n’y est pas nommé : tout au plus son type est-il mentionné, et seulement lorsqu’au moins trois organismes de ce type ont répondu.
disclosure-anonymous = elles sont rapprochées de celles des autres organismes consultés pour former une seule réponse de l’État. Votre organisme n’y est nommé nulle part et aucune phrase ne vous est attribuée. Ni le classeur ni le nom du fichier ne disent qui vous êtes ; seul le service ci-dessous sait que ces réponses sont les vôtres. Si la messagerie n’est pas sûre pour vous, téléphonez-nous : nous trouverons une autre voie.
salutation-contact = À l’attention de { $contact },
salutation-body = À l’attention de l’organisme suivant : { $stakeholder },
salutation-hidden = Madame, Monsieur,
your-organization = votre organisme
subject = { $instrument }, groupe thématique { $clusters }
counted-main = { $count ->
    [one] une question principale
   *[other] { $count } questions principales
 }
counted-form = { $count ->
    [one] une question
   *[other] { $count } questions
 }
counted-open = { $count ->
    [one] une question encore ouverte
   *[other] { $count } questions encore ouvertes
 }
remaining = { $count ->
    [one] une reste ouverte
   *[other] { $count } restent ouvertes
 }
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
attachment-hidden = consultation.xlsx
