# Ce que l’expéditeur et le coordonnateur apprennent d’un message ou d’un fichier zip. Il est toujours conservé entier.

outlook-message = C’est un message au format propre à Outlook (.msg), qui ne peut pas être ouvert ici. Envoyez le classeur rempli lui-même ; ou bien, dans le nouvel Outlook ou Outlook sur le web, choisissez ⋯ ▸ Enregistrer sous (ou Télécharger) ▸ EML et envoyez ce fichier.
protected-mail = { $kind ->
    [smime] Ce message est chiffré ou scellé (S/MIME) ; le classeur qu’il contient ne peut donc pas en être extrait. Veuillez le renvoyer sans chiffrement ni signature opaque, ou convenir avec nous d’un autre moyen de le remettre.
    [pgp] Ce message est chiffré (PGP) ; le classeur qu’il contient ne peut donc pas en être extrait. Veuillez le renvoyer sans chiffrement, ou convenir avec nous d’un autre moyen de le remettre.
   *[rights] Ce message est protégé par une gestion des droits (« Ne pas transférer », message.rpmsg) ; le classeur qu’il contient ne peut donc pas en être extrait. Veuillez le renvoyer sans cette protection, ou convenir avec nous d’un autre moyen de le remettre.
 }
winmail-dat = Ce message est arrivé sous la forme winmail.dat, un emballage que seul Outlook ouvre ; la pièce jointe ne peut donc pas en être extraite. Dans Outlook, choisissez Format du texte ▸ HTML ou Texte brut (et non Texte enrichi), joignez de nouveau le classeur et envoyez-le.
file-behind-link = Ce message contient un lien vers { $service } au lieu du classeur. Aucun lien n’est ouvert ici. Veuillez joindre le classeur rempli lui-même (.xlsx ou .ods) et renvoyer le message.
attachment-damaged = « { $name } » a été endommagé en chemin ; tout ce qui pouvait l’être en a été extrait. S’il se révèle illisible ci-dessous, veuillez le joindre de nouveau et le renvoyer.
member-unreadable = « { $name } », dans ce fichier zip, est endommagé ou compressé d’une manière inhabituelle et n’a pas pu en être extrait ; les autres fichiers l’ont été. Veuillez envoyer ce classeur lui-même (.xlsx ou .ods).
mail-cut-off = Ce message s’arrête avant la fin de sa dernière partie : il a peut-être été tronqué en chemin. Ce qui est là a été extrait ; veuillez vérifier qu’il ne manque rien, ou le redemander.
parts-left-out = Seuls les { $taken } premiers fichiers ont été extraits : la limite est de { $files } fichiers et de { $megabytes } Mo en tout. Veuillez envoyer le reste dans des messages séparés.
nested-too-deep = Les parties de ce message sont imbriquées sur plus de { $limit } niveaux, si bien que certaines n’ont pas été extraites. Veuillez joindre le classeur rempli (.xlsx ou .ods) à un nouveau message et envoyer celui-ci.
nothing-inside = Ce fichier zip ne contient aucun fichier. Veuillez envoyer le classeur rempli lui-même (.xlsx ou .ods).
