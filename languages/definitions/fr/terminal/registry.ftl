registry-body = Organisme
registry-id = Identifiant
registry-kind = Type
registry-regions = Régions
registry-trained = Formations
registry-focal = { $region } (point de contact)
registry-at-risk = exposé à des risques
registry-nobody = Le registre ne contient encore personne. Remplissez stakeholders.xlsx, ou reprenez une liste : consult registry import FICHIER
registry-nobody-fits = Personne au registre ne répond à tous ces critères.
registry-sum = { $count } sur { $of ->
    [one] un organisme
   *[other] { $of } organismes
 }. Formés : { $trained }. Exposés à des risques : { $risky }
registry-unread = { $count ->
    [one] Une ligne est illisible et n’est pas affichée
   *[other] { $count } lignes sont illisibles et ne sont pas affichées
 } : consult check
registry-more = { $count ->
    [one] et un autre
   *[other] et { $count } autres
 } : --all les montre tous
registry-more-changes = et { $count } de plus

registry-cell = { $column } : { $text }
registry-found-in = Trouvé dans
registry-nothing-found = Aucun organisme ne contient tous ces mots, même à peu près.

registry-score = Points
registry-why = Pourquoi
registry-who-title = { $instrument } { $number } · { $title }
registry-who-topic = Thème : { $topic }
registry-topics-items = Thèmes de ses questions : { $topics }
registry-topics-title = Thèmes d’après son titre, aucun questionnaire ne portant encore sur lui : { $topics }
registry-topics-none = Aucun questionnaire ne porte encore sur lui et son titre ne nomme aucun thème : seuls comptent les mandats, les événements et les formations sur l’article même.
registry-who-nobody = Personne au registre ne pourrait s’exprimer : personne n’a de mandat à ce sujet, n’en connaît les thèmes ni n’a été interrogé.
registry-reason-mandate-article = mandat sur l’article
registry-reason-mandate-topic = mandat : { $details }
registry-reason-mandate-instrument = mandat sur tout l’instrument
registry-reason-expertise = connaît : { $details }
registry-reason-answered = a répondu à ce sujet
registry-reason-asked = a été interrogé à ce sujet
registry-reason-training-on-it = formé à ce sujet : { $details }
registry-reason-training = formé : { $details }
registry-reason-event-on-it = a participé : { $details }
registry-reason-declined = a dit que cela n’est pas de son ressort
registry-missing-authority = Aucune autorité ne pourrait s’exprimer.
registry-missing-ngo = Aucune ONG ne pourrait s’exprimer.
registry-missing-academia = Personne du milieu universitaire ne pourrait s’exprimer.
registry-missing-private-sector = Personne du secteur privé ne pourrait s’exprimer.
registry-missing-regions = Personne des régions suivantes du registre : { $regions }.
registry-missing-trained = Aucun d’entre eux n’a suivi de formation.
registry-next-who = interrogez-les par un mandat au registre ou une règle de routing.yaml, puis : consult route
registry-next-nobody = inscrivez dans la colonne « Expertise » qui connaît le sujet, ou ajoutez des organismes qui le connaissent

registry-no-duplicates = Aucune paire de lignes ne semble désigner un même organisme.
registry-pairs = { $count ->
    [one] Une paire désigne probablement un seul organisme.
   *[other] { $count } paires désignent probablement un seul organisme chacune.
 }
registry-sign-name = le même nom
registry-sign-near-name = presque le même nom
registry-sign-email = la même adresse, { $value }
registry-sign-telephone = le même téléphone, { $value }
registry-sign-initials = { $value } est peut-être le sigle de l’autre nom
registry-next-merge = examinez chaque paire ; l’organisme nommé en premier reste et reçoit de l’autre ce qui lui manque

registry-merged = { $other } fait désormais partie de { $keep }.
registry-conflicts = Là où les deux se contredisaient :
registry-column = Colonne
registry-kept = Reste
registry-dropped = Disparaît
registry-copy = Le registre tel qu’il était : { $name }
registry-in-routing = routing.yaml nomme encore { $other } : écrivez-y { $keep }.
registry-next-check = voyez si tout est en ordre : consult check

registry-theirs = Leur colonne
registry-ours = La nôtre
registry-how = Comment
registry-how-said = vous l’avez dit
registry-how-kept = comme la dernière fois
registry-how-same = le même mot
registry-how-near = supposé
registry-how-not = pas comprise, pas lue
registry-unread-column = (non lue)
registry-how-to-map = Pour rattacher une colonne : --map "{ $heading }=…" avec l’une de celles-ci : { $columns }. Pour l’écarter définitivement : --map "{ $heading }=-"
registry-how-to-value = Pour dire ce que signifie un de leurs mots, cette fois et la prochaine : --value "{ $column }:{ $value }={ $choice }"
registry-import-refused = Rien n’a été repris.
registry-import-done = { $added ->
    [0] Aucun organisme ajouté
    [one] Un organisme ajouté
   *[other] { $added } organismes ajoutés
 } ; { $known } déjà connus, { $filled ->
    [0] rien n’a été complété
    [one] une case vide complétée
   *[other] { $filled } cases vides complétées
 }.
registry-import-would = { $added ->
    [0] Aucun organisme ne serait ajouté
    [one] Un organisme serait ajouté
   *[other] { $added } organismes seraient ajoutés
 } ; { $known } déjà connus, { $filled ->
    [0] rien ne serait complété
    [one] une case vide serait complétée
   *[other] { $filled } cases vides seraient complétées
 }.
registry-differences = { $count ->
    [one] Une case dit autre chose que le registre, qui est resté tel quel :
   *[other] { $count } cases disent autre chose que le registre, qui est resté tel quel :
 }
registry-in-registry = Au registre
registry-in-file = Dans le fichier
registry-mapping-kept = La façon dont les colonnes ont été comprises est conservée dans registry-import.yaml.
registry-next-dry = relancez sans --dry-run

registry-exported = { $count ->
    [one] Un organisme écrit
   *[other] { $count } organismes écrits
 } dans { $path }.
registry-exported-without = { $count ->
    [one] Un organisme n’y figure pas : rien ne peut en être montré.
   *[other] { $count } organismes n’y figurent pas : rien ne peut en être montré.
 }
