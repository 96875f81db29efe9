fetch-laid = { $count ->
    [one] Un nouveau message a été relevé dans la boîte. Il se trouve dans inbox/ et est marqué comme lu dans la boîte.
   *[other] { $count } nouveaux messages ont été relevés dans la boîte. Ils se trouvent dans inbox/ et sont marqués comme lus dans la boîte.
 }
fetch-known = { $count ->
    [one] Un message était déjà arrivé, à l’octet près : il n’a pas été déposé de nouveau dans inbox/.
   *[other] { $count } messages étaient déjà arrivés, à l’octet près : ils n’ont pas été déposés de nouveau dans inbox/.
 }
fetch-nothing = Il n’y a rien de nouveau dans la boîte aux lettres.
fetch-next = lire ce qui est arrivé : consult receive
