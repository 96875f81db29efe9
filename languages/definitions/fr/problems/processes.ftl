name-twice = Le nom « { $name } » figure deux fois dans ce processus. Chaque tour, phase ou action a son propre nom : changez l’un des deux.
moment-unknown = Il n’y a pas de moment « { $name } » dans ce processus. Les moments sont launch, cleared, ceux d’un tour (answers.opens, .soft, .deadline, .shuts) et d’une action (workshop.planned, workshop.done, screening.decided).
phase-unknown = Il n’y a pas de phase « { $name } ». Ce processus a : { $allowed }.
round-unknown = Il n’y a pas de tour « { $name } ». Ce processus a : { $allowed }.
action-unknown = Il n’y a pas d’action « { $name } ». Ce processus a : { $allowed }.
form-missing = Le formulaire { $name } est demandé ici, mais ce fichier n’existe ni dans ce dossier ni avec le processus. Écrivez-le ou nommez un autre formulaire.
goes-round = L’heure de « { $name } » dépend d’elle-même. Comptez-la à partir d’un autre moment.
