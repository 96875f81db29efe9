clear-done = Approuvée par { $by } le { $day }. Le dossier est figé.
clear-again = Déjà approuvée par { $by } le { $day }. Rien n’a changé.
clear-digest = Empreinte de la soumission : { $digest }
clear-confirm = Approuver la soumission ({ $state }) ? Plus rien n’est pris en compte ni modifié ensuite.
clear-not = Rien n’a été approuvé.
clear-drafts = Des projets s’y trouvent encore, qui peuvent dire ce qui a été modifié ou retiré depuis : { $names }. Supprimez-les, ou ne les transmettez à personne.
clear-next = remettez ce qui est approuvé ; puis consult advance, pour les lettres qui l’attendent (consult plan dit quand)
