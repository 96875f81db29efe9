bounced = { $name } : la dernière lettre est revenue
bounced-do = Trouvez la bonne adresse et renvoyez la lettre : corrigez stakeholders.xlsx, ou téléphonez. La lettre se trouve dans outbox/.
silent = { $name } : rien depuis { $days ->
    [0] aujourd’hui
    [one] un jour
   *[other] { $days } jours
 }{ $reminders ->
    [0] {""}
    [one] , un rappel
   *[other] , { $reminders } rappels
 }
silent-do = Téléphonez : le classeur est-il chez la bonne personne ? L’organisme peut décliner, transmettre ou demander un délai (consult --help nomme les commandes).
silent-at-risk = { $name } (exposé à des risques) : rien depuis { $days ->
    [0] aujourd’hui
    [one] un jour
   *[other] { $days } jours
 } – par téléphone ou une autre voie sûre, sans insister
silent-at-risk-do = Demandez par téléphone ou une autre voie sûre si l’organisme souhaite participer. N’insistez pas : le silence peut être un choix.
extension-ending = { $name } : la prolongation prend fin le { $until }, { $open ->
    [one] une question ouverte
   *[other] { $open } questions ouvertes
 }
extension-ending-do = Demandez si le délai suffira ; il peut être prolongé encore une fois avant son terme.
extension-over = { $name } : la prolongation a pris fin le { $until }, { $open ->
    [one] une question ouverte
   *[other] { $open } questions ouvertes
 }
extension-over-do = Demandez ce qui existe, même en partie ; ce qui vient tard est reçu tout de même (consult receive).
corrections = { $name } : { $count ->
    [one] une correction n’est pas venue, demandée
   *[other] { $count } corrections ne sont pas venues, demandées
 } { $days ->
    [0] aujourd’hui
    [one] hier
   *[other] il y a { $days } jours
 }
corrections-do = Appelez la personne qui a rempli le classeur : la remarque figure à côté de la réponse dans le classeur renvoyé.
nobody-left = { $article } : plus personne n’est interrogé ({ $gone ->
    [one] un organisme a décliné ou s’est retiré
   *[other] { $gone } organismes ont décliné ou se sont retirés
 })
nobody-left-do = Cherchez qui pourrait s’exprimer : consult registry who { $number }
late-nobody = { $article } : à ce rythme, personne n’aura répondu à la date limite ({ $asked ->
    [one] un organisme interrogé
   *[other] { $asked } organismes interrogés
 })
late-nobody-do = Appelez l’un des organismes interrogés, ou trouvez-en un autre : consult registry who { $number }
late = { $article } : à ce rythme, { $likely ->
    [one] un organisme sur { $asked } aura répondu
   *[other] { $likely } organismes sur { $asked } auront répondu
 } à la date limite ({ $answered } à ce jour)
late-do = Le prochain rappel suffira peut-être ; un appel aux organismes interrogés fera davantage.
late-over = { $article } : la date limite est passée, { $answered ->
    [0] aucun des { $asked } organismes n’a répondu
    [one] un organisme sur { $asked } a répondu
   *[other] { $answered } organismes sur { $asked } ont répondu
 }
late-over-do = Prolongez le délai de ceux dont vous avez encore besoin, ou poursuivez sans eux.
single-asked = { $article } : un seul organisme est interrogé ({ $gone ->
    [one] un autre a décliné ou s’est retiré
   *[other] { $gone } autres ont décliné ou se sont retirés
 })
single-asked-do = Une voix seule se trompe aisément. Qui d’autre pourrait s’exprimer : consult registry who { $number }
single-answered = { $article } : un seul organisme sur { $asked } a répondu
single-answered-do = Appelez un autre des organismes interrogés : une voix seule se trompe aisément.
no-civil-voice = { $article } : plus aucune ONG ni université n’est interrogée
no-civil-voice-do = La société civile devait y être entendue. Qui d’autre pourrait s’exprimer : consult registry who { $number }
article = Article { $number }
article-of = Article { $number } ({ $instrument })
pace = Rythme : { $returned ->
    [0] aucun organisme
    [one] un organisme
   *[other] { $returned } organismes
 } sur { $asked } en { $days ->
    [0] moins d’un jour
    [one] un jour
   *[other] { $days } jours
 }, prolongé tel quel jusqu’à chaque date limite ; aucun sursaut final n’est supposé.
pace-early = Rythme : trop tôt pour le dire ({ $returned ->
    [0] aucun organisme
    [one] un organisme
   *[other] { $returned } organismes
 } sur { $asked } en { $days ->
    [0] moins d’un jour
    [one] un jour
   *[other] { $days } jours
 }).
kind-bounced = Lettres revenues
kind-nobody-left = Articles sur lesquels plus personne n’est interrogé
kind-nobody-likely = Articles auxquels personne ne répondra sans doute à temps
kind-silent = Organismes silencieux
kind-extension = Prolongations qui s’achèvent
kind-corrections = Corrections qui ne sont pas venues
kind-single-voice = Articles réduits à une seule voix
kind-no-civil-voice = Articles où la société civile ne s’exprime plus
kind-late = Articles qui resteront incomplets
hidden-body = Un organisme non nommé ici
