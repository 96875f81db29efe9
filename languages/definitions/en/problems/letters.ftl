letter-without-subject = The first line must say the subject, such as “Subject: { "{{" } state { "}}" }: your answers”, and it says: “{ $start }”. Put the subject there, then an empty line, then the letter.
letter-subject-runs-on = This line follows the subject at once, so it would become part of it: “{ $start }”. Leave the second line empty.
letter-empty = The letter ends here and says nothing after its subject. Write it, or delete the file: then the letter that comes with the program is used.
letter-without-contact = This letter never says whom to write to or call. Add { "{{" } email { "}}" }, and { "{{" } telephone { "}}" } where there is one.
letter-with-html = “{ $tag }” would be printed as it stands: letters are plain text, and their HTML is made from it. Take it out; an empty line makes a paragraph, lines that begin with “– ” a list.
letter-unused = Nothing here writes a letter called “{ $name }”. The letters are: { $allowed }. Give the file one of these names, or delete it.
letter-unknown = There is no letter “{ $value }”. The letters are: { $allowed }.
letter-there = This letter lies there already, and may be yours, so it is not written over. Change it, or move it away and copy it again.
letter-failed = This letter could not be written: { letter-why }. Nothing was recorded, and nothing is lost: letters not yet written are written, and files that came are taken in, once the letter is right. Mend the file at the line named, or delete it: then the letter that comes with the program is used. Then give the command once more.
letter-would-fail = Written with { $shape ->
    [full] examples of all that it may say
    [bare] examples, and nothing in what may be empty
   *[other] examples, and “{ $fact }” empty or otherwise
 }, this letter stops here: { letter-why }. Change this line; “{ "{%" } if … { "%}" }” asks first whether something is there.
letter-why = { $why ->
    [division] a number is divided by nought
    [missing] there is nothing called “{ $what }” in what stands here
    [not-many] one thing stands here where there should be many
    [forbidden] letters may not reach into the program
    [too-much] it would become larger than a letter can be
   *[other] { $what }
 }
