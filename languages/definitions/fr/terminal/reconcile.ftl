reconcile-sum = { $items ->
    [0] Aucune question n’a de réponse
    [one] Une question a des réponses
   *[other] { $items } questions ont des réponses
 } : { $agreed ->
    [0] aucune concordante
    [one] une concordante
   *[other] { $agreed } concordantes
 }, { $open ->
    [0] aucune contradictoire
    [one] une contradictoire
   *[other] { $open } contradictoires
 }.
reconcile-how-single = { $count } d’un seul organisme
reconcile-how-unanimous = { $count ->
    [one] une unanime
   *[other] { $count } unanimes
 }
reconcile-how-joined = { $count ->
    [one] une réunie
   *[other] { $count } réunies
 }
reconcile-how-rule = { $count } par règle de priorité
reconcile-how-decision = { $count ->
    [one] une tranchée
   *[other] { $count } tranchées
 }
reconcile-recorded = { $count ->
    [0] Aucune nouvelle décision n’a été lue.
    [one] Une décision a été lue et consignée.
   *[other] { $count } décisions ont été lues et consignées.
 }
reconcile-position = { $value } : { $names }
reconcile-item = Question
reconcile-says = Positions
reconcile-next-decide = tranchez dans { $path }, puis : consult reconcile --decisions { $path }
reconcile-next-compile = établissez la soumission : consult compile
