registry-body = Body
registry-id = Id
registry-kind = Kind
registry-regions = Regions
registry-trained = Trained in
registry-focal = { $region } (focal point)
registry-at-risk = at risk
registry-nobody = Nobody is in the registry yet. Fill in stakeholders.xlsx, or take a list over: consult registry import FILE
registry-nobody-fits = Nobody in the registry fits all of this.
registry-sum = { $count } of { $of ->
    [one] one body
   *[other] { $of } bodies
 }. Trained: { $trained }. At risk: { $risky }
registry-unread = { $count ->
    [one] One row cannot be read and is not shown
   *[other] { $count } rows cannot be read and are not shown
 }: consult check
registry-more = { $count ->
    [one] and one more
   *[other] and { $count } more
 }: --all shows everybody
registry-more-changes = and { $count } more

registry-cell = { $column }: { $text }
registry-found-in = Found in
registry-nothing-found = No body has all of these words, not even nearly.

registry-score = Points
registry-why = Why
registry-who-title = { $instrument } { $number } · { $title }
registry-who-topic = Topic: { $topic }
registry-topics-items = Topics of its questions: { $topics }
registry-topics-title = Topics by its title, since no questionnaire asks about it yet: { $topics }
registry-topics-none = No questionnaire asks about it yet, and its title names no topic: only mandates, events and trainings on the article itself can be compared.
registry-who-nobody = Nobody in the registry could speak to it: nobody has a mandate for it, knows its topics, or has been asked.
registry-reason-mandate-article = mandate for the article
registry-reason-mandate-topic = mandate: { $details }
registry-reason-mandate-instrument = mandate for the whole instrument
registry-reason-expertise = knows about: { $details }
registry-reason-answered = has answered on it
registry-reason-asked = has been asked about it
registry-reason-training-on-it = trained in it: { $details }
registry-reason-training = trained: { $details }
registry-reason-event-on-it = took part: { $details }
registry-reason-declined = said that it is not its remit
registry-missing-authority = No authority could speak to it.
registry-missing-ngo = No NGO could speak to it.
registry-missing-academia = Nobody from academia could speak to it.
registry-missing-private-sector = Nobody from the private sector could speak to it.
registry-missing-regions = Nobody from these regions of the registry: { $regions }.
registry-missing-trained = None of them has completed any training.
registry-next-who = ask them by a mandate in the registry or a rule in routing.yaml, then: consult route
registry-next-nobody = write into the column “Expertise” who knows about it, or add bodies that do

registry-no-duplicates = No two rows look like one body.
registry-pairs = { $count ->
    [one] One pair is likely one body.
   *[other] { $count } pairs are likely one body each.
 }
registry-sign-name = the same name
registry-sign-near-name = nearly the same name
registry-sign-email = the same address, { $value }
registry-sign-telephone = the same telephone, { $value }
registry-sign-initials = { $value } may be short for the other name
registry-next-merge = look at each pair; the first one named stays, and takes what it lacks from the other

registry-merged = { $other } is now part of { $keep }.
registry-conflicts = Where the two contradicted each other:
registry-column = Column
registry-kept = Stays
registry-dropped = Goes
registry-copy = The registry as it was: { $name }
registry-in-routing = routing.yaml still names { $other }: write { $keep } there.
registry-next-check = see that all is well: consult check

registry-theirs = Their column
registry-ours = Ours
registry-how = How
registry-how-said = you said so
registry-how-kept = as last time
registry-how-same = the same word
registry-how-near = a guess
registry-how-not = not understood, not read
registry-unread-column = (not read)
registry-how-to-map = To map a column: --map "{ $heading }=…" with one of: { $columns }. To leave it out for good: --map "{ $heading }=-"
registry-how-to-value = To say what a word of theirs means, now and the next time: --value "{ $column }:{ $value }={ $choice }"
registry-import-refused = Nothing was taken over.
registry-import-done = { $added ->
    [0] Nobody added
    [one] One body added
   *[other] { $added } bodies added
 }; { $known } known already, { $filled ->
    [0] nothing filled in
    [one] one empty cell filled in
   *[other] { $filled } empty cells filled in
 }.
registry-import-would = { $added ->
    [0] Nobody would be added
    [one] One body would be added
   *[other] { $added } bodies would be added
 }; { $known } known already, { $filled ->
    [0] nothing would be filled in
    [one] one empty cell would be filled in
   *[other] { $filled } empty cells would be filled in
 }.
registry-differences = { $count ->
    [one] One cell says something else than the registry, which was left as it is:
   *[other] { $count } cells say something else than the registry, which was left as it is:
 }
registry-in-registry = In the registry
registry-in-file = In the file
registry-mapping-kept = How the columns were understood is kept in registry-import.yaml.
registry-next-dry = do it without --dry-run

registry-exported = { $count ->
    [one] One body
   *[other] { $count } bodies
 } written to { $path }.
registry-exported-without = { $count ->
    [one] One body is left out: nothing about it may be shown.
   *[other] { $count } bodies are left out: nothing about them may be shown.
 }
