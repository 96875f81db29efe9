done-nothing = Nothing waits for people.
done-what = What
done-action = Action
done-who = Who
done-since = Waits since
done-planned = planned for { $day }
done-later = when it is its turn
done-recorded = { $title }: recorded for { $day }, { $count ->
    [0] without a list of who was there
    [one] one body was there
   *[other] { $count } bodies were there
 }.
done-next = consult advance
done-next-say = once it was done: consult done ACTION --on DAY --attended FILE
done-next-decide = fill in the sheet in exports/, then: consult decide FILE
