disclosure-named = elles sont rapprochées de celles des autres organismes consultés pour former une seule réponse de l’État. Votre organisme figure dans la liste des organismes consultés et peut être nommé à côté de ses réponses.
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
# À la place de ce qui est trop volumineux pour être joint.
large-open = { $count ->
    [one] Le fichier { $names } est trop volumineux pour un courriel et n’est donc pas joint, quoi qu’en dise la suite. Veuillez l’ouvrir ici :
   *[other] Les fichiers { $names } sont trop volumineux pour un courriel et ne sont donc pas joints, quoi qu’en dise la suite. Veuillez les ouvrir ici :
 }
    { $links }
large-ask = { $count ->
    [one] Le fichier { $names } est trop volumineux pour un courriel et n’est donc pas joint, quoi qu’en dise la suite. Demandez-le-nous, nous trouverons un moyen :
   *[other] Les fichiers { $names } sont trop volumineux pour un courriel et ne sont donc pas joints, quoi qu’en dise la suite. Demandez-les-nous, nous trouverons un moyen :
 } { $reached }
# Ce que les réponses sont devenues, dans la lettre qui suit l’approbation.
used-as-given-all = { $given ->
    [one] Votre réponse figure telle quelle dans la réponse de l’État.
   *[other] Vos { $given } réponses figurent toutes telles quelles dans la réponse de l’État.
 }
used-as-given-some = { $count ->
    [one] Sur vos { $given } réponses, une figure telle quelle dans la réponse de l’État.
   *[other] Sur vos { $given } réponses, { $count } figurent telles quelles dans la réponse de l’État.
 }
used-as-given-none = { $given ->
    [one] Vous avez donné une réponse.
   *[other] Vous avez donné { $given } réponses.
 }
used-otherwise = { $count ->
    [one] Sur une question, l’État répond autrement que vous ; elle a été tranchée dans un autre sens :
   *[other] Sur { $count } questions, l’État répond autrement que vous ; elles ont été tranchées dans un autre sens :
 }
used-line = – { $item } : { $question } Réponse de l’État : { $reply }
used-open = { $count ->
    [one] Sur une question, les réponses reçues se contredisent et sont restées en suspens : { $items }.
   *[other] Sur { $count } questions, les réponses reçues se contredisent et sont restées en suspens : { $items }.
 }
used-absent = { $count ->
    [one] Sur une question, vous avez indiqué pourquoi vous ne répondiez pas ; rien n’y a donc été repris : { $reasons }.
   *[other] Sur { $count } questions, vous avez indiqué pourquoi vous ne répondiez pas ; rien n’y a donc été repris : { $reasons }.
 }
used-declined = { $count ->
    [one] Vous avez décliné une question ; rien de vous n’y figure.
   *[other] Vous avez décliné { $count } questions ; rien de vous n’y figure.
 }
used-reassigned = { $count ->
    [one] Une question a été confiée à un autre organisme.
   *[other] { $count } questions ont été confiées à un autre organisme.
 }
used-item-withdrawn = { $count ->
    [one] Une question a été retirée avant que vous n’y répondiez.
   *[other] { $count } questions ont été retirées avant que vous n’y répondiez.
 }
used-withdrawn = { $count ->
    [one] Une question ne vous a plus été posée, puisque vous aviez quitté la consultation.
   *[other] { $count } questions ne vous ont plus été posées, puisque vous aviez quitté la consultation.
 }
used-nothing = Aucune réponse de votre part n’a pu être reprise dans la réponse de l’État.
