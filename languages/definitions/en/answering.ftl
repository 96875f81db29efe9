# What goes back to whoever has sent a workbook.
counted-answers = { $count ->
    [0] no answer
    [one] one answer
   *[other] { $count } answers
 }
in-all = ({ $count } characters in all, every one of them kept)
in-your-file = In your file, cell { $cell }:{" "}
earlier-stands = What we have kept of your answer to this question is in its place.
copy-the-rest = What the two rows say is not in this workbook; please enter what is right.
look-again-hidden = What you wrote here could not be read. Please answer this question once more.
more-remarks = { $count ->
    [one] and one more remark
   *[other] and { $count } more remarks
 }
nothing-filled-in = Nothing is filled in in this workbook. Perhaps the file attached was not the one that you have filled in?
too-long-here = What you answered here is kept whole, but too long to be repeated in one cell. Leave the cell empty to let it stand.
