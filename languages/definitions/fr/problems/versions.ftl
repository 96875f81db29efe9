version-unknown = { $name } n’a pas de version { $value }. Versions reçues : { $allowed }.
nothing-to-compare = { $count ->
    [0] Rien qui compte n’est encore venu de { $name }
   *[other] { $name } a envoyé une seule version jusqu’ici
 } ; il n’y a donc pas deux versions à comparer.
original-unknown = « { $value } » n’est ni une version de { $name }, ni le début (huit caractères au moins) de l’empreinte d’un seul de ses fichiers. Valeurs admises : { $allowed }.
original-none = Aucun fichier n’est encore venu de { $name } ; il n’y en a donc pas à copier.
original-missing = Les octets de ce fichier ne sont plus là, alors que le dossier dit qu’ils sont arrivés. Reprenez-les d’une sauvegarde ; rien n’a été copié.
original-altered = Les octets qui se trouvent ici ne sont pas ceux qui sont arrivés : ceux-ci auraient l’empreinte { $digest }. Quelqu’un ou quelque chose les a modifiés depuis ; reprenez-les d’une sauvegarde. Rien n’a été copié.
copy-exists = Il y a déjà quelque chose sous ce nom, et rien n’est jamais écrasé. Choisissez un autre nom pour la copie.
