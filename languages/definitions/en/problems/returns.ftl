cell-text-too-long = A text of { $length } characters starting “{ $start }” does not fit into one cell ({ $limit } at most). Shorten it where it was written.
unknown-option = “{ $value }” (question { $item }) is not one of: { $allowed }. Please choose one of these{ $rest ->
    [yes] {" "}and put the rest of your words into the column “{ $details }”
   *[other] {""}
 }; nothing was stored for this question.
unknown-tick = “{ $value }” beside “{ $option }” (question { $item }) cannot be read as a tick. Please put ✓ there if it applies, or empty the cell; what else you ticked or wrote for this question was stored.
other-in-words = “{ $value }” was written beside “{ $option }” (question { $item }): this was taken as ticked, and your words were kept with the details. Nothing needs to be done.
comment-only = You wrote a comment on question { $item } but gave no answer. The comment was kept. If it is your answer, please { $how ->
    [list] choose one from the list in the column “{ $column }”
    [ticks] put ✓ in the column “{ $column }” beside what applies
    [table] fill in the table of this question
   *[words] write it in the column “{ $column }”
 }.
ambiguous-value = “{ $value }” (question { $item }) can be read in more than one way: { $readings }. Please write the one you mean; nothing was stored for this question.
not-a-number = “{ $value }” is not a number. Please write it in figures only, such as 12 or 3.5; words and units belong in the details. Nothing was stored for this question.
not-a-date = “{ $value }” is not a day that can be read for certain. Please write it as year-month-day, such as 2026-01-30; if you know only the month or the year, leave this cell empty and write it into the details. Nothing was stored for this question.
other-calendar = “{ $value }” seems to count its years in another calendar than the Gregorian one. Please write the Gregorian day as year-month-day, such as 2026-01-30. Nothing was stored for this question.
read-as = We read “{ $value }” (question { $item }) as “{ $reading }”. Nothing needs to be done if that is what you mean.
error-cell = This cell shows the error { $value }. Please write the answer itself; nothing was stored for this question.
uncached-formula = This cell holds a formula whose result was not saved. Please write the answer itself; nothing was stored for this question.
struck-through = “{ $value }” is struck through. Does it count? If so, please write it here without the line; if not, leave this cell empty. Nothing was taken from this cell.
partly-struck = A part of this text is struck through: “{ $value }”. Does all of it count, or only “{ $stands }”? Please write here what counts, without a line through it. Nothing was taken from this cell.
question-struck = The words of question { $item } are struck through. That was not read as an answer. If it does not concern you, please choose one of the answers that say so.
answer-and-absence = “{ $absence }” is chosen here, and an answer is given too. Please keep one of the two; nothing was stored for this question.
two-answers = Question { $item } has an answer in “{ $proper }”, which was stored, and another text, “{ $value }”, in the column “{ $column }”, which was not. Please move that text to where the answer stands, or delete it.
answer-in-other-cell = “{ $value }” was written in the answer column and was taken as the answer. Nothing needs to be done.
taken-as-details = “{ $value }” was written in the column “{ $column }” of a question whose answers are ticked (question { $item }); it was kept with the details. Nothing needs to be done.
conflicting-copies = This question is answered here and, differently, in { $others }. Please keep one of them; nothing was stored for this question.
unknown-row-code = The row code “{ $value }” belongs to no question. Nothing was read from this row; restore its code, or write under a question of the workbook.
text-beyond-table = “{ $value }” stands outside the cells to fill in and was not read as an answer. Please move it into one of the tinted cells.
not-asked = This question was not put to you, and it has an answer. It was not stored; if you meant to answer it, write to the person named on the first sheet.
unknown-law = “{ $value }” refers to { $law }, but the row { $law } in the list of laws has no title. It was kept as written; please give the title in the list of laws.
law-not-cited = { $law }, “{ $value }”, is in the list of laws, but no question refers to it, so it was not stored. Cite it beside the question it belongs to, for example: { $law } art. 3.
locked-text-changed = The wording of this question differs from what we sent. The answer was read as an answer to our wording.
found-without-code = { $there ->
    [yes] In place of the code of this row stands “{ $value }”, which is not one of our codes
   *[no] The code of this row is missing
 }; the question was recognized by { $how ->
    [name] the name of its answer cell
   *[other] its wording
 }. Nothing needs to be done.
columns-not-found = On this sheet the columns could not be recognized: { $columns }. Nothing was read from it. If there are answers on it, please move them to the sheets that we sent, or restore the header row.
no-questions-found = None of our questions was found in this file. Please send the workbook that you received, filled in.
extra-sheet = The sheet “{ $name }” is not one of ours, and nothing was read from it. Please move what belongs to a question to its row.
