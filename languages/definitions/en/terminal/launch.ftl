launch-done = { $count ->
    [one] One invitation with its workbook lies
   *[other] { $count } invitations with their workbooks lie
 } in outbox/, to be answered by { $deadline }.
launch-again = Launched already on { $day }. Nothing was issued again.
launch-next = open each .eml file in outbox/ with your mail program, look at it and send it; put what comes back into inbox/ and run: consult receive
launch-next-send = look at the letters in outbox/, then send them all: consult send; put what comes back into inbox/ and run: consult receive
launch-refused = Nothing was launched.
launch-language = Language
