form-done = { $count ->
    [one] L’unique question posée à { $name } figure dans un formulaire Word
   *[other] Les { $count } questions posées à { $name } figurent dans un formulaire Word
 }{ $answers ->
    [0] { "" } :
    [one] , avec la réponse qui existe déjà :
   *[other] , avec les { $answers } réponses qui existent déjà :
 }
form-next = regardez-le, puis joignez-le à une lettre adressée à ce seul organisme : il porte son propre code. Ce qui revient se dépose dans inbox/, comme un classeur. Demandez à l’organisme de remplir l’un des deux, pas les deux.
