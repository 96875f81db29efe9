# Ce que l’expéditeur et le coordonnateur apprennent d’un fichier renvoyé. Le fichier lui-même est toujours conservé.

empty-file = Ce fichier est vide. Un incident s’est produit à l’enregistrement ou à l’envoi : ouvrez votre classeur rempli, enregistrez-le et renvoyez-le.
not-a-spreadsheet = { $kind ->
    [html] C’est une page web qui porte le nom d’un classeur. Ouvrez votre classeur rempli dans Excel ou LibreOffice, enregistrez-le comme classeur Excel (.xlsx) et envoyez celui-ci.
    [pdf] C’est un document PDF ; les réponses ne peuvent être lues que dans le classeur lui-même. Veuillez envoyer le classeur rempli (.xlsx ou .ods).
    [word] C’est un document texte ; les réponses ne peuvent être lues que dans le classeur lui-même. Veuillez remplir le classeur que vous avez reçu et l’envoyer (.xlsx ou .ods).
    [slides] C’est une présentation ; les réponses ne peuvent être lues que dans le classeur lui-même. Veuillez envoyer le classeur rempli (.xlsx ou .ods).
    [picture] C’est une image ; les réponses ne peuvent être lues que dans le classeur lui-même. Veuillez envoyer le classeur rempli (.xlsx ou .ods).
    [archive] C’est une archive compressée. Veuillez en extraire le classeur et envoyer le classeur lui-même (.xlsx ou .ods).
    [numbers] C’est un document Apple Numbers. Dans Numbers, choisissez Fichier ▸ Exporter vers ▸ Excel et envoyez le fichier exporté (.xlsx).
    [csv] C’est un simple tableau de texte (CSV), qui ne dit plus à quelle question se rapporte chaque réponse. Veuillez envoyer le classeur rempli lui-même (.xlsx ou .ods).
    [text] C’est un fichier texte. Veuillez envoyer le classeur rempli lui-même (.xlsx ou .ods).
    [mail] C’est un message électronique. Veuillez envoyer, comme fichier à part, le classeur qui y est joint (.xlsx ou .ods).
   *[unknown] Ce n’est pas un classeur lisible ici. Ouvrez votre classeur rempli dans Excel ou LibreOffice, enregistrez-le comme classeur Excel (.xlsx) et envoyez celui-ci.
 }
old-format = { $kind ->
    [xlsb] Ce classeur est au format binaire d’Excel (.xlsb). Ouvrez-le, choisissez Enregistrer sous ▸ Classeur Excel (.xlsx) et renvoyez-le.
   *[xls] Ce classeur est au format d’Excel 97-2003 (.xls). Ouvrez-le, choisissez Enregistrer sous ▸ Classeur Excel (.xlsx) et renvoyez-le.
 }
password-protected = Ce classeur demande un mot de passe à l’ouverture et ne peut donc pas être lu. Ouvrez-le, enregistrez-le sans mot de passe et renvoyez-le.
file-too-large = Ce fichier pèse { $megabytes } Mo ; la limite de lecture est de { $limit } Mo. Ce sont le plus souvent des images ou des pièces jointes : retirez-les, enregistrez le classeur et renvoyez-le.
unpacks-too-large = Décompressé, ce fichier occuperait { $megabytes } Mo, ce qui n’arrive jamais à un classeur rempli (la limite est de { $limit } Mo et de cent fois sa taille). Recopiez vos réponses dans le classeur que vous avez reçu et envoyez celui-ci.
too-many-parts = Ce fichier se compose de { $count } parties ; la limite de lecture est de { $limit }. Recopiez vos réponses dans le classeur que vous avez reçu et envoyez celui-ci.
odd-part = { $why ->
    [path] Ce fichier contient une partie dont le nom désigne un emplacement extérieur (« { $name } »). Aucun logiciel de bureau n’écrit cela ; le fichier n’a donc pas été lu.
   *[twice] Ce fichier contient deux parties du même nom (« { $name } ») ; on ne sait laquelle fait foi, et il n’a pas été lu.
 } Ouvrez le classeur dans Excel ou LibreOffice, enregistrez-le sous un nouveau nom et renvoyez-le.
declares-entities = La partie « { $name } » de ce fichier déclare son propre type de document. Aucun logiciel de bureau n’écrit cela, et ce procédé peut servir à nuire ; le fichier n’a donc pas été lu. Ouvrez le classeur dans Excel ou LibreOffice, enregistrez-le sous un nouveau nom et renvoyez-le.
damaged-file = Ce fichier est endommagé et ne peut pas être lu ; il a peut-être été tronqué en chemin. Ouvrez votre classeur rempli, enregistrez-le sous un nouveau nom et renvoyez-le.
too-many-cells = Les feuilles de ce fichier contiennent plus de { $limit } cellules. Recopiez vos réponses dans le classeur que vous avez reçu et envoyez celui-ci.
cells-too-far-apart = Quelque chose se trouve très loin du formulaire, si bien que la feuille est trop grande pour être lue. Allez à cette cellule, supprimez sa ligne ou sa colonne, enregistrez le classeur et renvoyez-le.
reading-too-slow = La lecture de ce fichier a duré plus de { $seconds } secondes et a été arrêtée. Recopiez vos réponses dans le classeur que vous avez reçu et envoyez celui-ci.
reading-too-big = La lecture de ce fichier demanderait plus de mémoire qu’un classeur ne peut en occuper. Recopiez vos réponses dans le classeur que vous avez reçu et envoyez celui-ci.
reading-crashed = Ce fichier est endommagé au point d’avoir arrêté le programme qui le lit. Rien d’autre n’a été touché. Ouvrez votre classeur rempli, enregistrez-le sous un nouveau nom et renvoyez-le.
macros-inside = Ce fichier contient des macros. Elles n’ont été ni exécutées ni reprises dans ce qui est transmis ; seules les valeurs des cellules ont été lues. Il n’y a rien à faire.
links-to-other-files = Ce fichier contient des liens vers d’autres fichiers. Ils n’ont pas été suivis ; seules les valeurs des cellules ont été lues. Veuillez vérifier qu’aucune réponse ne dépend d’un autre fichier.
embedded-objects = Ce fichier contient des documents ou des contrôles incorporés. Ils n’ont pas été ouverts ; seules les valeurs des cellules ont été lues. Si une réponse s’y trouve, veuillez la recopier dans sa cellule.
far-cells-left-out = { $count ->
    [one] Une valeur se trouve loin du formulaire ({ $cells }) et n’a pas été lue.
   *[other] { $count } valeurs se trouvent loin du formulaire ({ $cells }) et n’ont pas été lues.
 } Tout le reste l’a été. S’il s’agissait d’une réponse, veuillez la recopier dans sa cellule et renvoyer le classeur.
