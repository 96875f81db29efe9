plan-title = { $title } : le calendrier, au { $when }
plan-title-unlaunched = { $title } : le calendrier, si chacun était interrogé le { $when }
plan-column-when = Quand
plan-column-state = État
plan-column-what = Quoi
plan-column-who = Qui
plan-column-why = Pourquoi alors
plan-done = fait
plan-due = à faire
plan-waits = en attente
plan-coming = à venir
plan-passed = dépassé
plan-open = pas encore connu
plan-hushed = Aucune lettre n’est écrite à cette heure : elles attendent le matin.
plan-now = { $count ->
    [one] Une chose est
   *[other] { $count } choses sont
 } à faire au { $when } :
plan-nothing = Rien n’est à faire au { $when }.
plan-next-launch = consult check, puis : consult launch
plan-next-advance = consult advance
plan-next-done = une fois la réunion tenue : consult done
plan-ics = { $count ->
    [one] Une date a été écrite
   *[other] { $count } dates ont été écrites
 } dans { $path } : ouvrez ce fichier avec un agenda.
