receive-dismissed = { $name } n’attend plus personne. Il n’est plus dans inbox/ ; ses octets restent dans received/.
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
receive-cleared-away = Ce qui a été pris en compte est passé dans inbox/done/ ; les octets de chaque fichier sont conservés dans received/.
receive-next-person = décidez de ce qui vous attend, fichier par fichier : consult receive --ask
receive-next-status = voyez qui doit encore répondre : consult status
receive-waiting = Examen de { $count } fichiers
receive-letters = Des lettres en retour se trouvent dans outbox/ : { $receipts ->
    [0] aucun accusé de réception
    [one] un accusé de réception
   *[other] { $receipts } accusés de réception
 } et { $others ->
    [0] aucune demande de correction
    [one] une qui demande quelque chose
   *[other] { $others } qui demandent quelque chose
 }.
receive-late = en retard
receive-whose-one = Avec --whose, indiquez le seul fichier dont il s’agit, par son nom ou les premiers chiffres de son empreinte.
receive-letters-send = Regardez-les et envoyez-les : consult send
receive-letters-by-hand = Regardez chacune et envoyez-la avec votre messagerie.
receive-refused-unanswered = Quand un fichier refusé ne dit pas qui l’a envoyé, personne n’a été prévenu : écrivez à l’expéditeur, comme l’indique sa phrase ci-dessus.
receive-to-nobody = Nul ne sait encore de qui vient { $name }. Là où il faut corriger, les phrases ci-dessous s’adressent à qui l’a envoyé :
