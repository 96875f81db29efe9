# The timeline: what, for whom, why then.
launch = Launch: everybody is asked
round-opens = { $rounds ->
    [one] Opens
   *[several] { $round }: opens
 }
round-soft = { $rounds ->
    [one] From here on silence is a worry
   *[several] { $round }: from here on silence is a worry
 }
round-deadline = { $rounds ->
    [one] Deadline
   *[several] { $round }: deadline
 }
round-shuts = { $rounds ->
    [one] End of the days of grace
   *[several] { $round }: end of the days of grace
 }
round-extended = { $rounds ->
    [one] Deadline of { $body }, extended
   *[several] { $round }: deadline of { $body }, extended
 }
own-deadlines = with deadlines of their own
by-coordinator = coordinator
to-owing = those who still owe answers
to-owing-now = { $count ->
    [one] one body that still owes answers
   *[other] { $count } bodies that still owe answers
 }
to-coordinator = to the coordinator
to-asked = to those who were asked
to-everybody = to everybody in the registry
to-mandates = to those whose mandate it is
to-kinds = { $kinds }
to-answered = to those who answered “{ $round }”
to-attended = to those who attended “{ $held }”
to-took-part = to those who took part in any of: { $parts }
to-sheet = to those for whom “{ $sheet }” says: { $outcomes }
to-trained = to those trained in { $trained }
to-topics = to those who know about { $topics }
outcome-passed = passed
outcome-failed = not passed
why-days-after = { $count ->
    [one] the day after { $moment }
   *[other] { $count } days after { $moment }
 }
why-days-before = { $count ->
    [one] the day before { $moment }
   *[other] { $count } days before { $moment }
 }
why-working-days-after = { $count ->
    [one] one working day after { $moment }
   *[other] { $count } working days after { $moment }
 }
why-working-days-before = { $count ->
    [one] one working day before { $moment }
   *[other] { $count } working days before { $moment }
 }
why-months-after = { $count ->
    [one] one month after { $moment }
   *[other] { $count } months after { $moment }
 }
why-months-before = { $count ->
    [one] one month before { $moment }
   *[other] { $count } months before { $moment }
 }
why-at = with { $moment }
moment-launch = the launch
moment-cleared = the clearance
moment-opens = { $rounds ->
    [one] the opening
   *[several] the opening of “{ $title }”
 }
moment-soft = the day from which silence is a worry
moment-deadline = { $rounds ->
    [one] the deadline
   *[several] the deadline of “{ $title }”
 }
moment-shuts = { $rounds ->
    [one] the end of the days of grace
   *[several] the end of the days of grace of “{ $title }”
 }
moment-planned = the day planned for “{ $title }”
moment-done = “{ $title }” being done
moment-decided = “{ $title }” being decided
moved-weekend = moved off a weekend
moved-holiday = moved off { $name }
moved-quiet = moved out of the quiet hours
