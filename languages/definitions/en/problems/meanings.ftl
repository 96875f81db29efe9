# What a cell of a returned workbook means. Each sentence goes back to the sender, at the cell.
choice-or-remark = “{ $value }” stands in the column “{ $column }” of question { $item }, and its answer is empty. It may be your answer, or say that you have nothing to write in this column. If it is your answer, please choose it in the column “{ $proper }”; if not, choose the one that is. Until then this question has no answer.
unclear-ticks = Different signs stand in the list of question { $item }: { $signs }. They can be read in more than one way: nobody but you knows which of them say yes. Please put ✓ beside each option that applies and leave the other cells empty; no tick of this question was stored.
option-reworded = A tick stands beside “{ $value }”, where we had printed “{ $option }” (question { $item }). It was not stored, since it would have counted for our words. If our words apply, please tick them; if you mean something else, please write it into the details. What else you ticked or wrote for this question was stored.
words-for-ticks = “{ $value }” stands in the answer cell of question { $item }, whose options are ticked in the rows beneath it. Please put ✓ beside each option that applies; if you cannot answer, choose one of these: { $allowed }. Nothing was stored for this question.
rest-in-details = We read “{ $value }” (question { $item }) as “{ $reading }” and put “{ $rest }” into the column “{ $column }”. Nothing needs to be done if that is what you mean.
unclear-laws = “{ $value }” (question { $item }): we are not certain which of your laws are meant. Please name each law that is meant with its number and nothing else but its provisions, for example: L1 art. 3; L2 art. 5. No law was stored from this cell; what else you wrote on this question was.
no-law-named = We read “{ $value }” (question { $item }) as saying that no law is to be named here{ $kept ->
    [yes] {" "}and kept your words in the details
   *[no] {""}
 }. Nothing needs to be done if that is what you mean.
says-nothing = We read “{ $value }” (question { $item }) as saying nothing: nothing was stored from this cell. If it is meant as an answer, please write it in words.
not-an-answer = “{ $value }” (question { $item }) cannot be used as an answer: whoever reads your answers will not know what it stands for. Please write out what you mean, or empty the cell. Nothing was stored from this cell.
says-unchanged = “{ $value }” (question { $item }): we have nothing from you on this question that could stay as it was. Please write out your answer.
unchanged-stands = “{ $value }” (question { $item }): what you said before, “{ $answer }”, stands. Nothing needs to be done.
see-attached = “{ $value }” (question { $item }) was kept as you wrote it, but only what is written in this file becomes part of your answer: nothing else is read for it. { $law ->
    [yes] Please name the law and its provision here.
   *[no] Please write here what matters of it.
 }
year-as-day = This cell holds the day { $value }, which spreadsheet programs make of the number { $year } (question { $item }). If you meant the year { $year }, please write the full day, such as { $year }-01-30, or, if you know only the year, empty this cell and write it into the details. If you did mean { $value }, please write it with the month’s name. Nothing was stored for this question.
day-for-words = This cell holds the day { $value } (question { $item }). Spreadsheet programs make such a day of figures like 6-2 or 5/10. Please write what you mean in words, such as art. 6(2), or the day with its month’s name. Nothing was stored from this cell.
day-among-words = This cell holds the day { $value } (question { $item }), and was kept as that. Spreadsheet programs make such a day of figures like 6-2 or 5/10: if you wrote something else, please write it again with a word beside it.
