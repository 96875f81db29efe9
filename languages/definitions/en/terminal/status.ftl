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
status-next-files = look at the files that need you: consult receive
status-next-reconcile = settle what differs: consult reconcile writes the decision workbook and says how to read it back
status-next-compile = compile a draft: consult compile --draft
status-next-done = nothing: the submission is cleared
status-more = … and { $count } more bodies, further along: consult status --all
