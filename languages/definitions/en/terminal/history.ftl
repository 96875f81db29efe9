history-title = { $name } · { $round }
history-title-at-risk = { $name } (at risk) · { $round }
history-deadline = Deadline { $deadline }
history-joined = Takes part since { $at }, after the launch: { $by }
history-elsewhere = In { $round }: { $count ->
    [one] one version
   *[other] { $count } versions
 }, consult history { $id } --round { $round }
history-none = Nothing that counts has come from { $name } yet.
history-none-not-asked = Nothing has come from { $name }, and nothing was asked of it in this round.
history-version = Version { $version } · { $at }
history-late = { $days ->
    [0] late: on the day of the deadline, but after its hour; it counts
    [one] late: one day after the deadline; it counts
   *[other] late: { $days } days after the deadline; it counts
 }
history-late-grace = { $days ->
    [0] late: on the day of the deadline, but after its hour, within the days of grace; it counts
    [one] late: one day after the deadline, within the days of grace; it counts
   *[other] late: { $days } days after the deadline, within the days of grace; it counts
 }
history-late-until = { $late } (the deadline was then { $deadline })
history-new = { $count ->
    [one] one new answer
   *[other] { $count } new answers
 }
history-changed = { $count ->
    [one] one changed
   *[other] { $count } changed
 }
history-same = { $count ->
    [one] one repeated unchanged
   *[other] { $count } repeated unchanged
 }
history-kept = { $count ->
    [one] one earlier answer not repeated, which stands
   *[other] { $count } earlier answers not repeated, which stand
 }
history-questions = { $count ->
    [one] one question went back
   *[other] { $count } questions went back
 }
history-mail = in a mail from { $sender }
history-mail-unknown = in a mail that names no sender
history-again = { $at }: the same bytes again, as { $name }; nothing was counted twice
history-claim-why = { $at }: said to be its own by { $by } ({ $why })
history-claim = { $at }: said to be its own by { $by }
history-claim-sheets = { $at }: said to be its own by { $by }, of the sheets { $sheets }
history-claim-sheets-why = { $at }: said to be its own by { $by }, of the sheets { $sheets } ({ $why })
history-others = Came as well, without counting
history-unjudged = not judged yet: consult receive
history-dismissed = you are done with it
history-letters = Letters to it
history-letters-none = No letter has been written to it.
history-letters-more = … and { $count } before these: consult history { $id } --all
history-kind = { $kind ->
    [invitation] invitation
    [reminder] reminder
    [overdue] reminder after the deadline
    [receipt] receipt
    [annotated] receipt with questions
    [correct] some places could not be read
    [refused] file asked for once more
    [confirm] asked whether a file is its own
    [questions] questions
    [feedback] what became of its answers
    [added] more questions
    [correction] correction requested
    [deadline] another deadline
    [declined] questions declined
    [extension] more time
    [passed-on] questions passed on to another body
    [reassigned] questions passed on to it
    [withdrawn] withdrawal
    [item-withdrawn] question withdrawn
    [consent] how it may appear
   *[other] { $kind }
 }
history-mail-state = { $state ->
    [sent] sent { $at }
    [failed] could not be sent
    [unknown] perhaps sent: nobody knows
    [later] not sent yet: it is tried again
    [open] being sent, or broken off on the way
    [delayed] on its way, says the server
    [bounced] came back
   *[waiting] in outbox/
 }
history-compared = From version { $before } to version { $after }: { $counts }
history-count-added = { $count ->
    [one] one answer added
   *[other] { $count } answers added
 }
history-count-changed = { $count ->
    [one] one changed
   *[other] { $count } changed
 }
history-count-same = { $count ->
    [one] one the same
   *[other] { $count } the same
 }
history-count-silent = { $count ->
    [one] one left blank
   *[other] { $count } left blank
 }
history-legend = [-taken out-] {"{"}+put in+{"}"}
history-blank = blank
history-part-value = answer
history-part-details = details
history-part-citations = laws
history-part-comment = comment
history-added = added
history-stands = Blank in version { $after }, so what version { $version } said stands: { $items }
history-more = { $count ->
    [one] … and one question more: { $command }
   *[other] … and { $count } questions more: { $command }
 }
history-next-original = look at an original: consult history { $id } --file { $file } --to FILE
history-next-between = compare others: consult history { $id } --between { $before } { $after }; look at an original: consult history { $id } --file { $file } --to FILE
history-next-status = see who owes what: consult status
history-copied = { $to } is the file as it came ({ $name }, SHA-256 { $digest }), checked byte for byte. It comes from outside: open it with care, and change nothing in it.
