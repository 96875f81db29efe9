advance-idle = Rien n’est à faire au { $when }.
advance-reminded = { $count ->
    [one] Une relance a été écrite
   *[other] { $count } relances ont été écrites
 } dans outbox/ :
advance-nobody = Un projet est à établir, mais personne n’a encore répondu.
advance-next = envoyez ce qui se trouve dans outbox/
