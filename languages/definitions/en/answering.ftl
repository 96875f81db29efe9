# What goes back to whoever has sent a workbook.
counted-answers = { $count ->
    [0] no answer
    [one] one answer
   *[other] { $count } answers
 }
in-all = ({ $count } characters in all, every one of them kept)
in-your-file = In your file, cell { $cell }:{" "}
in-your-document = In your document, { $place }:{" "}
earlier-stands = What we have kept of your answer to this question is in its place.
copy-the-rest = What the two rows say is not in this workbook; please enter what is right.
look-again-hidden = { $kind ->
    [unknown-option] What you wrote here is none of the answers of the list. Please choose one of them.
    [unknown-tick] What stands beside one of the lines is no tick. Please put ✓ beside each line that applies, and leave the other cells empty.
    [ambiguous-value] What you wrote here can be read in more than one way. Please write it so that only one is possible.
    [not-a-number] Here a number only is expected, in figures, such as 12 or 3.5; words belong in the details.
    [not-a-date] Here a day only is expected, written as year-month-day, such as 2026-01-30.
    [other-calendar] Here a day of the Gregorian calendar is expected, written as year-month-day, such as 2026-01-30.
    [error-cell] The cell shows an error value. Please write the answer itself.
    [uncached-formula] The cell holds a formula whose result was not saved. Please write the answer itself.
    [answer-and-absence] An answer is given here, and also that there is none. Please keep one of the two.
    [two-answers] Two texts stand in the cells of this question, and only one of them could be the answer. Please answer it once more, in the framed cell.
    [conflicting-copies] This question is answered in two places, and differently. Please answer it here.
   *[other] What you wrote here could not be read. Please answer this question once more.
 }
unread-texts = { $count ->
    [one] One text stood outside the tinted cells and was not read.
   *[other] { $count } texts stood outside the tinted cells and were not read.
 }
unread-sheets = { $count ->
    [one] One sheet is not ours, or has lost its header row; nothing on it was read.
   *[other] { $count } sheets are not ours, or have lost their header row; nothing on them was read.
 }
counted-beside = { $count ->
    [one] On one more question you wrote something but gave no answer; it was kept, and the question does not count as answered.
   *[other] On { $count } more questions you wrote something but gave no answer; it was kept, and they do not count as answered.
 }
more-remarks = { $count ->
    [one] and one more remark
   *[other] and { $count } more remarks
 }
nothing-filled-in = Nothing is filled in in this workbook. Perhaps the file attached was not the one that you have filled in?
too-long-here = What you answered here is kept whole, but too long to be repeated in one cell. Leave the cell empty to let it stand.
