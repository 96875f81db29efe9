# Les réponses au choix, telles qu'imprimées dans les classeurs et les soumissions.
yes = Oui
in-part = Oui, en partie
no = Non
not-our-remit = Pas de notre ressort
not-known = Nous ne savons pas
cannot-disclose = Non communicable
