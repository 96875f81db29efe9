# What a letter says about how the answers are used, by the recipient's attribution.
disclosure-named = they are settled with those of the other bodies consulted into one reply of the State. Your organization is listed among the bodies consulted.
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
