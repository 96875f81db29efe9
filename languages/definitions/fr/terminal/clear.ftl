clear-done = Approuvée par { $by } le { $day }. Le dossier est figé.
clear-again = Déjà approuvée par { $by } le { $day }. Rien n’a changé.
clear-digest = Empreinte de la soumission : { $digest }
clear-confirm = Approuver la soumission ({ $state }) ? Plus rien n’est pris en compte ni modifié ensuite.
clear-not = Rien n’a été approuvé.
