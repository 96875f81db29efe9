next = Next: { $step }
more-like-it = { $count ->
    [one] and one more like it: { $cells }
   *[other] and { $count } more like it: { $cells }
 }
bad-instant = “{ $value }” is not an instant. Write it as 2027-03-01T09:00.
interrupted = Stopped. Everything done so far is in the record; run the same command again to go on.
bug = This should not have happened ({ $what }). Nothing was lost: what was recorded is recorded whole. Please report it with the output of the same command after: export CONSULT_DEBUG=1
