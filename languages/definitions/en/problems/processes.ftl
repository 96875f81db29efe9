name-twice = The name “{ $name }” stands twice in this process. Every round, phase and action has a name of its own: change one of the two.
moment-unknown = There is no moment “{ $name }” in this process. Moments are launch, cleared, those of a round (answers.opens, .soft, .deadline, .shuts) and of an action (workshop.planned, workshop.done, screening.decided).
phase-unknown = There is no phase “{ $name }”. This process has: { $allowed }.
round-unknown = There is no round “{ $name }”. This process has: { $allowed }.
action-unknown = There is no action “{ $name }”. This process has: { $allowed }.
form-missing = The form { $name } is asked here, but there is no such file, neither in this folder nor with the process. Write it, or name another form.
goes-round = The time of “{ $name }” depends on itself. Count it from another moment.
