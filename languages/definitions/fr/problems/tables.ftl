table-too-large = Ce fichier dépasse { $megabytes } Mo, bien plus qu’il n’en faut pour un tel tableau. Copiez les lignes dans un nouveau classeur et enregistrez celui-ci.
table-not-spreadsheet = Ce fichier porte un nom de classeur mais n’en est pas un, ou il est endommagé. Ouvrez-le dans votre tableur et enregistrez-le à nouveau en .xlsx ou en .csv.
table-locked = Ce classeur est protégé par un mot de passe ou date de l’ancien format .xls. Ouvrez-le, retirez le mot de passe et enregistrez-le en .xlsx.
table-not-text = Ce fichier porte l’extension .csv mais ne contient pas du texte. Enregistrez à nouveau le tableau en « CSV UTF-8 » ou en .xlsx.
table-encoding-guessed = Ce fichier n’est pas en UTF-8 ; il a été lu comme { $encoding }. Vérifiez les lettres accentuées, ou enregistrez-le en « CSV UTF-8 ».
table-cut = Seules les { $rows } premières lignes ont été lues. Retirez ce qui ne fait pas partie du tableau.
table-cell-error = Cette cellule contient l’erreur { $value } au lieu d’une valeur. Saisissez la valeur elle-même.
