bounced = { $name }: the last letter came back
bounced-do = Find the right address and send it anew: mend stakeholders.xlsx, or telephone. The letter lies in outbox/.
silent = { $name }: nothing for { $days ->
    [one] one day
   *[other] { $days } days
 }{ $reminders ->
    [0] {""}
    [one] , reminded once
   *[other] , reminded { $reminders } times
 }
silent-do = Telephone: is the workbook with the right person? They may decline, pass it on or ask for more time (consult --help names the commands).
silent-at-risk = { $name } (at risk): nothing for { $days ->
    [one] one day
   *[other] { $days } days
 } – telephone or use another safe way, do not press
silent-at-risk-do = Ask by telephone or another safe way whether they wish to take part. Do not press: silence may be a choice.
extension-ending = { $name }: the extension ends on { $until }, { $open ->
    [one] one question
   *[other] { $open } questions
 } open
extension-ending-do = Ask whether they will manage; a deadline can be extended once more before it ends.
extension-over = { $name }: the extension ended on { $until }, { $open ->
    [one] one question
   *[other] { $open } questions
 } open
extension-over-do = Ask for what there is, even in part; what comes late is taken in all the same (consult receive).
corrections = { $name }: { $count ->
    [one] one correction has
   *[other] { $count } corrections have
 } not come, requested { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
 }
corrections-do = Call whoever filled the workbook in: the remark stands beside the answer in the workbook that went back.
nobody-left = { $article }: nobody is asked any more ({ $gone ->
    [one] one body has declined or withdrawn
   *[other] { $gone } bodies have declined or withdrawn
 })
nobody-left-do = Find who could speak to it: consult registry who { $number }
late-nobody = { $article }: at this pace nobody will have answered by the deadline ({ $asked } asked)
late-nobody-do = Call one of those asked, or find somebody else: consult registry who { $number }
late = { $article }: at this pace { $likely } of { $asked } will have answered by the deadline ({ $answered } so far)
late-do = The next reminder may do; a call to those who were asked about it does more.
late-over = { $article }: the deadline has passed, { $answered } of { $asked } have answered
late-over-do = Extend the deadline of those you still need, or go on without them.
single-asked = { $article }: one body only is asked ({ $gone ->
    [one] one has declined or withdrawn
   *[other] { $gone } have declined or withdrawn
 })
single-asked-do = One voice alone is easily wrong. Who else could speak to it: consult registry who { $number }
single-answered = { $article }: one of { $asked } only has answered
single-answered-do = Call another of those asked: one voice alone is easily wrong.
no-civil-voice = { $article }: no NGO or university is asked any more
no-civil-voice-do = Civil society was to be heard on it. Who else could speak to it: consult registry who { $number }
article = Article { $number }
article-of = Article { $number } ({ $instrument })
pace = Pace: { $returned } of { $asked } bodies in { $days ->
    [one] one day
   *[other] { $days } days
 }, reckoned on at the same rate to each deadline; no rush at the end is assumed.
pace-early = Pace: too early to say ({ $returned } of { $asked } bodies in { $days ->
    [one] one day
   *[other] { $days } days
 }).
kind-bounced = Letters that came back
kind-nobody-left = Articles that nobody is asked about any more
kind-nobody-likely = Articles that nobody is likely to answer in time
kind-silent = Silent bodies
kind-extension = Extensions that run out
kind-corrections = Corrections that have not come
kind-single-voice = Articles left with a single voice
kind-no-civil-voice = Articles left without civil society
kind-late = Articles that will be incomplete
hidden-body = A body not named here
