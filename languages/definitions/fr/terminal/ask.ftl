ask-nothing = Rien ne vous attend : tout ce qui est arrivé a son verdict.
ask-intro = { $count ->
    [one] Un fichier vous attend
   *[other] { $count } fichiers vous attendent
 }. Rien n’est décidé sans vous ; une réponse vide laisse un fichier pour plus tard.
ask-file = { $number }  { $name }
ask-came = arrivé le { $at }
ask-came-by-mail = arrivé le { $at }, par un message de { $senders }
ask-original = tel qu’il est arrivé : { $path }
ask-answers = Il répond à { $count ->
    [one] une question
   *[other] { $count } questions
 }.
ask-question-whose = De qui vient-il ? Sans doute, d’après ses réponses et son chemin :
ask-question-whose-unlikely = De qui vient-il ? Rien ne l’indique.
ask-question-parts = Quelle part doit compter ?
ask-question-confirm = Avez-vous demandé à { $name }, et est-ce bien le sien ?
ask-why-marked = le message répond à une lettre qui lui était adressée
ask-why-sender = le message vient de sa maison
ask-why-asked = { $asked } des { $answered } questions répondues lui ont été posées
ask-why-part = { $count ->
    [one] une réponse figure
   *[other] { $count } réponses figurent
 } sous son code
ask-keys-whose = Numéro, a = un autre organisme, c = classer, rien ne compte, p = plus tard
ask-keys-whose-unlikely = a = dire quel organisme, c = classer, rien ne compte, p = plus tard
ask-keys-parts = Numéro, t = toutes, chacune la sienne, c = classer, rien ne compte, p = plus tard
ask-keys-confirm = o = oui, cela compte, c = non, rien ne compte, p = plus tard
ask-keys-mail = c = lu, classer, p = plus tard
ask-keys-application = p = plus tard (admettez-les avec consult admit), c = classer
ask-keys-nothing = c = classer, rien ne compte, p = plus tard
ask-letter-later = p
ask-letter-done = c
ask-letter-no = n non
ask-letter-yes = o oui
ask-letter-both = t toutes
ask-letter-other = a
ask-which-body = Quel organisme (son identifiant ou son nom ; vide : aucun)
ask-again = « { $value } » n’est rien de cela.
ask-left = Laissé pour plus tard.
ask-laid-aside = Classé : rien n’en compte ; ses octets restent dans received/.
ask-end = { $left ->
    [0] Plus rien ne vous attend.
    [one] Un fichier vous attend encore.
   *[other] { $left } fichiers vous attendent encore.
 } { $moved ->
    [0] {""}
    [one] Un fichier est passé de inbox/ à inbox/done/.
   *[other] { $moved } fichiers sont passés de inbox/ à inbox/done/.
 }
ask-sure = Il comptera comme les réponses de { $name }, qui reçoit un accusé ; cela ne peut être repris. o = oui
