# What a letter says about how the answers are used, by the recipient's attribution.
disclosure-named = they are settled with those of the other bodies consulted into one reply of the State. Your organization is listed among the bodies consulted, and may be named beside its answers.
disclosure-by-type = they are settled with those of the other bodies consulted into one reply of the State. Your organization is not named in it: at most its kind is mentioned, and only where at least three bodies of that kind answered.
disclosure-anonymous = they are settled with those of the other bodies consulted into one reply of the State. Your organization is named nowhere in it, and no sentence is attributed to you. Neither the workbook nor the name of its file says who you are; only the office below knows that these answers are yours. If e-mail is not safe for you, telephone us and we will find another way.
salutation-contact = Dear { $contact },
salutation-body = Dear colleagues of { $stakeholder },
salutation-hidden = Dear colleagues,
your-organization = your organization
subject = { $instrument }, cluster { $clusters }
counted-main = { $count ->
    [one] one main question
   *[other] { $count } main questions
 }
counted-form = { $count ->
    [one] one question
   *[other] { $count } questions
 }
counted-open = { $count ->
    [one] one question
   *[other] { $count } questions
 }
remaining = { $count ->
    [one] one is
   *[other] { $count } are
 }
effort-minutes = about { $minutes } minutes
effort-hours = { $hours ->
    [one] about one hour
   *[other] about { $hours } hours
 }
articles = { $count ->
    [one] article { $articles }
   *[other] articles { $articles }
 }
attachment = consultation-{ $stakeholder }.xlsx
attachment-hidden = consultation.xlsx
# Instead of what is too large to be attached.
large-open = { $count ->
    [one] The file { $names } is too large for e-mail, so it is not attached, whatever stands below. Please open it here:
   *[other] The files { $names } are too large for e-mail, so they are not attached, whatever stands below. Please open them here:
 }
    { $links }
large-ask = { $count ->
    [one] The file { $names } is too large for e-mail, so it is not attached, whatever stands below. Please ask us for it, and we will find a way:
   *[other] The files { $names } are too large for e-mail, so they are not attached, whatever stands below. Please ask us for them, and we will find a way:
 } { $reached }
# What became of the answers, in the letter after the clearance.
used-as-given-all = { $given ->
    [one] Your answer went into the State’s replies as you gave it.
   *[other] All your { $given } answers went into the State’s replies as you gave them.
 }
used-as-given-some = { $count ->
    [one] Of your { $given } answers, one went into the State’s replies as you gave it.
   *[other] Of your { $given } answers, { $count } went into the State’s replies as you gave them.
 }
used-as-given-none = { $given ->
    [one] You gave one answer.
   *[other] You gave { $given } answers.
 }
used-otherwise = { $count ->
    [one] On one question the State’s reply differs from your answer; it was settled otherwise:
   *[other] On { $count } questions the State’s reply differs from your answer; they were settled otherwise:
 }
used-line = – { $item }: { $question } The State’s reply: { $reply }
used-open = { $count ->
    [one] On one question the answers we received contradict each other and were left open: { $items }.
   *[other] On { $count } questions the answers we received contradict each other and were left open: { $items }.
 }
used-absent = { $count ->
    [one] On one question you told us why you gave no answer, so nothing was used there: { $reasons }.
   *[other] On { $count } questions you told us why you gave no answer, so nothing was used there: { $reasons }.
 }
used-declined = { $count ->
    [one] One question you declined; nothing of yours stands there.
   *[other] { $count } questions you declined; nothing of yours stands there.
 }
used-reassigned = { $count ->
    [one] One question was passed on to another body.
   *[other] { $count } questions were passed on to another body.
 }
used-item-withdrawn = { $count ->
    [one] One question was withdrawn by us before you had answered it.
   *[other] { $count } questions were withdrawn by us before you had answered them.
 }
used-withdrawn = { $count ->
    [one] One question was no longer asked of you, since you had left the consultation.
   *[other] { $count } questions were no longer asked of you, since you had left the consultation.
 }
used-nothing = There was no answer of yours that could go into the State’s replies.
