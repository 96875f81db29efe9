mailbox-not-set = No mailbox is named in consultation.yaml, so there is nothing to fetch from. Name one under “mail: receiving:” (docs/mailbox.md), or save what comes back into inbox/ yourself.
mailbox-unreachable = The mailbox at { $host }, port { NUMBER($port, useGrouping: 0) }, does not answer as it should ({ $why }). Nothing is lost: what came stays there. Look at host and port in consultation.yaml and at the network, then run the same command again.
mailbox-certificate = The certificate of { $host } could not be verified ({ $why }), so no password was sent: somebody else might be answering. If the server is your own with a certificate of your own authority, name that in “ca-file”; if its name is another one, correct “host”.
mailbox-not-encrypted = { $host } offers no encryption to begin with at port { NUMBER($port, useGrouping: 0) }, so no password was sent. Write “security: tls” with “port: 993”, or “security: starttls” with “port: 143”; whoever looks after the mailbox knows which.
mailbox-unprotected = “security: none” would let anybody on the way to { $host } read messages and password. It is allowed for a server on this machine only. Write “security: tls” with “port: 993”.
mailbox-login-refused = { $host } does not let “{ $user }” into the mailbox ({ $why }). Check user and password; some servers want a password made for programs, or want IMAP to be switched on for the account first.
mailbox-missing = The server has no folder “{ $mailbox }” that this user may open ({ $why }). { $count ->
    [0] Correct “mailbox” in consultation.yaml; INBOX is where new messages come in.
   *[other] Correct “mailbox” in consultation.yaml. There are: { $there }.
 }
mailbox-without-numbers = The server does not number the messages in “{ $mailbox }” for good (UIDVALIDITY), so nobody could tell new ones from old ones. Nothing was taken. Use a folder on another server, or save what comes back into inbox/ yourself.
mailbox-lost = The connection to { $host } ended before everything was taken out ({ $why }). Messages taken before that: { $taken }; they are safe. Run the same command again: it goes on from there.
mailbox-read-only = The folder “{ $mailbox }” may only be read by this user, so what was taken out is not marked as read there. Nothing else is different: no message is taken twice. If you want the mark, have the user allowed to change flags.
message-too-large = Message number { $uid } in the mailbox is { $megabytes } MB large; up to { $limit } MB are taken out. It was left there, unread, and will not be named again. Open it in your mail program, save the workbook that is attached into inbox/, or ask the sender for the workbook alone.
fetch-under-way = Another command is taking messages out of the mailbox at this very moment, so this one left it to that.
