# The decision workbook: contradictions side by side, and what the coordinator decides.
sheet-read-me = Read me
sheet-decisions = Decisions
sheet-annex = Annex
sheet-lists = Lists

title = Contradictions to decide
internal = Internal. Not for distribution.
internal-why = This file names every body beside its answer, also those that the submission must not name. Share it only with those who decide. For a validation workshop, hand out the workshop edition.
workshop = For the workshop. Not for publication.
workshop-why = This edition names only the bodies that have agreed to be named. The texts stand as they were written: read them before you hand them out, since a text may show who wrote it.
made = Made on { $when }
open-count = { $count ->
    [one] One question has answers that contradict each other.
   *[other] { $count } questions have answers that contradict each other.
 }
nothing-open = No answers contradict each other. There is nothing to decide.
progress-label = Decided so far
progress-of = of
how = How to use this file
how-1 = 1. On the sheet “{ $sheet }”, read each question, and beneath it who answers what, with their reasons and the law they cite.
how-2 = 2. Choose the decision from the list in the tinted row. It may be an answer that nobody gave. “{ $open }” leaves the question for later; so does an empty cell.
how-3 = 3. Write the agreed text if the submission should say it in these words. The bodies’ own texts are kept in any case.
how-4 = 4. Give the reason, in one or two sentences. Whoever holds another view reads it and keeps their dissent on record.
how-5 = 5. Say who decided: in each row, or once at the top for all rows.
how-6 = 6. Save the file under any name and read it back. You can come back to it as often as you like.
how-command = consult reconcile --decisions FILE
how-late = If answers change in the meantime, decisions on them are not taken over: you are told which, and get a new file.

header-who = Who
header-answer = Answer
header-said = What they say
header-law = Law and provision
header-comment = Their comment to you
label-row = Your decision
label-decision = Decision ▾
label-text = Agreed text (if any)
label-reason = Reason (required)
label-decided-by = Decided by (required)
decided-by-all = Decided by, for all rows below that name nobody
heading-code = { $code } · { $fingerprint }
article = Article { $number }
article-title = Article { $number }. { $title }
at-risk = at risk
earlier = Earlier decision, { $when }
earlier-why = The answers have changed since. Please decide again.
in-annex = { $start } … [the whole text: sheet “{ $sheet }”, { $mark }]
annex-title = Texts that are too long for a cell, whole
annex-mark = Mark
annex-where = Question and body
annex-text = Text
keep-open = Keep open
choose = Choose from the list.
bodies = { $count ->
    [one] One body
   *[other] { $count } bodies
 }
internal-footer = Internal, not for distribution
workshop-footer = For the workshop, not for publication
page = Page { $page } of { $pages }
