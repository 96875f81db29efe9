compile-draft = Un projet a été établi :
compile-final = La soumission a été établie :
compile-figures = { $asked } questions posées, { $answered } avec réponse, { $settled } réglées, { $open } contradictoires.
compile-next-clear = faites-la relire et approuver par le point de contact : consult clear --by "{ $name }"
compile-next-final = une fois toutes les contradictions tranchées : consult compile
