done-nothing = Rien n’attend personne.
done-what = Quoi
done-action = Action
done-who = Qui
done-since = Attend depuis
done-planned = prévu pour le { $day }
done-later = quand ce sera son tour
done-recorded = { $title } : enregistré pour le { $day }, { $count ->
    [0] sans liste des présents
    [one] un organisme y était
   *[other] { $count } organismes y étaient
 }.
done-next = consult advance
done-next-say = une fois la chose faite : consult done ACTION --on JOUR --attended FICHIER
done-next-decide = remplissez la feuille dans exports/, puis : consult decide FICHIER
