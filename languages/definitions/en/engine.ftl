# What Prefect's pages show of a consultation.
round = Round: what was missed, dates, tables
round-about =
    Every { $minutes } minutes: does what is overdue (for instance after the machine was off), brings the dates of everything else up to date, and renews the tables. Doing it twice is doing it once.
phase = Phase:
when = When:
why = Because:
who = For:
when-standing = at every round, while its phase goes on
when-unknown = not known yet: it waits for something else to happen
when-done = done
did-letters = { $title }: { $count ->
    [one] one letter
   *[other] { $count } letters
 }
did-files = { $title }: { $count ->
    [one] one file
   *[other] { $count } files
 }
did = { $title }: done
did-nothing = Nothing was left to do.
did-sent = { $count ->
    [one] one letter sent
   *[other] { $count } letters sent
 }
did-not-sent = { $count ->
    [one] one letter still to be sent
   *[other] { $count } letters still to be sent
 }
did-waiting = It waits for the first answer.
did-hushed = Letters wait for the morning.
progress = { $returned } of { $asked } have answered, { $given } of { $owed } main questions; contradictions: { $contradictory }; files that need a person: { $waiting }.
coverage = Each article: whom it was asked of, who answered, and where there is only one voice.
warnings = { $count ->
    [0] Nothing to worry about.
    [one] One thing to look at.
   *[other] { $count } things to look at.
 }
column-body = Body
column-asked = Asked
column-answered = Answered
column-version = Version
column-last = Last return
column-article = Article
column-contradictions = Contradictions
column-voice = Single voice
column-what = What
column-do = What to do
yes = yes
documents = Documents
documents-none = No documents yet.
documents-about = On the machine that runs this, in { $folder }
alarm-crashed = It ended without saying why; the machine may have been switched off.
alarm-bug = The program met something that it does not know how to handle ({ $what }); the run’s page says where.
