# What a letter says about how the answers are used, by the recipient's attribution.
disclosure-named = they are settled with those of the other bodies consulted into one reply of the State. { $stakeholder } is listed among the bodies consulted.
disclosure-by-type = they are settled with those of the other bodies consulted into one reply of the State. { $stakeholder } is not named in it: at most the kind of body you are is mentioned, and only where at least three such bodies answered.
disclosure-anonymous = they are settled with those of the other bodies consulted into one reply of the State. You are named nowhere in it, and no sentence of yours is attributed to you. Your workbook carries a code and no name of a person.
subject = { $instrument }, cluster { $clusters }
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
