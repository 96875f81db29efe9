# Le calendrier : quoi, pour qui, pourquoi alors.
launch = Lancement : chacun est interrogé
round-opens = { $rounds ->
    [one] Ouverture
   *[several] { $round } : ouverture
 }
round-soft = { $rounds ->
    [one] À partir de là, le silence inquiète
   *[several] { $round } : à partir de là, le silence inquiète
 }
round-deadline = { $rounds ->
    [one] Échéance
   *[several] { $round } : échéance
 }
round-shuts = { $rounds ->
    [one] Fin du délai de grâce
   *[several] { $round } : fin du délai de grâce
 }
round-extended = { $rounds ->
    [one] Échéance de { $body }, prolongée
   *[several] { $round } : échéance de { $body }, prolongée
 }
own-deadlines = avec leur propre échéance
by-coordinator = coordination
to-owing = à ceux qui doivent encore des réponses
to-owing-now = { $count ->
    [one] un organisme doit encore des réponses
   *[other] { $count } organismes doivent encore des réponses
 }
to-coordinator = à la coordination
to-asked = à ceux qui ont été interrogés
to-everybody = à tous ceux du registre
to-mandates = à ceux dont c’est le mandat
to-kinds = { $kinds }
to-answered = à ceux qui ont répondu à « { $round } »
to-attended = à ceux qui ont pris part à « { $held } »
to-took-part = à ceux qui ont pris part à l’un ou l’autre : { $parts }
to-sheet = à ceux pour qui « { $sheet } » dit : { $outcomes }
to-trained = à ceux qui ont suivi { $trained }
to-topics = à ceux qui connaissent { $topics }
outcome-passed = réussite
outcome-failed = échec
why-days-after = { $count ->
    [one] le jour après { $moment }
   *[other] { $count } jours après { $moment }
 }
why-days-before = { $count ->
    [one] la veille de { $moment }
   *[other] { $count } jours avant { $moment }
 }
why-working-days-after = { $count ->
    [one] un jour ouvré après { $moment }
   *[other] { $count } jours ouvrés après { $moment }
 }
why-working-days-before = { $count ->
    [one] un jour ouvré avant { $moment }
   *[other] { $count } jours ouvrés avant { $moment }
 }
why-months-after = { $count ->
    [one] un mois après { $moment }
   *[other] { $count } mois après { $moment }
 }
why-months-before = { $count ->
    [one] un mois avant { $moment }
   *[other] { $count } mois avant { $moment }
 }
why-at = avec { $moment }
moment-launch = le lancement
moment-cleared = l’approbation
moment-opens = { $rounds ->
    [one] l’ouverture
   *[several] l’ouverture de « { $title } »
 }
moment-soft = le jour à partir duquel le silence inquiète
moment-deadline = { $rounds ->
    [one] l’échéance
   *[several] l’échéance de « { $title } »
 }
moment-shuts = { $rounds ->
    [one] la fin du délai de grâce
   *[several] la fin du délai de grâce de « { $title } »
 }
moment-planned = le jour prévu pour « { $title } »
moment-done = la tenue de « { $title } »
moment-decided = la décision sur « { $title } »
moved-weekend = déplacé hors du week-end
moved-holiday = déplacé : { $name }
moved-quiet = déplacé hors des heures de silence
