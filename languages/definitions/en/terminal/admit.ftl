admit-done = { $name } is in the registry as { $body }; its application is taken in ({ $count ->
    [one] one answer
   *[other] { $count } answers
 }).
admit-joined = The application is taken in as that of { $name } ({ $body }; { $count ->
    [one] one answer
   *[other] { $count } answers
 }).
admit-again = This application was taken in before, as that of { $name } ({ $body }).
admit-next = consult advance
