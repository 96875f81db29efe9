# The choice sheet: one outcome for each subject, chosen by a person.
sheet-cover = Read me
sheet-choices = Choices
sheet-annex = Annex
sheet-lists = Lists

made = Made on { $when }
subjects = { $count ->
    [one] One row to choose for.
   *[other] { $count } rows to choose for.
 }
earlier = { $count ->
    [one] One choice was made before and stands in the sheet already. Change it where it no longer holds.
   *[other] { $count } choices were made before and stand in the sheet already. Change those that no longer hold.
 }
places-label = Places
places = { $count ->
    [one] There is one place for “{ $outcome }”.
   *[other] There are { $count } places for “{ $outcome }”.
 }
by-label = Decided by ▸
by-hint = The person or body that decides, as it is to stand on record. Required.
on-label = On
on-hint = The day, as year-month-day, such as 2026-01-30. May stay empty.
of-places = { $count } of { $places } places
of-rows = { $outcome }: { $count }
of-rows-and-places = { $outcome }: { $count } of { $places } places
no-choice = No choice yet
how = How to use this file
how-1 = 1. On the sheet “{ $sheet }”, choose one outcome from the list in each tinted cell. An empty cell means: not decided yet.
how-2 = 2. Give the reason beside it in a sentence. It is required for: { $outcomes }. Its cell is red until it is there.
how-2-free = 2. Give the reason beside it, in a sentence, where there is something to say.
how-3 = 3. Sort, filter, move and hide as you like; rows are recognised by their code, so leave the codes as they are.
how-4 = 4. Above on this page, say who decided.
how-5 = 5. Save the file under any name and return it to: { $office }. You can come back to it as often as you like.
code-label = Code

header-rank = Rank
header-number = No.
header-subject = Code
header-points = Points
header-why = Why so many
header-note = Note
header-outcome = Outcome ▾
header-reason = Reason
header-reason-for = Reason (required for: { $outcomes })
choose-title = Outcome
choose = This is not in the list. Choose from the list, so that it is understood.
in-annex = { $start } … [the whole text: sheet “{ $sheet }”, { $mark }]
annex-title = Texts that are too long for a cell, whole
annex-mark = Mark
annex-where = Row
annex-text = Text
footer = { $title } · { $code }
page = Page { $page } of { $pages }
