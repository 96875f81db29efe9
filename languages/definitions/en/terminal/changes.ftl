changes-extended = { $name } now has until { $deadline }.
changes-extended-again = { $name } has until { $deadline } already: nothing to grant.
changes-nobody-owes = Nobody owes anything: nothing was extended.
changes-deadline = The deadline of everybody is now { $deadline }.
changes-deadline-earlier = The deadline of everybody is now { $deadline }: earlier than what was written to them before.
changes-deadline-own = { $name } keeps its own, { $deadline }, and gets no letter.
changes-deadline-again = The deadline of everybody is { $deadline } already: nothing was moved.
changes-settings-written = consultation.yaml says so too now; everything else in it stays as it was.
changes-declined = Not asked of { $name } any more: { $what }.
changes-declined-again = { $name } has declined this already, or answered it: nothing was changed.
changes-uncovered = Nobody covers these now: { $what }.
changes-covered = All of it is asked of others as well, or answered.
changes-suggested-stranger = “{ $name }” is not in the registry yet: give it a row there first, with its address, and pass the questions on to it then.
changes-reassigned = Passed on from { $giver } to { $taker }: { $what }.
changes-reassigned-again = { $taker } is asked all of this already, and { $giver } no more: nothing was changed.
changes-answers-passed = { $count ->
    [one] The one answer of { $name } stands in the new workbook to go on from; in the record it remains its own.
   *[other] The { $count } answers of { $name } stand in the new workbook to go on from; in the record they remain its own.
 }
changes-answers-kept = { $count ->
    [one] The answer of { $name } was not passed on
   *[other] The { $count } answers of { $name } were not passed on
 }: it is at risk, or appears nowhere. Others could tell from whom it comes. Only if it has agreed: the same command once more, with --with-answers.
changes-answers-confirm = { $name } is at risk, or appears nowhere. Has it agreed that { $taker } reads what it has answered?
changes-answers-refused = Nothing was passed on.
changes-added = { $name } takes part now, with { $what }.
changes-added-more = { $name } is asked more now: { $what }.
changes-added-again = { $name } is asked all that the registry and routing.yaml give it, but for what it declined or passed on: nothing to add. To ask that again: --declined
changes-withdrawn = { $name } takes no part any more. { $answers ->
    [0] It had answered nothing.
    [one] Its one answer stays, as it was given.
   *[other] Its { $answers } answers stay, as they were given.
 }
changes-withdrawn-again = { $name } has withdrawn already: nothing was changed.
changes-items-withdrawn = Asked of nobody any more: { $what }; until now, this was asked of { $bodies ->
    [one] one body
   *[other] { $bodies } bodies
 }.
changes-items-again = Nobody is asked this: { $what }. Nothing was changed.
changes-items-submission = { $answered ->
    [0] In the submission this stays in its place, as not asked.
    [one] One of these questions has been answered: that answer stays in the submission. What nobody has answered stands there as not asked.
   *[other] { $answered } of these questions have been answered: those answers stay in the submission. What nobody has answered stands there as not asked.
 }
changes-reopened = Corrections requested of { $name }: { $what }. It owes them again until a new return comes.
changes-reopened-again = These corrections are requested of { $name } already, and have not come yet: nothing was changed.
changes-reopened-careful = { $name } is at risk, or appears nowhere, and the workbook attached holds its answers: send it only the way you agreed with it.
changes-consent = From now on { $name } { $how }.
changes-consent-again = It is so already: { $name } { $how }. Nothing was changed.
changes-consent-compiled = { $count ->
    [one] One document
   *[other] { $count } documents
 } in exports/ may still show it as before. Compile again before anybody reads them: consult compile --draft
changes-handed-over = { $name } is the focal point from now on: in every letter, in the submission, and for clearing it. Until now it was { $before }.
changes-handed-over-again = { $name } is the focal point already: nothing was changed.
changes-dossier = The handover dossier lies in { $path }. It names everybody, those at risk too: hand it over in person.
changes-bounced = Noted: the letter to { $name } ({ $email }) came back: { $path }
changes-bounced-again = It is noted already that the letter to { $name } came back: { $path }
changes-letters = { $count ->
    [one] One letter lies in outbox/:
   *[other] { $count } letters lie in outbox/:
 }
changes-more = … and { $count } more beside them
changes-nothing = Nothing has been changed on the way so far.
changes-when = When
changes-what = What
changes-who = By whom
changes-why = Why: { $why }
changes-next-send = look at the letters in outbox/ and send them
changes-next-status = see how things stand: consult status
changes-next-reassign = send the letter in outbox/; to pass the questions on: consult reassign { $command }
changes-next-withdrawn = send the letters in outbox/; if others are to answer instead: consult reassign BODY OTHER
changes-next-bounced = reach it another way, by telephone perhaps; send the same letter from outbox/ to the right address, and mend it in the registry: further letters go there
changes-next-handover = have { $name } read the dossier; compile again what bears the former name: consult compile
