route-head = Qui est interrogé sur quoi
route-body = Organisme
route-items = Questions
route-why = Articles, et pourquoi
route-why-line = { $articles } : { $reason }
route-why-article = mandat
route-why-instrument = mandat sur l’ensemble
route-why-topic = thème « { $topic } »
route-why-rule = une règle
route-why-added = ajout
route-note-rule = Une règle de routing.yaml : { $why }
route-article = Article
route-article-label = Article { $number } { $title }
route-asked = Interrogés
route-voices = { $count ->
    [0] personne
    [one] un organisme
   *[other] { $count } organismes
 }
route-non-governmental = dont non gouvernementaux
route-note-nobody = Personne n’est interrogé sur l’article { $articles }.
route-note-items = { $count ->
    [one] Une question n’est posée
   *[other] { $count } questions ne sont posées
 } à personne : { $items }
route-note-single = Une seule voix répond sur l’article { $articles }.
route-note-official = Seules des autorités répondent sur l’article { $articles } : aucune ONG, université ou entreprise n’est interrogée.
route-note-idle = Interrogés sur rien : { $names }. Donnez-leur un mandat ou retirez-les du registre.
route-note-heavy = Interrogés sur plus de { $limit } questions : { $names }.
route-note-fine = Chaque question est posée, chaque article a plusieurs voix, dont une au moins est non gouvernementale.
route-next = lancez quand tout est juste : consult launch
route-none = Dans ce processus ({ $process }), rien n’est adressé selon les mandats : il dit lui-même qui il interroge.
