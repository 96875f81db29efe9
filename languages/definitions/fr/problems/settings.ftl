settings-empty = Ce fichier est vide. Copiez-y les paramètres d’une autre consultation, ou créez un nouveau dossier : consult new DOSSIER
setting-twice = « { $value } » figure deux fois dans « { $key } ». Retirez l’une des deux mentions : sinon, tout serait demandé deux fois.
deadline-past = La date limite, { $deadline }, est passée : nous sommes le { $now }. Fixez-en une ultérieure.
deadline-soon = La date limite, { $deadline }, est dans { $days ->
    [0] moins d’un jour
    [1] un jour
   *[other] { $days } jours
 }. Il faut d’ordinaire au moins deux semaines aux organismes ; repoussez-la si vous le pouvez.
deadline-zoned = La date limite, { $deadline }, porte son propre fuseau horaire. Écrivez-la telle qu’on la lira à l’heure de { $zone }, par exemple "2027-03-31 17:00".
deadline-midnight = La date limite, { $deadline }, tombe au tout début de la journée. Indiquez aussi l’heure, par exemple "2027-03-31 17:00".
deadline-day-off = La date limite, { $deadline }, tombe un jour où les bureaux sont fermés ({ $why ->
    [weekend] fin de semaine
    [own] un de vos jours chômés
   *[other] { $why }
 }). Mieux vaut un jour où quelqu’un peut répondre aux questions, par exemple le { $before } ou le { $after }.
questionnaire-not-shipped = Il n’existe pas encore de questionnaire { $questionnaire } ; rien n’est donc demandé à ce sujet. Il existe : { $shipped }.
nothing-to-ask = Aucun des instruments et des groupes thématiques n’a de questionnaire ; rien ne peut donc être demandé. Il existe : { $shipped }.
language-not-translated = Les questionnaires ne sont pas encore traduits dans la langue « { $value } » ; les organismes les recevraient en anglais. Il existe : { $translated }.
name-missing = L’État n’a pas ici de nom dans la langue « { $value } » ; « { $used } » est employé à la place. Ajoutez une ligne pour cette langue.
process-unknown = Il n’y a pas de processus « { $value } ». Il existe : { $allowed }.
focal-point-missing = Le point de contact est encore fictif. Indiquez son nom, son service et son adresse électronique avant le lancement.
deadline-differs = La date limite indiquée ici, { $deadline }, n’est pas celle qui a été annoncée à tous : { $recorded }. Celle-ci fait foi. Pour la déplacer, avec une lettre à ceux qui doivent des réponses : consult deadline "{ $command }" --why "…". Sinon, rétablissez-la ici.
focal-point-differs = Ici, pour le point de contact, « { $key } » vaut « { $value } » ; depuis la passation, le dossier dit « { $recorded } », et c’est lui qui fait foi. Pour une nouvelle passation : consult handover. Sinon, rétablissez la valeur ici.
folder-taken = Ce dossier n’est pas vide : il contient « { $found } ». Choisissez un autre dossier, ou déplacez son contenu.
consultation-there = Il y a déjà une consultation dans ce dossier. Choisissez-en un autre ; celui-ci reste tel quel.
folder-unwritable = Impossible d’écrire dans ce dossier ({ $reason ->
    [permission] vous n’avez pas le droit d’y écrire
    [not-a-folder] un fichier du même nom fait obstacle
    [full] le disque est plein
   *[other] { $detail }
 }). Choisissez un autre emplacement. Rien n’y a été laissé.
linked-unreadable = Rien n’est dit de la consultation du dossier « { $folder } » : { $why ->
    [no-consultation] il ne contient pas de fichier consultation.yaml
    [settings] son fichier consultation.yaml est illisible
    [not-launched] personne n’y a encore été interrogé
   *[record] son fichier consult.db est illisible
 }. Corrigez « linked: », qui part de ce dossier-ci, ou supprimez-le ; puis refaites le document.
