ask-nothing = Nothing waits for you: everything that came has its verdict.
ask-intro = { $count ->
    [one] One file waits
   *[other] { $count } files wait
 } for you. Nothing is decided unless you say so; an empty answer leaves a file for later.
ask-file = { $number }  { $name }
ask-came = came on { $at }
ask-came-by-mail = came on { $at }, by mail from { $senders }
ask-original = as it came: { $path }
ask-answers = It answers { $count ->
    [one] one question
   *[other] { $count } questions
 }.
ask-question-whose = Whose is it? Likely, by what it answers and how it came:
ask-question-whose-unlikely = Whose is it? Nothing tells.
ask-question-parts = Whose part is to count?
ask-question-confirm = Have you asked { $name }, and is it theirs?
ask-why-marked = the mail replies to a letter to them
ask-why-sender = the mail comes from their house
ask-why-asked = asked { $asked } of the { $answered } questions answered
ask-why-part = { $count ->
    [one] one answer stands
   *[other] { $count } answers stand
 } under their code
ask-keys-whose = Number, o = another body, d = done with it, nothing counts, l = later
ask-keys-whose-unlikely = o = say which body, d = done with it, nothing counts, l = later
ask-keys-parts = Number, b = all of them, each its own, d = done with it, nothing counts, l = later
ask-keys-confirm = y = yes, it counts, d = no, nothing counts, l = later
ask-keys-mail = d = read and done with, l = later
ask-keys-application = l = later (admit them with consult admit), d = done with it
ask-keys-nothing = d = done with it, nothing counts, l = later
ask-letter-later = l
ask-letter-done = d
ask-letter-no = n no
ask-letter-yes = y yes
ask-letter-both = b all
ask-letter-other = o
ask-which-body = Which body (its id or its name; empty: none)
ask-again = “{ $value }” is none of these.
ask-left = Left for later.
ask-laid-aside = Done with: nothing of it counts; its bytes stay in received/.
ask-end = { $left ->
    [0] Nothing waits for you any more.
    [one] One file still waits for you.
   *[other] { $left } files still wait for you.
 } { $moved ->
    [0] {""}
    [one] One file moved from inbox/ to inbox/done/.
   *[other] { $moved } files moved from inbox/ to inbox/done/.
 }
ask-sure = It will count as the answers of { $name }, who gets a receipt; that cannot be taken back. y = yes
