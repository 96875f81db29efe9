# Où se trouve quelque chose dans un document texte, qui n’a ni feuilles ni noms de cellules.
in-table = tableau { $table }
in-table-cell = tableau { $table }, ligne { $row }, colonne { $column }
in-outside = hors des tableaux
in-outside-cell = hors des tableaux, paragraphe { $row }
in-margins = en-tête ou pied de page
