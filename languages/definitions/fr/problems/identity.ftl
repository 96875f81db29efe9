not-identified = Aucun des codes que nous imprimons dans un classeur ne figure dans ce fichier, ou seulement des restes. Rien n’en compte pour l’instant. Dites de qui il vient (`consult receive --ask`), ou demandez les réponses dans le classeur joint à l’invitation.
two-invitations = Les codes de { $count } invitations différentes figurent dans ce fichier. Rien n’en compte pour l’instant. Regardez ce qui figure sous chacune et dites quelle part doit compter (`consult receive --ask`) ; ou demandez à chaque organisme d’envoyer son propre classeur.
other-consultation = Les codes de ce fichier ont été imprimés par une autre consultation, ou par un lancement antérieur de celle-ci. Rien n’en compte. Envoyez à l’expéditeur le classeur de cette consultation ; si les réponses lui sont tout de même destinées, dites de qui elles viennent (`consult receive --ask`).
from-elsewhere = Le code est bon, mais le message vient de { $domain }, qui n’est ni l’organisme interrogé ni l’un des nôtres. Rien n’en compte tant que vous n’avez pas confirmé auprès de l’organisme que c’est bien le sien (`consult receive --ask`).
old-key = Le code a été signé avec une clé à laquelle on ne se fie plus : quelqu’un d’autre a pu le fabriquer. Rien n’en compte tant que vous n’avez pas confirmé auprès de l’organisme que c’est bien le sien (`consult receive --ask`).
rows-of-another = { $count ->
    [one] Une ligne de « { $name } » porte
   *[other] { $count } lignes de « { $name } » portent
 } le code d’une autre invitation et n’ont pas été comptées ici. Si elles viennent du classeur d’un collègue, envoyez ce classeur à part, s’il vous plaît.
rows-of-nobody = { $count ->
    [one] Une ligne de « { $name } » ne porte
   *[other] { $count } lignes de « { $name } » ne portent
 } aucun code, dans une feuille où figurent des lignes de plusieurs classeurs : personne ne peut dire de qui elles viennent, et elles n’ont pas été comptées. Veuillez saisir ces réponses de nouveau dans votre propre classeur.
copy-without-token = Ceci semble venir d’un autre fichier : notre ligne, avec son code masqué, se trouve dans la feuille « { $own } », et ce que seule cette copie en dit n’a pas été pris ; rien n’a été enregistré pour la question. Est-ce votre réponse ? Si oui, écrivez-la dans notre ligne, s’il vous plaît ; sinon, supprimez cette copie.
mail-without-file = Rien n’est joint à ce message. Il commence ainsi : « { $words } ». Lisez-le, répondez-y, puis classez-le (`consult receive --ask`).
automatic-reply = Une réponse automatique, par exemple un avis d’absence ; elle est conservée et n’attend rien de vous. Elle commence ainsi : « { $words } ».
letter-came-back = { $count ->
    [one] Un serveur de messagerie signale qu’une de nos lettres n’est pas arrivée, ou pas encore.
   *[other] Un serveur de messagerie signale que { $count } de nos lettres ne sont pas arrivées, ou pas encore.
 } À qui : { $bodies }. `consult history` suivi de ce nom montre laquelle et pourquoi ; vérifiez l’adresse, ou téléphonez.
too-deep = Ce fichier se trouve dans plus de { $limit } autres, l’un dans l’autre, et n’a pas été ouvert. Demandez-le tel quel.
mail-says = Le message lui-même dit : « { $words } ». Rien de cela ne compte comme réponse ; lisez-le.
older-than-standing = { $count ->
    [one] Une réponse de ce fichier n’a pas été prise
   *[other] { $count } réponses de ce fichier n’ont pas été prises
 } en compte : l’organisme a répondu à la même question depuis l’arrivée de ce fichier, et sa dernière réponse vaut.
