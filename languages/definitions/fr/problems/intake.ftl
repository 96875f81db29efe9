# Ce que l’expéditeur et le coordonnateur apprennent d’un fichier renvoyé. Le fichier lui-même est toujours conservé.

empty-file = Ce fichier est vide. Un incident s’est produit à l’enregistrement ou à l’envoi : ouvrez votre classeur rempli, enregistrez-le et renvoyez-le.
not-a-spreadsheet = { $kind ->
    [html] C’est une page web, peut-être sous le nom d’un classeur : certains logiciels l’enregistrent comme .xls. Ouvrez-la dans Excel ou LibreOffice, choisissez Fichier ▸ Enregistrer sous ▸ Classeur Excel (.xlsx) et envoyez celui-ci.
    [pdf] C’est un document PDF ; les réponses ne peuvent pas y être lues. Veuillez envoyer le classeur rempli (.xlsx ou .ods) ou le formulaire Word (.docx) lui-même, tel qu’il était avant de devenir un PDF.
    [word] Ce document texte ne contient pas les codes de nos questions ; on ne peut donc pas dire à quelle question se rapporte chaque réponse. Veuillez remplir le classeur ou le formulaire Word que vous avez reçu et l’envoyer.
    [rtf] C’est un document au format RTF (.rtf). Ouvrez-le dans Word, choisissez Fichier ▸ Enregistrer sous ▸ Document Word (.docx) et envoyez celui-ci.
    [slides] C’est une présentation ; les réponses ne peuvent être lues que dans le classeur ou le formulaire Word. Veuillez envoyer le classeur rempli (.xlsx ou .ods).
    [picture] C’est une image ; les réponses ne peuvent pas y être lues. Veuillez envoyer le classeur rempli (.xlsx ou .ods) ou le formulaire Word (.docx) lui-même. Si vous l’avez rempli sur papier, téléphonez-nous.
    [archive] C’est une archive compressée. Veuillez en extraire le classeur et envoyer le classeur lui-même (.xlsx ou .ods).
    [numbers] C’est un document Apple Numbers. Dans Numbers, choisissez Fichier ▸ Exporter vers ▸ Excel et envoyez le fichier exporté (.xlsx).
    [pages] C’est un document Apple Pages. Dans Pages, choisissez Fichier ▸ Exporter vers ▸ Word et envoyez le fichier exporté (.docx).
    [gnumeric] C’est un document Gnumeric. Dans Gnumeric, choisissez Fichier ▸ Enregistrer sous, type de fichier « Excel 2010 (.xlsx) », et envoyez celui-ci.
    [xml] C’est un document bureautique enregistré comme XML. Ouvrez-le dans Excel ou LibreOffice, choisissez Fichier ▸ Enregistrer sous ▸ Classeur Excel (.xlsx) et envoyez celui-ci.
    [link] Ce n’est qu’un lien vers un document en ligne, pas le document lui-même ; les liens ne sont jamais suivis. Dans Google Sheets, choisissez Fichier ▸ Télécharger ▸ Microsoft Excel (.xlsx) et envoyez le fichier obtenu.
    [csv] Ce simple tableau de texte (CSV) ne contient pas les codes de nos questions ; on ne peut donc pas dire à quelle question se rapporte chaque réponse. Veuillez envoyer le classeur rempli lui-même (.xlsx ou .ods).
    [csv-laws] C’est seulement la liste des textes de loi d’un classeur, enregistrée comme texte (CSV). À elle seule, elle ne dit ni de qui elle vient ni quelles réponses citent ces textes ; rien n’en a donc été repris. Veuillez envoyer le classeur rempli lui-même (.xlsx ou .ods), avec toutes ses feuilles.
    [text] C’est un fichier texte. Veuillez envoyer le classeur rempli lui-même (.xlsx ou .ods).
    [mail] C’est un message électronique. Veuillez envoyer, comme fichier à part, le classeur qui y est joint (.xlsx ou .ods).
   *[unknown] Ce fichier ne peut pas être lu ici. Ouvrez votre classeur rempli dans Excel ou LibreOffice, enregistrez-le comme classeur Excel (.xlsx) et envoyez celui-ci.
 }
old-format = { $kind ->
    [xlsb] Ce classeur est au format binaire d’Excel (.xlsb). Ouvrez-le, choisissez Fichier ▸ Enregistrer sous ▸ Classeur Excel (.xlsx) et renvoyez-le.
    [doc] Ce document est au format de Word 97-2003 (.doc). Ouvrez-le, choisissez Fichier ▸ Enregistrer sous ▸ Document Word (.docx) et renvoyez-le.
   *[xls] Ce classeur est au format d’Excel 97-2003 (.xls). Ouvrez-le, choisissez Fichier ▸ Enregistrer sous ▸ Classeur Excel (.xlsx) et renvoyez-le.
 }
password-protected = Ce fichier demande un mot de passe à l’ouverture et ne peut donc pas être lu. Merci de ne pas nous envoyer le mot de passe. Ouvrez le fichier, choisissez Fichier ▸ Informations ▸ Protéger le classeur (dans Word : Protéger le document) ▸ Chiffrer avec mot de passe, effacez-y le mot de passe, enregistrez le fichier et renvoyez-le.
opendocument-with-password = Ce fichier demande un mot de passe à l’ouverture et ne peut donc pas être lu. Merci de ne pas nous envoyer le mot de passe. Ouvrez le fichier dans LibreOffice, choisissez Fichier ▸ Enregistrer sous, décochez « Enregistrer avec mot de passe » et envoyez le nouveau fichier.
archive-with-password = Cette archive compressée demande un mot de passe ; rien de ce qu’elle contient ne peut être lu. Merci de ne pas nous envoyer le mot de passe. Extrayez le classeur de l’archive et envoyez le classeur lui-même.
rights-managed = Ce fichier est protégé par une gestion des droits : seules les personnes désignées par son propriétaire peuvent l’ouvrir, où qu’il aille. Ouvrez-le, choisissez Fichier ▸ Informations ▸ Protéger le classeur (dans Word : Protéger le document) ▸ Restreindre l’accès ▸ Accès illimité, ou donnez-lui une étiquette de confidentialité sans chiffrement, enregistrez-le et renvoyez-le. Si votre organisme ne le permet pas, recopiez vos réponses dans le classeur que vous avez reçu.
letters-unclear = Ce tableau de texte (CSV) ne dit pas dans quel codage il a été enregistré, et ses lettres peuvent se lire de plusieurs façons, ou d’aucune qui ait un sens : { $readings }. Pour ne pas altérer vos mots, rien n’a été lu. Veuillez envoyer le classeur lui-même (.xlsx) ou enregistrer le tableau comme « CSV UTF-8 ».
quotes-unclear = Dans ce tableau de texte (CSV), les guillemets ne concordent pas à la ligne { $row } ou plus bas ; on ne peut donc pas dire où finit une cellule. Rien n’a été lu. Veuillez envoyer le classeur lui-même (.xlsx).
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
notes-not-read = { $count ->
    [one] Une note de bas de page, une note de fin ou un commentaire de ce document n’a pas été lu.
   *[other] { $count } notes de bas de page, notes de fin ou commentaires de ce document n’ont pas été lus.
 } Tout ce qui figure dans ses tableaux l’a été. Si une réponse s’y trouve, veuillez l’inscrire dans sa cellule et renvoyer le document.
