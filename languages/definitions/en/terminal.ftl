# What the coordinator reads in the terminal.
next = Next: { $step }

new-made = A new consultation of { $state } lies in { $folder }
new-file = { $path }
new-next-settings = read consultation.yaml and fill in stakeholders.xlsx, then: consult check
new-ask-state = Which State? (ISO code such as ML; XA for an exercise)
new-ask-language = Which working language? ({ $allowed })
new-ask-focal-point = Name of the focal point
new-ask-office = Ministry or office of the focal point
new-ask-email = E-mail address of the focal point

check-fine = Nothing is wrong: { $items } items in { $articles } articles, { $stakeholders ->
    [0] nobody in the registry yet
    [one] one body in the registry
   *[other] { $stakeholders } bodies in the registry
 }.
check-counts = { $errors ->
    [0] Nothing must be mended
    [one] One thing must be mended
   *[other] { $errors } things must be mended
 }, { $warnings ->
    [0] nothing else to note.
    [one] one to look at.
   *[other] { $warnings } to look at.
 }
check-next-fill = fill in stakeholders.xlsx, then: consult route
check-next-route = see who gets what: consult route
check-next-mend = mend what is marked, then again: consult check

route-head = Who is asked what
route-body = Body
route-kind = Kind
route-items = Items
route-why = Articles, and why
route-why-line = { $articles }: { $reason }
route-why-article = mandate
route-why-instrument = mandate on all of it
route-why-topic = topic: { $topic }
route-why-rule = a rule
route-why-added = added
route-note-rule = A rule in routing.yaml: { $why }
route-article = Article
route-asked = Asked
route-voices = { $count ->
    [0] nobody
    [one] one body
   *[other] { $count } bodies
 }
route-non-governmental = of these non-governmental
route-note-nobody = Nobody is asked about article { $articles }.
route-note-items = { $count ->
    [one] One item is
   *[other] { $count } items are
 } asked of nobody: { $items }
route-note-single = A single voice answers article { $articles }.
route-note-official = Authorities alone answer article { $articles }: no NGO, university or company is asked.
route-note-idle = Asked nothing: { $names }. Give them a mandate, or take them out of the registry.
route-note-heavy = Asked more than { $limit } items: { $names }.
route-note-fine = Every item is asked, every article has several voices, one of them at least non-governmental.
route-next = launch when it is right: consult launch

launch-done = { $count ->
    [one] One invitation with its workbook lies
   *[other] { $count } invitations with their workbooks lie
 } in outbox/, to be answered by { $deadline }.
launch-again = Launched already on { $day }. Nothing was issued again.
launch-next = open each .eml file in outbox/ with your mail program, look at it and send it; put what comes back into inbox/ and run: consult receive
launch-refused = Nothing was launched.
launch-language = Language

more-like-it = and { $count } more like it: { $cells }
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

status-title = { $state } · { $subject }
status-subject = { $instrument }, cluster { $cluster }, { $title }
status-deadline = Deadline { $deadline }, { $days ->
    [0] today
    [one] in one day
   *[other] in { $days } days
 } · { $answered } of { $asked } bodies have answered · { $share } of the questions
status-deadline-past = Deadline { $deadline }, { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
 } · { $answered } of { $asked } bodies have answered · { $share } of the questions
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
status-invited = invited { $day }
status-reminded = reminded { $day }
status-article-nobody-asked = nobody is asked
status-article-nobody = { $label }: nobody has answered yet ({ $asked } asked)
status-article-contradictions = { $label }: the answers differ on { $count ->
    [one] one question
   *[other] { $count } questions
 }
status-article-label = Article { $number } { $title }
status-waiting = { $count ->
    [one] One file needs
   *[other] { $count } files need
 } you: consult receive shows why
status-cleared = Cleared by the focal point on { $day }. The record is frozen.
status-next-collect = wait for the others, or remind them when it is time: consult advance
status-next-reconcile = settle what contradicts itself: consult reconcile
status-next-compile = compile a draft: consult compile --draft
status-next-done = nothing: the submission is cleared

reconcile-sum = { $items } items have answers: { $agreed } agreed, { $open ->
    [0] none contradictory
    [one] one contradictory
   *[other] { $open } contradictory
 }.
reconcile-how-single = { $count } from one body
reconcile-how-unanimous = { $count } unanimous
reconcile-how-joined = { $count } joined
reconcile-how-rule = { $count } by rule of precedence
reconcile-how-decision = { $count } decided
reconcile-recorded = { $count ->
    [0] No new decision was read.
    [one] One decision was read and recorded.
   *[other] { $count } decisions were read and recorded.
 }
reconcile-position = { $value }: { $names }
reconcile-item = Item
reconcile-says = Positions
reconcile-next-decide = decide in { $path }, then: consult reconcile --decisions { $path }
reconcile-next-compile = compile the submission: consult compile

compile-draft = A draft was compiled:
compile-final = The submission was compiled:
compile-figures = { $asked } items asked, { $answered } answered, { $settled } settled, { $open } contradictory.
compile-next-clear = have the focal point read it and clear it: consult clear --by "{ $name }"
compile-next-final = when every contradiction is decided: consult compile

clear-done = Cleared by { $by } on { $day }. The record is frozen.
clear-again = Cleared already by { $by } on { $day }. Nothing changed.
clear-digest = Digest of the submission: { $digest }
clear-confirm = Clear { $files } for { $state }? Nothing can be changed after that.
clear-not = Nothing was cleared.

advance-idle = Nothing is due at { $when }.
advance-reminded = { $count ->
    [one] One reminder was
   *[other] { $count } reminders were
 } written to outbox/:
advance-nobody = A draft is due, but nobody has answered yet.
advance-next = send what lies in outbox/

serve-start = Advancing the consultation every { $minutes } minutes; stop with Ctrl+C. Telemetry is off.
serve-page = Prefect shows what happens at { $address }
serve-stop = Stopped. Everything done so far is in the record.

bad-instant = "{ $value }" is not an instant. Write it as 2027-03-01T09:00.
interrupted = Stopped. Everything done so far is in the record; run the same command again to go on.
bug = This should not have happened ({ $what }). Nothing was lost: what was recorded is recorded whole. Please report it with the output of the same command after: export CONSULT_DEBUG=1
