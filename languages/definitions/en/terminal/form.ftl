form-done = { $count ->
    [one] The one question put to { $name } stands in a Word form
   *[other] The { $count } questions put to { $name } stand in a Word form
 }{ $answers ->
    [0] :
    [one] , with the one answer that is there already:
   *[other] , with the { $answers } answers that are there already:
 }
form-next = look at it, and attach it to a letter to this body alone: it carries the body’s own code. What comes back goes into inbox/, like a workbook. Ask the body to fill in one of the two, not both.
