admit-done = { $name } figure au registre sous { $body } ; sa demande est prise en compte ({ $count ->
    [one] une réponse
   *[other] { $count } réponses
 }).
admit-joined = La demande est prise en compte comme celle de { $name } ({ $body } ; { $count ->
    [one] une réponse
   *[other] { $count } réponses
 }).
admit-again = Cette demande était déjà prise en compte, comme celle de { $name } ({ $body }).
admit-next = consult advance
