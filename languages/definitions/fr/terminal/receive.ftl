receive-dismissed = { $name } n’attend plus personne ; il est passé dans inbox/done/, ses octets restent dans received/.
receive-dismissed-before = { $name } avait déjà été écarté. Rien n’a changé.
receive-nothing = Il n’y a rien de nouveau dans inbox/.
receive-file = Fichier
receive-from = De
receive-version = Version
receive-answers = Réponses
receive-unknown = ?
receive-before = déjà reçu
receive-sum = { $files ->
    [one] Un fichier
   *[other] { $files } fichiers
 } : pris en compte : { $taken }, déjà reçus : { $known }, à examiner par vous : { $person }, refusés : { $refused }.
receive-cleared-away = Ce qui a été pris en compte est passé dans inbox/done/ ; les octets de chaque fichier sont conservés dans received/.
receive-next-person = examinez ce qui est signalé ci-dessus et interrogez l’expéditeur ; un fichier à écarter : consult receive --dismiss FICHIER
receive-next-status = voyez qui doit encore répondre : consult status
receive-waiting = Examen de { $count } fichiers
receive-questions = { $count ->
    [one] Un texte à renvoyer se trouve
   *[other] { $count } textes à renvoyer se trouvent
 } dans outbox/questions-….txt : ce qui a été lu et ce qui est à revoir, dans la langue de l’expéditeur.
