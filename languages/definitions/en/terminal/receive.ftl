receive-dismissed = { $name } needs nobody any more. It lies in inbox/ no longer; its bytes stay in received/.
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
receive-cleared-away = What was taken in moved to inbox/done/; every file’s bytes are kept in received/.
receive-next-person = decide what waits for you, file by file: consult receive --ask
receive-next-status = see who owes what: consult status
receive-waiting = Judging { $count } files
receive-letters = Letters back lie in outbox/: { $receipts ->
    [0] no receipt
    [one] one receipt
   *[other] { $receipts } receipts
 } and { $others ->
    [0] nothing that asks for a correction
    [one] one that asks for something
   *[other] { $others } that ask for something
 }.
receive-late = late
receive-whose-one = With --whose, name the one file that is meant, such as its name or the first digits of its digest.
receive-letters-send = Look at them and send them: consult send
receive-letters-by-hand = Look at each and send it with your mail program.
receive-refused-unanswered = Where a refused file does not tell who sent it, nobody was told: write to whoever it was, as its sentence above says.
receive-to-nobody = Nobody knows yet whose { $name } is. Where something is to be mended, the sentences below speak to whoever sent it:
