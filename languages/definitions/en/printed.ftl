# The Word form that a stakeholder fills in instead of the workbook.
choose = Choose …
one-of = One of: { $options }.
see-table = Please fill in the table below, after these questions.
title = { $title } · Word form
fill-label = How to fill this in
code-label = Code of this form
fill =
    1. Write in the tinted cells. Please leave everything else as it is, above all the small codes on the left: by them we know which answer belongs to which question.
    2. In the column “{ $answer }” click on “{ $choose }” and choose from the list, or type one of the answers named beneath the question; where several may be chosen, tick the boxes. Under “{ $details }” say what stands behind it, in your own words.
    3. Not your remit, not known, or not to be disclosed? Choose or type: { $absences }. Leave empty what you have not looked at.
    4. Write each law once in the table “{ $laws }” at the end (L1, L2 …), then cite it: “L1 art. 3; L2 art. 5(2)”.
    5. A table has too few rows? Press the Tab key in its last cell.
    6. Save it as a Word document (.docx) under any name and send it back as an attachment to { $email }. You may send it again, corrected, until the deadline. Please fill in either this form or the workbook, not both.
fill-form =
    1. Write in the tinted cells. Please leave everything else as it is, above all the small codes on the left: by them we know which answer belongs to which question.
    2. In the column “{ $answer }” click on “{ $choose }” and choose from the list, or type the answer; where several may be chosen, tick the boxes. Under “{ $details }” say what stands behind it, in your own words.
    3. Not your remit, not known, or not to be disclosed? Choose or type: { $absences }. Leave empty what does not concern you.
    4. A table has too few rows? Press the Tab key in its last cell.
    5. Save it as a Word document (.docx) under any name and send it back as an attachment to { $email }. You may send it again, corrected, until the deadline. Please fill in either this form or the workbook, not both.
safe = This document contains no macros and nothing to click but its lists and boxes. It opens in Word, LibreOffice and similar programs. Not sure it is genuine? Call the person above.
remarked = { $count ->
    [one] One question needs another look: its cell is reddish, and what it is about stands beneath it, after →.
   *[other] { $count } questions need another look: their cells are reddish, and what it is about stands beneath each of them, after →.
 }
footer-code = Code { $code }
