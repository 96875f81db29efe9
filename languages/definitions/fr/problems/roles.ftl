person-unknown = Personne ne s’appelle ici « { $value } ». Figurent sur la liste : { $allowed }. Indiquez l’un de ces noms avec --as, ou ajoutez la personne sous « people » dans consultation.yaml.
who-acts = Plusieurs personnes travaillent à cette consultation ; le dossier doit donc dire qui fait ceci. Indiquez votre nom : consult --as NOM …, ou une fois pour toutes : export CONSULT_AS=NOM. Peuvent le faire : { $names }.
not-for-role = { $name } exerce ici la fonction { $role ->
    [focal-point] de point de contact
    [coordinator] de coordination
    [governmental-expert] d’expertise gouvernementale
    [observer] d’observation
   *[other] { $role }
 }, qui ne permet pas { $deed ->
    [receive] de prendre en charge les fichiers reçus
    [settle] de régler les réponses
    [draft] d’établir des projets
    [handover] de transmettre la fonction de point de contact
    [clear] d’approuver la soumission
   *[run] de conduire la consultation
 }. Peuvent le faire : { $names }. Voir : consult people
