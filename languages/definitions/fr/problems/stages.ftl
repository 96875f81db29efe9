not-launched = Cette consultation n’est pas lancée : personne n’a encore été interrogé. Lancez-la avec : consult launch
already-cleared = La soumission a été approuvée par { $by } le { $day }. Le dossier est figé ; plus rien n’y est ajouté ni modifié.
nobody-to-ask = Il n’y a personne à interroger : le registre est vide, ou aucun mandat n’y couvre un article de ce questionnaire. Remplissez stakeholders.xlsx, puis regardez le résultat avec : consult route
nothing-returned = Aucune réponse n’est encore arrivée. Déposez les classeurs renvoyés dans inbox/ et lancez : consult receive
still-diverging = { $count ->
    [one] Une contradiction n’est pas tranchée : { $items }.
   *[other] { $count } contradictions ne sont pas tranchées : { $items }.
 } La soumission finale les attend. Tranchez-les dans le classeur que produit consult reconcile, ou établissez un projet avec : consult compile --draft
nothing-compiled = Il n’y a pas de soumission finale à approuver. Établissez-la d’abord avec : consult compile
nothing-drafted = Il n’y a pas encore de projet à approuver. La commande qui montre quand il sera rédigé : consult plan
submission-outdated = { $name } ne correspond plus au dossier : des réponses, des décisions ou le fichier lui-même ont changé depuis. Établissez-la de nouveau avec : consult compile --language { $language } — relisez-la, puis approuvez-la.
not-the-focal-point = { $by } n’est pas le point de contact de cette consultation. Seul { $focal_point } approuve ; si le point de contact a changé, faites d’abord la passation : consult handover
not-writable = Écriture impossible ({ $why }). Vérifiez l’espace libre et vos droits sur ce dossier, et fermez le fichier si un autre programme le retient.
no-such-file = Il n’y a pas de fichier « { $name } ». Vérifiez le nom, ou déposez le fichier dans inbox/ et lancez consult receive sans nom.
not-waiting = « { $name } » n’attend rien de vous : soit il n’a jamais été reçu, soit il est jugé et n’a besoin de personne. Rien n’a été modifié.
several-waiting = Plusieurs fichiers à examiner s’appellent « { $name } ». Rien n’a été modifié. Dites lequel est visé par le début de son empreinte : { $digests }.
registry-changed = Non interrogés, parce qu’ils sont entrés au registre, ou ont reçu un mandat ou un autre nom, après le lancement : { $names }. Le lancement reste tel qu’il était. Pour les interroger à présent : consult add
no-such-language = « { $language } » n’est pas une langue disponible. Langues admises : { $allowed }.
record-missing = Le dossier (consult.db) manque ou est vide, alors que des classeurs renvoyés sont ici : cette consultation a été lancée. Rétablissez consult.db à partir d’une sauvegarde. Un nouveau lancement rendrait illisibles tous les classeurs envoyés ; rien n’a donc été fait.
answers-missing = { $count ->
    [one] Un organisme doit encore
   *[other] { $count } organismes doivent encore
 } des réponses : { $names }. La soumission se fait sans elles.
folder-in-inbox = C’est un dossier. Sortez-en les fichiers et déposez-les directement dans inbox/.
nothing-filled-in = Aucune réponse n’est remplie. Si c’est le classeur vierge, demandez le classeur rempli.
