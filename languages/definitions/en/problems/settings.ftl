settings-empty = This file is empty. Copy the settings of another consultation into it, or make a new folder with: consult new FOLDER
setting-twice = “{ $value }” stands twice in “{ $key }”. Take one of the two out: otherwise everything would be asked twice.
deadline-past = The deadline, { $deadline }, has passed: it is { $now } now. Set a later one.
deadline-soon = The deadline, { $deadline }, is { $days ->
    [0] less than a day
    [one] one day
   *[other] { $days } days
 } away. Bodies usually need two weeks at least; set a later one if you can.
deadline-zoned = The deadline, { $deadline }, carries a time zone of its own. Write it as people will read it in { $zone }, such as "2027-03-31 17:00".
deadline-midnight = The deadline, { $deadline }, is the very beginning of that day. Give the time as well, such as "2027-03-31 17:00".
deadline-day-off = The deadline, { $deadline }, is on a day on which offices are closed ({ $why ->
    [weekend] weekend
    [own] one of your days off
   *[other] { $why }
 }). Better is a day on which somebody can be asked, such as { $before }, or { $after }.
questionnaire-not-shipped = There is no questionnaire { $questionnaire } yet, so nothing is asked about it. There are: { $shipped }.
nothing-to-ask = None of the instruments and clusters has a questionnaire, so nothing can be asked. There are: { $shipped }.
language-not-translated = The questionnaires are not translated into “{ $value }” yet; bodies would get them in English. There are: { $translated }.
name-missing = The State has no name in “{ $value }” here; “{ $used }” is used instead. Add a line for this language.
process-unknown = There is no process “{ $value }”. There are: { $allowed }.
focal-point-missing = The focal point is still the placeholder. Fill in name, office and e-mail address before you launch.
deadline-differs = The deadline here, { $deadline }, is not the one that everybody was told: { $recorded }. What was told counts. To move it, with a letter to those who owe answers: consult deadline "{ $command }" --why "…". Otherwise put it back here.
focal-point-differs = Here the { $key } of the focal point is “{ $value }”; the record says “{ $recorded }” since the handover, and the record counts. To hand over again: consult handover. Otherwise put it back here.
folder-taken = This folder is not empty: “{ $found }” is in it. Choose another folder, or move its contents away.
consultation-there = A consultation stands in this folder already. Choose another folder; this one is left as it is.
folder-unwritable = This folder cannot be written ({ $reason ->
    [permission] you may not write there
    [not-a-folder] a file of that name is in the way
    [full] the disk is full
   *[other] { $detail }
 }). Choose another place. Nothing was left behind.
linked-unreadable = Nothing is said of the consultation in “{ $folder }”: { $why ->
    [no-consultation] there is no consultation.yaml in that folder
    [settings] its consultation.yaml cannot be read
    [not-launched] nobody has been asked there yet
   *[record] its consult.db cannot be read
 }. Correct “linked:”, which counts from this folder, or take it out; then make the document again.
