# Le classeur de décisions : les contradictions côte à côte, et ce que tranche le coordinateur.
sheet-read-me = Lisez-moi
sheet-decisions = Décisions
sheet-annex = Annexe
sheet-lists = Listes

title = Contradictions à trancher
internal = Interne. Ne pas diffuser.
internal-why = Ce fichier nomme chaque organisme à côté de sa réponse, y compris ceux que la soumission ne doit pas nommer. Ne le partagez qu’avec les personnes qui décident. Pour un atelier de validation, distribuez l’édition d’atelier.
workshop = Pour l’atelier. Ne pas publier.
workshop-why = Cette édition ne nomme que les organismes qui ont accepté de l’être. Les textes y figurent tels qu’ils ont été écrits : lisez-les avant de les distribuer, car un texte peut révéler son auteur.
made = Établi le { $when }
open-count = { $count ->
    [one] Une question a reçu des réponses qui se contredisent.
   *[other] { $count } questions ont reçu des réponses qui se contredisent.
 }
nothing-open = Aucune réponse n’en contredit une autre. Il n’y a rien à trancher.
progress-label = Tranché à ce jour
progress-of = sur
how = Comment utiliser ce fichier
how-1 = 1. Sur la feuille « { $sheet } », lisez chaque question et, au-dessous, qui répond quoi, avec les raisons données et les textes cités.
how-2 = 2. Choisissez la décision dans la liste de la ligne teintée. Ce peut être une réponse que personne n’a donnée. « { $open } » remet la question à plus tard ; une case vide aussi.
how-3 = 3. Rédigez le texte convenu si la soumission doit le dire en ces termes. Les textes des organismes sont conservés dans tous les cas.
how-4 = 4. Motivez en une ou deux phrases. Les tenants d’un autre avis les liront, et leur désaccord reste consigné.
how-5 = 5. Indiquez qui a tranché : à chaque ligne, ou une seule fois en haut pour toutes les lignes.
how-6 = 6. Enregistrez le fichier sous le nom de votre choix et faites-le relire. Vous pouvez y revenir aussi souvent que vous le souhaitez.
how-command = consult reconcile --decisions FICHIER
how-late = Si des réponses changent entre-temps, les décisions qui les concernent ne sont pas reprises : il vous est dit lesquelles, et un nouveau fichier est établi.

header-who = Qui
header-answer = Réponse
header-said = Ce qui est dit
header-law = Loi et disposition
header-comment = Observation à votre intention
label-row = Votre décision
label-decision = Décision ▾
label-text = Texte convenu (le cas échéant)
label-reason = Motif (obligatoire)
label-decided-by = Décidé par (obligatoire)
decided-by-all = Décidé par, pour toutes les lignes ci-dessous qui ne nomment personne
heading-code = { $code } · { $fingerprint }
article = Article { $number }
article-title = Article { $number }. { $title }
at-risk = exposé à des risques
earlier = Décision antérieure, { $when }
earlier-why = Les réponses ont changé depuis. Veuillez trancher à nouveau.
in-annex = { $start } … [texte intégral : feuille « { $sheet } », { $mark }]
annex-title = Textes trop longs pour une case, en entier
annex-mark = Repère
annex-where = Question et organisme
annex-text = Texte
keep-open = Laisser ouvert
choose = Choisissez dans la liste.
bodies = { $count ->
    [one] Un organisme
   *[other] { $count } organismes
 }
internal-footer = Interne, ne pas diffuser
workshop-footer = Pour l’atelier, ne pas publier
page = Page { $page } sur { $pages }
