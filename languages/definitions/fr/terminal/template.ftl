template-letter = Lettre
template-languages = Langues
template-own = Les vôtres
template-for = Quand elle est écrite
template-about-process = selon le déroulement : consult plan
template-about-added = nouvelles questions à un organisme déjà consulté
template-about-confirm = un classeur est venu d’une autre adresse : est-ce le leur ?
template-about-consent = la manière dont un organisme apparaît a changé
template-about-correct = des endroits d’un classeur reçu n’ont pas pu être lus
template-about-correction = vous demandez des corrections : consult reopen
template-about-deadline = la date limite de tous a été déplacée
template-about-declined = un organisme a décliné des questions
template-about-engine = à la coordination : le moteur n’a pas pu terminer une tâche
template-about-extension = un organisme a plus de temps
template-about-item-withdrawn = une question n’est plus posée
template-about-passed-on = des questions d’un organisme ont été transmises à un autre
template-about-reassigned = des questions ont été transmises à cet organisme
template-about-receipt = des réponses sont arrivées et ont été lues
template-about-refused = un fichier reçu n’a pas pu être lu du tout
template-about-warning = à la coordination : ce qui risque de mal se passer
template-about-withdrawn = un organisme ne participe plus
template-next-copy = en copier une pour la modifier : consult template copy NOM --language fr
template-fine = Les lettres ne présentent aucun défaut.
template-counts = { $errors ->
    [0] Rien n’est à corriger
    [one] Un point est à corriger
   *[other] { $errors } points sont à corriger
 }, { $warnings ->
    [0] rien d’autre à signaler.
    [one] un à regarder.
   *[other] { $warnings } à regarder.
 }
template-next-mend = corriger ce qui est signalé, puis de nouveau : consult template check
template-copied = { $path } est désormais la vôtre : elle passe avant la lettre fournie avec le programme. Sa première ligne est l’objet.
template-next-check = en modifier les mots, puis : consult template check { $path }
