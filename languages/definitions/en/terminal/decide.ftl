decide-recorded = { $title }: { $count ->
    [0] nothing that was not on record already
    [one] one choice recorded
   *[other] { $count } choices recorded
 }
decide-open = { $count ->
    [one] One of { $subjects } lines has no outcome yet.
   *[other] { $count } of { $subjects } lines have no outcome yet.
 }
decide-whole = { $count ->
    [one] The only line has its outcome: it is decided.
   *[other] All { $count } lines have an outcome: it is decided.
 }
decide-next-open = complete the sheet, then give it again: consult decide FILE
decide-next = consult advance
decide-next-further = more have come since this sheet was written: they are in { $path }, with what was chosen so far; fill that one in
