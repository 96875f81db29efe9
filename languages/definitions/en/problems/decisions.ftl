not-a-decision-workbook = This is not a decision workbook: its hidden first row and columns were not found. Fill in the file that consult reconcile wrote, or have it write a new one.
decision-unknown-question = “{ $value }” is not the code of a question of this consultation. The code stands in a hidden column and must not be changed. Nothing was taken from this row; fill it in on a new decision workbook.
decision-outdated = The answers on { $item } have changed since this decision was taken (answers { $was } then, { $now } now). It was not taken over, and the question is open. Make a new decision workbook and decide on the answers as they are now.
decision-not-needed = The answers on { $item } no longer contradict each other, so there is nothing to decide. This row was not taken over; nothing needs to be done.
decision-unknown-value = “{ $value }” is not one of: { $allowed }. Choose from the list in this cell. Nothing was decided on { $item }.
decision-ambiguous = “{ $value }” can be read in more than one way: { $readings }. Write the one you mean, or choose from the list. Nothing was decided on { $item }.
decision-not-read = “{ $value }” cannot be read as { $expected ->
    [number] a number. Write it in figures only
   *[date] a date. Write it as year-month-day, such as 2026-01-30
 }, or choose from the list. Nothing was decided on { $item }.
decision-missing = A text, a reason or a name stands in this row, but no decision. Choose one from the list, or “Keep open”. Nothing was decided on { $item }.
reason-missing = The decision on { $item } has no reason. It is required, because others disagree: one or two sentences are enough. Nothing was decided yet.
decider-missing = It is not said who decided on { $item }. Write it in this cell, or once for all rows at the top of the sheet. Nothing was decided yet.
decided-twice = { $item } is decided here and, differently, in { $others }. Keep one of them. Nothing was decided yet.
decision-cell-unreadable = This cell holds an error or a formula whose result was not saved. Write the text itself. Nothing was decided on { $item }.
decisions-open = { $count ->
    [one] One contradiction is still open.
   *[other] { $count } contradictions are still open.
 } A final submission waits for them; a draft does not.
