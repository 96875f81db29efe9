date-of-nothing = « { $value } » n’est pas une action datée de ce processus ; la date ne change donc rien. Sont possibles : { $allowed }. Corrigez le nom, ou retirez la ligne.
person-twice = { $name } figure deux fois avec la même fonction. Retirez l’une des deux lignes.
