code-against-words = { $part ->
    [first] In { $count } rows, from { $first } to { $last }, the codes and the questions beside them do not belong together: here the code is { $stands }, and the words are those of { $worded }. We cannot tell which of them is answered there, so nothing was taken from these rows. Please answer these questions once more, each in its own row; answers of yours may have been right, but we do not guess.
    [more] Here, as at { $first }, code and question do not belong together: the code is { $stands }, and the words are those of { $worded }. Please answer question { $item } once more, in its own row.
    [unsure] On this sheet, codes and questions of several rows do not belong together, and nothing but its code, { $stands }, says which question this row is. Nothing was taken from it. Please answer question { $item } once more, in its own row.
   *[one] In this row the code is { $stands }, and the words are those of { $worded }. We cannot tell which of the two is answered here, so nothing was taken from this row. Please answer question { $item } once more, in its own row.
 }
cells-moved = { $part ->
    [more] As at { $first }, the cells here do not stand beside their question any more. Please answer it once more.
   *[first] From { $first } to { $last }, the cells to fill in do not stand beside their questions any more: cells seem to have been inserted or deleted there, and what was written may now stand beside another question. Nothing was taken from these rows ({ $count ->
        [one] one question
       *[other] { $count } questions
    }). Please answer question { $item } and the others of these rows once more, or undo the change in your file and send it again.
 }
codes-of-another-table = The rows of this table bear the codes of another table, so we cannot tell which of them they belong to. Nothing was taken for question { $item }. Please fill in its table once more.
words-for-numbers = In the table of question { $item }, “{ $value }” stands in the first column, where our codes stood. We cannot tell whether the cells beside it have moved by one column too, so nothing was taken from this table. Please fill it in once more, each entry beneath its heading, and leave the first column as it is.
read-by-its-words = { $what ->
    [option] In this list, rows bear the codes of others. What you marked was read by the words beside it. Please tell us if you meant another line.
   *[question] The code in this row is that of another question. What you wrote was read as an answer to the words beside it. Please tell us if you meant another question.
 }
