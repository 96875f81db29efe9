# The workbook that a stakeholder fills in.
sheet-start = Start
sheet-questions = Questions
sheet-tables = Tables
sheet-laws = Laws and links
sheet-lists = Lists

column-code = No.
column-question = Question
column-answer = Your answer
column-details = Details and explanation
column-law = Law and provision
column-comment = Comment
column-law-number = No.
column-law-title = Title of the law or case
column-law-date = Number and date
column-law-language = Language
column-law-link = Link

provision-paragraph = Article { $article }, paragraph { $label }
provision-letter = Article { $article } { $label }
article = Article { $number }. { $title }
part = Part { $number } · { $title }
see-optional = You may leave this empty.
see-column = Please answer in the column “{ $column }”.
see-options = Please put ✓ beside each line below that applies.
see-tables = Please fill in the table on the sheet “{ $sheet }”.

# When a follow-up applies.
only-if = Only if { $condition }:
only-if-above-is = the answer above is { $answers }
only-if-above-is-not = the answer above is not { $answers }
only-if-above-answered = there is an answer above
only-if-above-ticked = { $answers } is ticked above
only-if-elsewhere-is = the answer to question { $code } is { $answers }
only-if-elsewhere-is-not = the answer to question { $code } is not { $answers }
only-if-elsewhere-answered = there is an answer to question { $code }
only-if-elsewhere-ticked = { $answers } is ticked under question { $code }
quoted = “{ $text }”
and = {" "}and{" "}
or = {" "}or{" "}

# Start
start-title = National consultation · { $state }
start-who = { $office } ({ $state }) asks { $name } for its answers to { $count ->
    [one] one question
   *[other] { $count } questions
 } about { $texts ->
    [one] this instrument
   *[other] these instruments
 }: { $instruments }.
start-purpose-label = What it is for
start-purpose = { $state } reports on how it applies { $texts ->
    [one] this instrument
   *[other] these instruments
 }. Your answers go into this report, together with those of the other bodies asked. The focal point puts them together; the report then goes to the reviewing States and to the Secretariat of the United Nations.
start-seen-label = Who will see it
start-seen-named = The focal point’s team reads your answers. In the report your organization may be named beside them.
start-seen-by-type = The focal point’s team reads your answers. In the report they appear only by type (“{ $kind }”), without your name; where fewer than three bodies of that type have answered, not even that.
start-seen-anonymous = Only the focal point’s team knows that these answers are yours. The report says neither your name nor what kind of body you are.
start-deadline-label = Please return it by
start-ask-label = Questions? Ask
start-fill-label = How to fill this in
start-fill =
    1. Open the sheet “{ $questions }”. Fill in the tinted, framed cells; everything else is locked so that nothing slips.
    2. In the column “{ $answer }” choose from the list; where several answers may be chosen, put ✓ beside each. Under “{ $details }” say what stands behind it, in your own words.
    3. Not your remit, not known, or not to be disclosed? Choose that. Leave empty what you have not looked at.
    4. Write each law once on the sheet “{ $laws }” (L1, L2 …), then cite it: “L1 art. 3; L2 art. 5(2)”.
    5. Save the file under any name and send it back as an attachment to { $email }. You may send it again, corrected, until the deadline.
start-progress-label = So far
start-progress = { $done } of { $total } answered
start-progress-note = { $followups ->
    [one] One of the { $asked } questions is a follow-up: it counts here only once it applies
   *[other] { $followups } of the { $asked } questions are follow-ups: they count here only once they apply
 }, so the total changes as you answer.
start-code-label = Code of this workbook
start-code-note = It tells us whose answers these are. Please do not change it.
start-safe = This file contains no macros and nothing to click. It opens in Excel, LibreOffice and similar programs. Not sure it is genuine? Call the person above.
start-draft = The wording of these questions is a working draft; it is not an official questionnaire of the United Nations.
start-form-draft = The wording of this form is a working draft.
start-unverified = Which articles belong to this part of the review has not yet been checked against the official decision.

# Start of a form, where it has no words of its own.
start-form-who = { $office } ({ $state }) asks { $name } for its answers to { $count ->
    [one] one question
   *[other] { $count } questions
 }.
start-form-purpose = { $office } needs your answers for what the title says.
start-form-seen-named = The focal point’s team reads your answers. Where they are passed on, your organization may be named beside them.
start-form-seen-by-type = The focal point’s team reads your answers. Where they are passed on, they appear only by type (“{ $kind }”), without your name.
start-form-seen-anonymous = Only the focal point’s team knows that these answers are yours. Where they are passed on, neither your name nor your type of organization goes with them.
start-form-fill =
    1. Open the sheet “{ $questions }”. Fill in the tinted, framed cells; everything else is locked so that nothing slips.
    2. In the column “{ $answer }” choose from the list or write; where several answers may be chosen, put ✓ beside each. Under “{ $details }” say what stands behind it, in your own words.
    3. Not your remit, not known, or not to be disclosed? Choose that. Leave empty what does not concern you.
    4. Save the file under any name and send it back as an attachment to { $email }. You may send it again, corrected, until the deadline.

# Start of a workbook with answers in place.
start-filled = { $count ->
    [one] One answer is in place already. Please check it, and change it where it is not right.
   *[other] { $count } answers are in place already. Please check them, and change what is not right.
 }
start-withheld = { $count ->
    [one] One answer of yours is kept with us. To protect you, it is not repeated in this file: leave its cells empty, and it stands.
   *[other] { $count } answers of yours are kept with us. To protect you, they are not repeated in this file: leave their cells empty, and they stand.
 }
start-remarks = { $count ->
    [one] One question needs another look: { $names }. What it is about stands beneath it, after →, on the sheet “{ $sheet }”.
   *[other] { $count } questions need another look: { $names }. What it is about stands beneath each of them, after →, on the sheet “{ $sheet }”.
 }
remark-mark = →{" "}

questions-title = Questions · { $instruments }
questions-hint = Fill in the tinted, framed cells. Follow-up questions stay pale until they apply.
questions-look = { $count ->
    [one] One question needs another look
   *[other] { $count } questions need another look
 }: a thick frame around its cell, and a remark after → beneath the question. Everything else that could be read is kept.
tables-title = Tables · { $instruments }
tables-hint = One row each. Rows that you do not need stay empty.
tables-rows = { $title } ({ $code })
laws-title = Laws and links
laws-hint = Write each law or case once, here; cite it by its number in the column “{ $law }”, for example: L1 art. 3; L2 art. 5(2).
footer = Page &P of &N

# What a cell says when it is selected.
choose-title = Choose from the list
choose = Choose one of the answers in the list.
choose-tick = Choose ✓ if this applies. Leave it empty if not.
choose-text = Please write in the next column. Choose here only if you cannot answer.
choose-law = Please cite in the column for laws. Choose here only if you cannot answer.
choose-table = Please fill in the table. Choose here only if you cannot answer.
choose-options = Please tick the lines below. Choose here only if you cannot answer.
choose-line = Write your answer here, or choose from the list if you cannot answer.
choose-date = Write a day such as 2026-01-30, or choose from the list if you cannot answer.
choose-number = Write a number in figures, or choose from the list if you cannot answer.
refused-title = Not in the list
refused = This answer is not in the list, so we may have to ask you what it means. Keep it nevertheless?
