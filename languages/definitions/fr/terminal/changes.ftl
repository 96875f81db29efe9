changes-extended = { $name } a désormais jusqu’au { $deadline }.
changes-extended-again = { $name } a déjà jusqu’au { $deadline } : rien à accorder.
changes-nobody-owes = Personne ne doit plus rien : rien n’a été prolongé.
changes-deadline = La date limite de tous est désormais fixée au { $deadline }.
changes-deadline-earlier = La date limite de tous est désormais fixée au { $deadline } : plus tôt que ce qui leur avait été écrit.
changes-deadline-own = { $name } garde la sienne, le { $deadline }, et ne reçoit pas de lettre.
changes-deadline-again = La date limite de tous est déjà fixée au { $deadline } : rien n’a été déplacé.
changes-settings-written = consultation.yaml le dit désormais aussi ; tout le reste y demeure tel quel.
changes-declined = N’est plus demandé à { $name } : { $what }.
changes-declined-again = { $name } a déjà décliné cela, ou y a répondu : rien n’a été modifié.
changes-uncovered = Personne n’en est plus chargé : { $what }.
changes-covered = Tout cela est aussi demandé à d’autres, ou a déjà reçu une réponse.
changes-suggested-stranger = « { $name } » n’est pas encore au registre : donnez-lui d’abord une ligne, avec son adresse, puis transmettez-lui les questions.
changes-reassigned = Transmis de { $giver } à { $taker } : { $what }.
changes-reassigned-again = Tout cela est déjà demandé à { $taker }, et ne l’est plus à { $giver } : rien n’a été modifié.
changes-answers-passed = { $count ->
    [one] La seule réponse de { $name } figure dans le nouveau classeur comme point de départ ; au dossier, elle reste la sienne.
   *[other] Les { $count } réponses de { $name } figurent dans le nouveau classeur comme point de départ ; au dossier, elles restent les siennes.
 }
changes-answers-kept = { $count ->
    [one] La réponse de { $name } n’a pas été transmise
   *[other] Les { $count } réponses de { $name } n’ont pas été transmises
 } : cet organisme est exposé à des risques, ou n’apparaît nulle part. D’autres pourraient savoir de qui cela vient. Seulement s’il a donné son accord : la même commande encore une fois, avec --with-answers.
changes-answers-confirm = { $name } est exposé à des risques, ou n’apparaît nulle part. A-t-il accepté que { $taker } lise ses réponses ?
changes-answers-refused = Rien n’a été transmis.
changes-added = { $name } participe désormais, avec { $what }.
changes-added-more = Il est désormais demandé davantage à { $name } : { $what }.
changes-added-again = { $name } est déjà interrogé sur tout ce que lui donnent le registre et routing.yaml, sauf ce qu’il a décliné ou transmis : rien à ajouter. Pour le lui demander de nouveau : --declined
changes-withdrawn = { $name } ne participe plus. { $answers ->
    [0] Aucune réponse n’avait été donnée.
    [one] Sa seule réponse reste, telle quelle.
   *[other] Ses { $answers } réponses restent, telles quelles.
 }
changes-withdrawn-again = { $name } s’est déjà retiré : rien n’a été modifié.
changes-items-withdrawn = N’est plus demandé à personne : { $what } ; jusqu’ici, { $bodies ->
    [one] un organisme était interrogé
   *[other] { $bodies } organismes étaient interrogés
 }.
changes-items-again = Cela n’est demandé à personne : { $what }. Rien n’a été modifié.
changes-items-submission = { $answered ->
    [0] Dans la soumission, cela garde sa place, comme non demandé.
    [one] L’une de ces questions a reçu une réponse, qui reste dans la soumission. Ce à quoi personne n’a répondu y figure comme non demandé.
   *[other] { $answered } de ces questions ont reçu une réponse, qui reste dans la soumission. Ce à quoi personne n’a répondu y figure comme non demandé.
 }
changes-reopened = Corrections demandées à { $name } : { $what }. Elles sont de nouveau dues, jusqu’au prochain renvoi.
changes-reopened-again = Ces corrections sont déjà demandées à { $name } et ne sont pas encore arrivées : rien n’a été modifié.
changes-reopened-careful = { $name } est exposé à des risques, ou n’apparaît nulle part, et le classeur joint contient ses réponses : ne l’envoyez que par la voie convenue.
changes-consent = Désormais, { $name } { $how }.
changes-consent-again = C’est déjà le cas : { $name } { $how }. Rien n’a été modifié.
changes-consent-compiled = { $count ->
    [one] Un document
   *[other] { $count } documents
 } dans exports/ le montrent peut-être encore comme auparavant. Établissez-les de nouveau avant que quiconque les lise : consult compile --draft
changes-handed-over = { $name } est désormais le point de contact : dans chaque lettre, dans la soumission et pour l’approuver. Jusqu’ici, c’était { $before }.
changes-handed-over-again = { $name } est déjà le point de contact : rien n’a été modifié.
changes-dossier = Le dossier de passation se trouve dans { $path }. Il nomme tout le monde, même les organismes exposés à des risques : remettez-le en main propre.
changes-bounced = C’est noté : la lettre à { $name } ({ $email }) est revenue : { $path }
changes-bounced-again = Il est déjà noté que la lettre à { $name } est revenue : { $path }
changes-letters = { $count ->
    [one] Une lettre attend dans outbox/ :
   *[other] { $count } lettres attendent dans outbox/ :
 }
changes-more = … et { $count } autres à côté
changes-nothing = Rien n’a été modifié en chemin jusqu’ici.
changes-when = Quand
changes-what = Quoi
changes-who = Par qui
changes-why = Pourquoi : { $why }
changes-next-send = regardez les lettres dans outbox/ et envoyez-les
changes-next-status = voyez où en sont les choses : consult status
changes-next-reassign = envoyez la lettre dans outbox/ ; pour transmettre les questions : consult reassign { $command }
changes-next-withdrawn = envoyez les lettres dans outbox/ ; si d’autres doivent répondre à la place : consult reassign ORGANISME AUTRE
changes-next-bounced = joignez-le autrement, par téléphone peut-être ; envoyez la même lettre d’outbox/ à la bonne adresse, et corrigez celle-ci dans le registre : les lettres suivantes y iront
changes-next-handover = faites lire le dossier à { $name } ; établissez de nouveau ce qui porte l’ancien nom : consult compile
