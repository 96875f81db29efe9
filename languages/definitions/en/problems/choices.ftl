not-a-choice-sheet = This is not a choice sheet: its hidden first row and its code were not found. Fill in the file that was written for this purpose, or have a new one written.
other-choice-sheet = This file belongs to another sheet, round or consultation: its code is “{ $found }”, and “{ $expected }” is expected here. Nothing was taken from it. Read it where it belongs, or fill in the right file.
choice-row-foreign = This row comes from another file: its code is “{ $found }”, and “{ $expected }” is expected here. Nothing was taken from it. Choose for { $item } in its own row of the right file.
choice-unknown-subject = “{ $value }” is not the code of a row of this sheet. Codes must stay as they were written. Nothing was taken from this row; put its code right, and read the file again.
choice-without-subject = “{ $value }” was chosen in a row without a code, so it is not known for whom. Write the code of the row beside it, or choose in the row that has it. Nothing was taken from this row.
choice-unknown-outcome = “{ $value }” is not one of: { $allowed }. Choose from the list in this cell. Nothing was chosen for { $item } yet.
choice-ambiguous = “{ $value }” can be read in more than one way: { $readings }. Choose the one you mean from the list in this cell. Nothing was chosen for { $item } yet.
choice-missing = A reason stands in this row, but no outcome. Choose one of: { $allowed }. Nothing was chosen for { $item } yet.
choice-reason-missing = “{ $outcome }” needs a reason, because it is told to those concerned or stands on record. One sentence is enough. Nothing was chosen for { $item } yet.
chosen-twice = { $item } stands here and, with something else, in { $others }. Keep one of them. Nothing was chosen for { $item } yet.
choice-cell-unreadable = This cell holds an error or a formula whose result was not saved. Write the text itself. Nothing was taken from it.
chooser-missing = It is not said who decided. Write the name of the person or body beside “Decided by” on the first sheet, and read the file again. Nothing was taken over yet.
choice-day-unclear = “{ $value }” cannot be read as one day. Write it as year-month-day, such as 2026-01-30. The choices were read without a day.
too-many-chosen = “{ $outcome }” was chosen { $count } times, and there { $places ->
    [one] is only one place
   *[other] are only { $places } places
 }. The choices were read as they stand; move some to another outcome, or make room for all.
nothing-chosen = No outcome was chosen in this file: every row is empty. Choose in the tinted cells, save the file and return it.
choices-open = { $count ->
    [one] For one row nothing has been chosen yet.
   *[other] For { $count } rows nothing has been chosen yet.
 } You can choose for them later, in the same file.
