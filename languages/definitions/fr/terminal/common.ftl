next = Ensuite : { $step }
more-like-it = { $count ->
    [one] et un autre du même genre : { $cells }
   *[other] et { $count } autres du même genre : { $cells }
 }
bad-instant = « { $value } » n’est pas un instant. Écrivez-le ainsi : 2027-03-01T09:00.
interrupted = Arrêté. Tout ce qui a été fait est consigné ; relancez la même commande pour continuer.
bug = Cela n’aurait pas dû arriver ({ $what }). Rien n’est perdu : ce qui est consigné l’est en entier. Signalez-le, avec ce que la même commande affiche après : export CONSULT_DEBUG=1
