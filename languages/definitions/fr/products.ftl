outcome-passed = réussi
outcome-failed = non réussi
change-deadline = La date limite de tous a été reportée au { $deadline }.
change-extension = { $body } : délai accordé jusqu’au { $deadline }.
change-declined = { $count ->
    [one] { $body } : une question déclinée.
   *[other] { $body } : { $count } questions déclinées.
 }
change-reassigned = { $count ->
    [one] { $body } : une question confiée à un autre organisme.
   *[other] { $body } : { $count } questions confiées à un autre organisme.
 }
change-item-withdrawn = { $count ->
    [one] { $body } : une question retirée.
   *[other] { $body } : { $count } questions retirées.
 }
change-withdrawn = { $body } ne participe plus.
change-correction = { $count ->
    [one] { $body } : une réponse à revoir.
   *[other] { $body } : { $count } réponses à revoir.
 }
change-focal-point = { $name } ({ $office }) a pris la fonction de point de contact.
