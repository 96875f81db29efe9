template-letter = Letter
template-languages = Languages
template-own = Your own
template-for = When it is written
template-about-process = as the process says: consult plan
template-about-added = further questions to a body that is asked already
template-about-confirm = a workbook came from somebody else’s address: is it theirs?
template-about-consent = how a body appears has changed
template-about-correct = some places of a returned workbook could not be read
template-about-correction = you ask for corrections: consult reopen
template-about-deadline = the deadline of everybody was moved
template-about-declined = a body has declined questions
template-about-engine = to the coordinator: the engine could not finish a run
template-about-extension = a body has more time
template-about-item-withdrawn = a question is no longer asked
template-about-passed-on = questions of a body were passed on to another one
template-about-reassigned = questions were passed on to this body
template-about-receipt = answers have arrived and were read
template-about-refused = a file that came could not be read at all
template-about-warning = to the coordinator: what may go wrong
template-about-withdrawn = a body takes no part any more
template-next-copy = copy one to change it: consult template copy NAME --language fr
template-fine = Nothing is wrong with the letters.
template-counts = { $errors ->
    [0] Nothing must be mended
    [one] One thing must be mended
   *[other] { $errors } things must be mended
 }, { $warnings ->
    [0] nothing else to note.
    [one] one to look at.
   *[other] { $warnings } to look at.
 }
template-next-mend = mend what is marked, then again: consult template check
template-copied = { $path } is yours now: it goes before the letter that comes with the program. Its first line is the subject.
template-next-check = change its words, then: consult template check { $path }
