# Ce qu’une cellule montre sans le contenir, ou contient sans le montrer. Chaque phrase retourne à l’expéditeur, à la cellule.
hidden-address = « { $value } » renvoie par un lien à une adresse que les mots ne montrent pas : { $address }. Seuls les mots ont été pris. Si l’adresse importe, veuillez l’écrire en toutes lettres ; l’adresse d’une loi a sa propre colonne sur la feuille des lois.
