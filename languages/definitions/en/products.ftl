outcome-passed = passed
outcome-failed = not passed
change-deadline = The deadline of all was moved to { $deadline }.
change-extension = { $body } was given until { $deadline }.
change-declined = { $count ->
    [one] { $body } declined one question.
   *[other] { $body } declined { $count } questions.
 }
change-reassigned = { $count ->
    [one] One question went from { $body } to another body.
   *[other] { $count } questions went from { $body } to another body.
 }
change-item-withdrawn = { $count ->
    [one] One question to { $body } was withdrawn.
   *[other] { $count } questions to { $body } were withdrawn.
 }
change-withdrawn = { $body } takes no part any more.
change-correction = { $count ->
    [one] { $body } was asked to look at one answer again.
   *[other] { $body } was asked to look at { $count } answers again.
 }
change-focal-point = { $name } ({ $office }) took over as focal point.
