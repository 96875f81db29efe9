clear-done = Approuvée par { $by } le { $day }. Le dossier est figé.
clear-again = Déjà approuvée par { $by } le { $day }. Rien n’a changé.
clear-digest = Empreinte de la soumission : { $digest }
clear-confirm = Approuver { $files } pour { $state } ? Plus rien ne pourra être modifié ensuite.
clear-not = Rien n’a été approuvé.
