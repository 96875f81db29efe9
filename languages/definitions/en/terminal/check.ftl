check-fine = Nothing is wrong: { $items } items in { $articles } articles, { $stakeholders ->
    [0] nobody in the registry yet
    [one] one body in the registry
   *[other] { $stakeholders } bodies in the registry
 }.
check-counts = { $errors ->
    [0] Nothing must be mended
    [one] One thing must be mended
   *[other] { $errors } things must be mended
 }, { $warnings ->
    [0] nothing else to note.
    [one] one to look at.
   *[other] { $warnings } to look at.
 }
check-next-fill = fill in stakeholders.xlsx, then: consult route
check-next-route = see who gets what: consult route
check-next-mend = mend what is marked, then again: consult check
check-next-plan = see what will happen when: consult plan
