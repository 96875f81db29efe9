receive-dismissed = { $name } needs nobody any more; it moved to inbox/done/, its bytes stay in received/.
receive-dismissed-before = { $name } had been dismissed before. Nothing changed.
receive-nothing = There is nothing new in inbox/.
receive-file = File
receive-from = From
receive-version = Version
receive-answers = Answers
receive-unknown = ?
receive-before = already received
receive-sum = { $files ->
    [one] One file
   *[other] { $files } files
 }: taken in { $taken }, received before { $known }, for you to look at { $person }, refused { $refused }.
receive-cleared-away = What was taken in moved to inbox/done/; every file's bytes are kept in received/.
receive-next-person = look at what is marked above and ask the sender; a file that needs nothing more: consult receive --dismiss FILE
receive-next-status = see who owes what: consult status
receive-waiting = Judging { $count } files
receive-questions = { $count ->
    [one] One text to send back lies
   *[other] { $count } texts to send back lie
 } in outbox/questions-….txt: what was read and what needs another look, in the sender’s language.
