not-identified = None of the codes that we print into a workbook stands in this file, or only the remains of one. Nothing of it counts yet. Say whose it is (`consult receive --ask`), or ask for the answers in the workbook that we attached to the invitation.
two-invitations = Codes of { $count } different invitations stand in this file. Nothing of it counts yet. Look at what stands under each of them, and say whose part is to count (`consult receive --ask`); or ask each body to send its own workbook.
other-consultation = The codes in this file were printed by another consultation, or by an earlier launch of this one. Nothing of it counts. Send whoever sent it the workbook of this consultation; if the answers are meant for it all the same, say whose they are (`consult receive --ask`).
from-elsewhere = The code is right, but the mail came from { $domain }, which is neither the body that we asked nor anybody of ours. Nothing of it counts until you have confirmed with the body that it is theirs (`consult receive --ask`).
old-key = The code was signed with a key that is no longer trusted, so somebody else may have made it. Nothing of it counts until you have confirmed with the body that it is theirs (`consult receive --ask`).
rows-of-another = { $count ->
    [one] One row of “{ $name }” carries
   *[other] { $count } rows of “{ $name }” carry
 } the code of another invitation and were not counted here. If they were copied in from a colleague’s workbook, please send that workbook by itself.
rows-of-nobody = { $count ->
    [one] One row of “{ $name }” carries
   *[other] { $count } rows of “{ $name }” carry
 } no code, in a sheet where rows of several workbooks stand, so nobody can say whose they are; they were not counted. Please enter these answers in your own workbook again.
copy-without-token = This seems to come from another file: our own row, with its hidden code, stands on the sheet “{ $own }”, and what only this copy of it says was not taken; nothing was stored for the question. Is it your answer? If so, please write it into our row; if not, please delete this copy.
mail-without-file = Nothing is attached to this message. It begins: “{ $words }”. Read it, answer it, and be done with it (`consult receive --ask`).
automatic-reply = An automatic reply, such as a note of absence; it is kept, and asks nothing of you. It begins: “{ $words }”.
letter-came-back = { $count ->
    [one] A mail server reports that a letter of ours
   *[other] A mail server reports that { $count } letters of ours
 } did not arrive, or not yet. Whose: { $bodies }. `consult history` with that name shows which one and why; check the address, or telephone.
too-deep = This file lies in more than { $limit } others, one within the other, and was not opened. Ask for it by itself.
mail-says = The message itself says: “{ $words }”. Nothing of that counts as an answer; read it.
older-than-standing = { $count ->
    [one] One answer of this file was
   *[other] { $count } answers of this file were
 } left out: the body has answered the same since this file came, and what it said later stands.
