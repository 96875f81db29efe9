# Réponses d'un même retour qui ne s'accordent pas. Chaque phrase revient à l'expéditeur, à la cellule.
yes-without-law = Merci. Quelle loi le prévoit, et dans quelle disposition ? Chaque « Oui » est communiqué avec elles. Si vous ne le savez pas, laissez ainsi : votre réponse compte de toute façon.
in-part-without-details = Vous avez répondu « Oui, en partie ». Veuillez indiquer dans les précisions ce qui est en place et ce qui manque.
follow-up-not-applicable = Cette question ne se pose qu’après certaines réponses à la question { $question }, et la vôtre en est une autre. Veuillez vérifier les deux réponses ; nous les conservons telles quelles d’ici là.
follow-up-without-question = Vous avez répondu à cette question complémentaire, mais aucune réponse à la question dont elle dépend, { $question }, n’a pu être lue dans ce fichier. Veuillez répondre aussi à cette dernière, sauf si vous l’avez fait dans une version antérieure.
earlier-answer-stands = Vous n’avez pas choisi de réponse ici cette fois : votre réponse antérieure, « { $answer } », demeure. Ce que vous avez écrit ici maintenant a été pris en compte, et ce que vous avez laissé vide reste tel quel. Pour changer de réponse, choisissez-en une autre.
answer-replaced = Vous aviez dit ici : « { $answer } ». Ce que vous avez envoyé maintenant compte à sa place.
files-disagree = Un autre fichier arrivé avec celui-ci, « { $other } », répond autrement à cette question : aucune des deux réponses n’a été prise. Veuillez nous envoyer celle que vous retenez.
nothing-chosen-beside = Vous avez écrit quelque chose sur cette question sans choisir de réponse. Ce que vous avez écrit a été gardé, mais la question reste ouverte. Veuillez choisir la réponse dans la liste.
absence-with-value = Vous avez choisi « { $absence ->
    [not-our-remit] Pas de notre ressort
    [not-known] Nous ne savons pas
   *[cannot-disclose] Non communicable
 } » tout en donnant une réponse. { $absence ->
    [cannot-disclose] Ce que vous avez indiqué n’est pas utilisé. S’il peut l’être, veuillez effacer ce choix ; sinon, supprimez le reste.
   *[other] Votre réponse compte. Veuillez ne garder que l’une des deux.
 }
negative-number = { $value } est inférieur à zéro. Un nombre à partir de 0 est attendu : veuillez vérifier le signe.
link-not-web = Le lien de la loi « { $law } », « { $link } », n’est pas une adresse web. Il faut une adresse qui commence par https:// ou http:// ; veuillez la copier en entier depuis le navigateur sur la feuille des lois, ou laisser le lien vide.
