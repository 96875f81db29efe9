advance-idle = Nothing is due at { $when }.
advance-posted = { $title }: { $count ->
    [0] no letter was needed
    [one] one letter was written to outbox/
   *[other] { $count } letters were written to outbox/
 }
advance-produced = { $title }: { $count ->
    [0] there is nobody to make it for
    [one] one document was made
   *[other] { $count } documents were made
 }
advance-more = … and { $count } more beside them
advance-sheet = { $title }: { $count ->
    [one] one line
   *[other] { $count } lines
 } to decide in { $path }
advance-marked = { $title }: { $passed } passed, { $failed } did not
advance-warned = { $title }: a letter to the coordinator lies in { $path }
advance-nobody = Something is due that needs answers, but nobody has answered yet.
advance-hushed = Letters are due, but not at this hour or on this day: they wait until people work.
advance-next = send what lies in outbox/
advance-next-sheet = fill in { $path }, then: consult decide { $path }
advance-trained = The registry now says of { $count ->
    [one] one body that it has
   *[other] { $count } bodies that they have
 } completed the training.
advance-unregistered = Not in the registry, which says nothing of their training: { $bodies }
advance-to-send = { $count ->
    [one] One letter is
   *[other] { $count } letters are
 } still to be sent: consult send
