# Ce que contient un nouveau consultation.yaml tant que personne n’y a rien écrit d’autre.
example-state = État d’exemple
focal-point-name = (nom du point de contact)
focal-point-office = (ministère et service)
