# Words about changes that letters, the handover dossier and the terminal share.
questions = { $count ->
    [one] one question ({ $where })
   *[other] { $count } questions ({ $where })
 }
of-articles = { $count ->
    [one] article { $articles }
   *[other] articles { $articles }
 }
of-parts = { $parts }
look-again = Please look at this answer again.
passed-on-by = passed on by { $name }
appears-named = is named among the bodies consulted
appears-by-type = appears by its type only
appears-anonymous = appears nowhere, not even by its type
# What has happened so far, a sentence each; $who is one body or several.
told-launch = Launched
told-round = Opened the round “{ $round }”
told-stakeholders = Joined after the launch: { $who }
told-assignment = Asked of { $who } from now on: { $what }
told-declined = { $who } declined { $what }{ $to ->
    [0] {""}
   *[other] , and suggested { $to }
 }
told-reassigned = Passed on from { $who } to { $to }: { $what }
told-withdrawn = No longer asked of { $who }, which withdrew: { $what }
told-item-withdrawn = No longer asked of { $who }: { $what }
told-reopening = Correction requested of { $who }: { $what }
told-withdrawal = { $who } takes no part any more
told-extension = More time for { $who }: until { $deadline }
told-deadline = The deadline of everybody was moved to { $deadline }
told-contact = { $who } has another contact or address since, as the registry says
told-consent = { $who } { $how } from now on
told-focal-point = { $who } took over as focal point
told-bounced = A letter to { $who } came back ({ $path })
told-decisions = { $count ->
    [one] One contradiction was decided
   *[other] { $count } contradictions were decided
 }
told-held = Held: { $what }
told-clearance = The submission was cleared
actor-coordinator = coordinator
actor-process = the process itself
actor-focal-point = focal point
actor-governmental-expert = governmental expert
actor-observer = observer
