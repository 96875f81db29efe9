not-launched = This consultation has not been launched: nobody has been asked yet. Launch it with: consult launch
already-cleared = The submission was cleared by { $by } on { $day }. The record is frozen; nothing is taken in or changed any more.
nobody-to-ask = There is nobody to ask: the registry is empty, or no mandate in it covers an article of this questionnaire. Fill in stakeholders.xlsx and look at the result with: consult route
nothing-returned = No answers have come in yet. Put returned workbooks into inbox/ and run: consult receive
still-diverging = { $count ->
    [one] One contradiction is undecided: { $items }.
   *[other] { $count } contradictions are undecided: { $items }.
 } A final submission waits for them. Decide them in the workbook that consult reconcile writes, or compile a draft with: consult compile --draft
nothing-compiled = There is no final submission to clear. Compile it first with: consult compile
nothing-drafted = There is no draft to clear yet. When it will be written is shown by: consult plan
submission-outdated = { $name } is no longer what the record yields: answers, decisions or the file itself have changed since it was compiled. Compile it again with: consult compile --language { $language } — read it, then clear it.
not-the-focal-point = { $by } is not the focal point of this consultation. Only { $focal_point } clears; if the focal point has changed, hand over first: consult handover
not-writable = This cannot be written ({ $why }). Check the free space and your rights to this folder, and close the file if another program holds it open.
no-such-file = There is no file “{ $name }”. Check the name, or put the file into inbox/ and run consult receive without a name.
not-waiting = “{ $name }” does not wait for you: either it was never received, or it has its verdict and needs nobody. Nothing was changed.
several-waiting = Several files that need a person are called “{ $name }”. Nothing was changed. Say which one is meant by how its digest begins: { $digests }.
registry-changed = Not asked, because they came into the registry or got a mandate or another name after the launch: { $names }. The launch stands as it was. To ask them now: consult add
no-such-language = “{ $language }” is not a language this can be said in. Allowed: { $allowed }.
record-missing = The record (consult.db) is missing or empty, but returned workbooks are here: this consultation has been launched. Put consult.db back from a backup. Launching again would make every workbook out there unreadable, so nothing was done.
answers-missing = { $count ->
    [one] One body still owes
   *[other] { $count } bodies still owe
 } answers: { $names }. The submission goes without them.
folder-in-inbox = This is a folder. Take the files out of it and put them into inbox/ itself.
nothing-filled-in = No answer is filled in. If this is the blank workbook, ask for the filled-in one.
