status-title = { $state } · { $subject }
status-subject = { $instrument }, cluster { $cluster }, { $title }
status-process = { $process }: { $phases }
status-process-over = { $process }
status-round = { $round }
status-deadline = Deadline { $deadline }, { $days ->
    [0] today
    [one] in one day
   *[other] in { $days } days
 }{ $extended ->
    [0] {""}
    [one] {" "}(one body has longer)
   *[other] {" "}({ $extended } bodies have longer)
 } · { $answered } of { $asked } bodies have answered · { $share } of the questions
status-deadline-past = Deadline { $deadline }, { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
 }{ $extended ->
    [0] {""}
    [one] {" "}(one body has longer)
   *[other] {" "}({ $extended } bodies have longer)
 } · { $answered } of { $asked } bodies have answered · { $share } of the questions
status-clock = { $when } ({ $zone }, { $offset })
status-body = Body
status-items = Items
status-answered = Answered
status-last = Last return
status-at-risk = { $name } (at risk)
status-return = { $day }{ $version ->
    [1] {""}
   *[other] , version { $version }
 }{ $questions ->
    [0] {""}
    [one] , one question back
   *[other] , { $questions } questions back
 }
status-late = late
status-invited = invited { $day }
status-reminded = reminded { $day }
status-written = written to { $day }
status-withdrawn = withdrawn
status-not-asked = no longer asked
status-until = until { $day }
status-corrections = { $count ->
    [one] one to correct
   *[other] { $count } to correct
 }
status-mail-bounced = letter came back
status-mail-failed = letter refused by the mail server
status-mail-unknown = letter may not have arrived
status-mail-later = letter put off by the mail server
status-to-send = { $count ->
    [one] One letter is
   *[other] { $count } letters are
 } still to be sent: consult send
status-lost = { $count ->
    [one] One letter has not arrived, or perhaps not:
   *[other] { $count } letters have not arrived, or perhaps not:
 } consult send says which
status-nobody-asked = { $count ->
    [one] Nobody is asked about article
   *[other] Nobody is asked about articles
 } { $articles }
status-nobody = { $count ->
    [one] Nobody has answered yet on article
   *[other] Nobody has answered yet on articles
 } { $articles }
status-nobody-one = { $article } ({ $asked } asked)
status-contradictions = { $count ->
    [one] Answers differ on article
   *[other] Answers differ on articles
 } { $articles }
status-contradictions-one = { $article } ({ $count ->
    [one] one question
   *[other] { $count } questions
 })
status-waiting = { $count ->
    [one] One file needs
   *[other] { $count } files need
 } you: consult receive --ask shows what waits, and why
status-sheet = { $title }: { $counts }
status-sheet-open = { $count } open
status-other = { $title }: { $answered } of { $asked } have answered, deadline { $day }: consult status --round { $round }
status-coming = What comes next
status-coming-one = { $day }  { $title }{ $count ->
    [0] {""}
    [one] , to one body as things stand
   *[other] , to { $count } bodies as things stand
 }
status-now = now
status-warnings = What may go wrong
status-warnings-more = … and { $count } more: consult status --all
status-no-warnings = Nothing worries us today.
status-cleared = Cleared by the focal point on { $day }. The record is frozen.
status-next-wait = wait for the first answers; consult advance writes reminders when it is time
status-next-send = send what lies in outbox/: consult send
status-next-collect = wait for the others; consult advance writes reminders when it is time
status-next-files = look at the files that need you: consult receive --ask
status-next-advance = “{ $title }” is due: consult advance
status-next-held = has it taken place? “{ $title }”: consult done { $action }
status-next-reconcile = settle what differs: consult reconcile writes the decision workbook and says how to read it back
status-next-decide = settle what differs: decide in { $path }, then consult reconcile --decisions { $path } (if answers have come since, consult reconcile first)
status-next-compile = compile a draft: consult compile --draft
status-next-plan = everything is in; consult plan shows what comes next
status-next-done = nothing: the submission is cleared
status-more = … and { $count ->
    [one] one more body
   *[other] { $count } more bodies
 }: consult status --all
status-more-ahead = … and { $count ->
    [one] one more body
   *[other] { $count } more bodies
 }, further along: consult status --all
