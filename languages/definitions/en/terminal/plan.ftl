plan-title = { $title }: the timeline, as of { $when }
plan-title-unlaunched = { $title }: the timeline, if everybody were asked on { $when }
plan-column-when = When
plan-column-state = State
plan-column-what = What
plan-column-who = Who
plan-column-why = Why then
plan-done = done
plan-due = due now
plan-waits = waits
plan-coming = to come
plan-passed = passed
plan-open = not known yet
plan-hushed = No letters are written at this hour: they wait until morning.
plan-now = { $count ->
    [one] One thing is
   *[other] { $count } things are
 } due at { $when }:
plan-nothing = Nothing is due at { $when }.
plan-next-launch = consult check, then: consult launch
plan-next-advance = consult advance
plan-next-done = when it has been held: consult done
plan-ics = { $count ->
    [one] One date was
   *[other] { $count } dates were
 } written to { $path }: open it with any calendar.
