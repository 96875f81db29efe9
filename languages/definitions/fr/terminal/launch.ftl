launch-done = { $count ->
    [one] Une invitation et son classeur se trouvent
   *[other] { $count } invitations et leurs classeurs se trouvent
 } dans outbox/ ; réponses attendues pour le { $deadline }.
launch-again = Déjà lancée le { $day }. Rien n’a été émis de nouveau.
launch-next = ouvrez chaque fichier .eml de outbox/ avec votre messagerie, relisez-le et envoyez-le ; déposez ce qui revient dans inbox/ et lancez : consult receive
launch-next-send = regardez les lettres de outbox/, puis envoyez-les toutes : consult send ; déposez dans inbox/ ce qui revient et lancez : consult receive
launch-refused = Rien n’a été lancé.
launch-language = Langue
