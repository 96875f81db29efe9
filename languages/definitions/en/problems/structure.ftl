choice-elsewhere = The answer cell of question { $item } is empty, and “{ $value }”, which is one of its answers, stands { $beside ->
    [yes] to the right of the table
   *[no] in the column “{ $column }”
 }: it was taken as the answer. Please tell us if it is not.
rows-without-number = { $count ->
    [one] One row of the table of question { $item } has no number; it was
   *[other] { $count } rows of the table of question { $item } have no number; they were
 } read in the order in which they stand. Nothing needs to be done.
merged-answer = The answer to question { $first } stands in a cell that was merged over question { $item } too. It was read for { $first } only. If it is your answer to { $item } as well, please write it there.
merged-ticks = One tick stands in a cell that was merged over several options of question { $item }. It was read for the first of them only. Please put ✓ beside each option that applies.
merged-words = In the column “{ $column }”, one cell was merged over several questions. Its text was read for question { $item } only. If it also belongs to { $others }, please write so there.
answers-on-two-sheets = Two sheets, “{ $first }” and “{ $second }”, hold the same questions, each with answers that the other one does not have. The answers of both count. If one of the sheets is a draft or an older version, please delete it and send the workbook once more.
text-beside-question = “{ $value }” stands to the right of question { $item }, outside the cells to fill in, and was not read as part of its answer. Please move it into one of the tinted cells of its row.
text-in-question = “{ $value }” was written into the cell that holds the words of question { $item }, and was not read as part of its answer. Please move it into one of the tinted cells of its row.
code-changed = The code of question { $item } was changed to “{ $value }”. The row was recognized by other means and read; nothing was read from its code. If words there belong to the answer, please move them into one of the tinted cells of the row.
columns-gone = On this sheet no column was recognized as: { $columns }. The other columns were read. If you wrote something in a column whose header is gone, please restore the header.
question-not-asked-now = The question { $value }, “{ $words }”, is not one of those asked now; it may come from an older edition. Nothing was read from this row. If your answer belongs to another question, please write it there.
text-on-cover = “{ $value }” was written on the first sheet, which has no cells to fill in, and was not read as an answer. Please move what belongs to a question to its row; for anything else, such as how your organization may be named, please write to us.
text-outside-tables = These words stand outside the tables and were not read as an answer: “{ $value }”. Please move what belongs to a question into the tinted cells of its row.
pinned-notes = { $count ->
    [one] A note is pinned to a cell of this sheet: { $cells }. What it says was
   *[other] { $count } notes are pinned to cells of this sheet: { $cells }. What they say was
 } not read. If something of it is an answer, please write it into the cell itself.
hidden-text = Text that is not shown stands here and was not taken: “{ $value }”. If it belongs to the answer, please write it so that it is shown.
text-boxes = { $within ->
    [document] { $count ->
        [one] A text box lies here; what it says was
       *[other] { $count } text boxes lie here; what they say was
    }
   *[sheet] { $count ->
        [one] A text box lies on this sheet; what it says was
       *[other] { $count } text boxes lie on this sheet; what they say was
    }
 } not read: “{ $value }”. Please move what belongs to a question to its row.
question-replaced = “{ $value }” stands where the words of question { $item } stood, and the cells beside it are empty. Is that your answer? If so, please write it into one of the tinted cells of its row; nothing was stored for this question.
questions-replaced = The words of { $count } questions were replaced by others ({ $cells }), and the cells beside them are empty. Nothing was read from there. If answers stand there, please move each into the tinted cells of its row.
texts-beyond-table = { $count } texts ({ $values }) stand outside the cells to fill in ({ $cells }) and were not read as answers. If something of it is an answer, please move it into one of the tinted cells.
merged-answers = The answer to question { $item } stands in a cell that was merged over { $count } more questions. It was read for { $item } only. If it is your answer to others of them as well, please write it there: { $others }.
pictures = { $within ->
    [document] { $count ->
        [one] A picture or drawing stands here, which
       *[other] { $count } pictures or drawings stand here, which
    }
   *[sheet] { $count ->
        [one] A picture or drawing lies on this sheet, which
       *[other] { $count } pictures or drawings lie on this sheet, which
    }
 } we cannot read. If it shows something of an answer, please type what it says into the cell itself.
