accepted = accepté
accepted-sender = Merci : vos réponses sont arrivées et ont toutes pu être lues. Vous n’avez rien d’autre à faire.
accepted-coordinator = Toutes les réponses de ce fichier ont été lues.

accepted-with-warnings = accepté avec remarques
accepted-with-warnings-sender = Merci : vos réponses sont arrivées et ont été lues. Veuillez prendre connaissance des remarques ci-dessous ; vous pouvez envoyer un classeur corrigé jusqu’à la date limite.
accepted-with-warnings-coordinator = Toutes les réponses de ce fichier ont été lues ; les remarques ci-dessous méritent un coup d’œil.

partly-accepted = accepté en partie
partly-accepted-sender = Merci : votre classeur a pu être lu pour l’essentiel, mais pas toutes les réponses. Veuillez corriger les cellules indiquées ci-dessous et renvoyer le classeur ; ce qui a été lu est conservé.
partly-accepted-coordinator = Certaines réponses de ce fichier n’ont pas pu être lues ; les autres comptent. Demandez à l’expéditeur de corriger les cellules indiquées ci-dessous.

needs-a-person = à examiner
needs-a-person-sender = Merci : votre fichier est arrivé et il est conservé. Une personne l’examinera et vous écrira s’il manque quelque chose.
needs-a-person-coordinator = Ce fichier a été ouvert, mais il ne peut être pris en compte sans vous : voyez ci-dessous ce qui n’est pas clair, et décidez. Rien n’en est retenu d’ici là.

refused = illisible
refused-sender = Votre fichier est arrivé et il est conservé, mais il n’a pas pu être lu. Voyez ci-dessous ce qui a été constaté et ce qu’il faut faire, puis renvoyez-le.
refused-coordinator = Ce fichier n’a pas pu être lu ; rien n’en est retenu. Il est conservé tel quel ; redemandez-le à l’expéditeur comme indiqué ci-dessous.

unpacked = ouvert
unpacked-sender = Merci : votre message est bien arrivé, et chaque fichier qu’il contient est examiné.
unpacked-coordinator = Ceci contient d’autres fichiers ; chacun a ici sa propre ligne.
