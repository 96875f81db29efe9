fetch-laid = { $count ->
    [one] One new message was taken out of the mailbox. It lies in inbox/ and is marked as read in the mailbox.
   *[other] { $count } new messages were taken out of the mailbox. They lie in inbox/ and are marked as read in the mailbox.
 }
fetch-known = { $count ->
    [one] One message had come before, byte for byte: it was not laid into inbox/ again.
   *[other] { $count } messages had come before, byte for byte: they were not laid into inbox/ again.
 }
fetch-nothing = There is nothing new in the mailbox.
fetch-next = read what came: consult receive
