advance-idle = Nothing is due at { $when }.
advance-reminded = { $count ->
    [one] One reminder was
   *[other] { $count } reminders were
 } written to outbox/:
advance-nobody = A draft is due, but nobody has answered yet.
advance-next = send what lies in outbox/
