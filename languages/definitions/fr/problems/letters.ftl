letter-without-subject = La première ligne doit dire l’objet, par exemple « Subject: { "{{" } state { "}}" } : vos réponses », or elle dit : « { $start } ». Mettez-y l’objet, puis une ligne vide, puis la lettre.
letter-subject-runs-on = Cette ligne suit aussitôt l’objet et en ferait donc partie : « { $start } ». Laissez la deuxième ligne vide.
letter-empty = La lettre s’arrête ici et ne dit rien après son objet. Écrivez-la, ou supprimez le fichier : la lettre fournie avec le programme sera alors utilisée.
letter-without-contact = Cette lettre ne dit nulle part à qui écrire ni qui appeler. Ajoutez { "{{" } email { "}}" }, et { "{{" } telephone { "}}" } s’il y en a un.
letter-with-html = « { $tag } » serait imprimé tel quel : les lettres sont du texte brut, et leur HTML en est tiré. Retirez-le ; une ligne vide fait un paragraphe, des lignes qui commencent par « – » une liste.
letter-unused = Rien ici n’écrit de lettre appelée « { $name } ». Les lettres sont : { $allowed }. Donnez au fichier l’un de ces noms, ou supprimez-le.
letter-unknown = Il n’y a pas de lettre « { $value } ». Les lettres sont : { $allowed }.
letter-there = Cette lettre se trouve déjà là et peut être la vôtre : elle n’est pas écrasée. Modifiez-la, ou déplacez-la et copiez-la de nouveau.
letter-failed = Cette lettre n’a pas pu être écrite : { letter-why }. Rien n’a été enregistré, et rien n’est perdu : les lettres encore à écrire le seront, et les fichiers arrivés seront pris, dès que la lettre sera juste. Corrigez le fichier à la ligne nommée, ou supprimez-le : la lettre fournie avec le programme sera alors utilisée. Puis donnez de nouveau la commande.
letter-would-fail = Écrite avec { $shape ->
    [full] des exemples de tout ce qu’elle peut dire
    [bare] des exemples, et rien dans ce qui peut être vide
   *[other] des exemples, et « { $fact } » vide ou autre
 }, cette lettre s’arrête ici : { letter-why }. Modifiez cette ligne ; « { "{%" } if … { "%}" } » demande d’abord si quelque chose est là.
letter-why = { $why ->
    [division] un nombre est divisé par zéro
    [missing] il n’y a rien qui s’appelle « { $what } » dans ce qui se trouve ici
    [not-many] une seule chose se trouve ici, là où il en faudrait plusieurs
    [forbidden] les lettres n’ont pas accès au programme
    [too-much] elle deviendrait plus grande qu’une lettre ne peut l’être
   *[other] { $what }
 }
