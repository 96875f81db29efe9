mail-host-missing = No mail server is named here. Write its name, such as “host: smtp.justice.example”; whoever looks after your mailbox knows it.
mail-host-more = “{ $value }” is more than the name of a server. Write the name alone, such as “host: smtp.justice.example”, and the port in a line of its own: “port: 587”.
mail-port-unusual = Port { NUMBER($port, useGrouping: 0) } usually wants “security: { $usual }”, and here stands “{ $security }”. If nothing answers, write “security: { $usual }”; the line may be missing, and then “{ $security }” holds.
mail-user-missing = A mailbox opens for somebody only. Add “user”, the name with which { $host } lets you into the mailbox, and the password beside it (docs/mailbox.md).
mail-password-in-settings = A password must not stand in consultation.yaml, which others read. Take the line out and put the password alone on the first line of a file that only you can read, such as mail.secret; then write “password-file: mail.secret”. Or give it in the environment: CONSULT_SMTP_PASSWORD for sending, CONSULT_IMAP_PASSWORD for receiving. If others have seen the file, have the password changed.
mail-unprotected = “security: none” would let anybody on the way to { $host } read letters and password. It is allowed for a server on this machine only. Write “starttls” (usually port 587) or “tls” (usually port 465).
mail-reply-address = “{ $value }” is not an e-mail address. Write the address that returns come to, or take the line out: then they come to the focal point.
mail-share-address = “{ $value }” is not an address that begins with https://. Write the web address at which the folder outbox/large/ can be opened, or take the line out: then letters name whom to ask for what is too large.
mail-authority = The certificate in “{ $value }” cannot be read ({ $why }). Put the certificate of your own authority there as a PEM file, or take “ca-file” out if your server has a certificate that everybody knows.
mail-password-missing = There is no password for { $host }. Give it in the environment variable { $variable }, or put it into a file that only you can read and name that file in “password-file”. If the server asks for none, take “user” out.
mail-password-file = The password in “{ $value }” cannot be read ({ $why }). Put the password alone on the first line of that file.
mail-password-readable = Others on this machine can read “{ $value }”, and with it the password. Take that right from them: chmod 600 "{ $value }"
mail-token-and-password = A server opens with a password or with an access token, not with both. Take “password-file” out, or “token-command”.
mail-token-user = An access token is somebody’s. Add “user”, the address of the account that { $host } is to let in.
mail-token-program = There is no program “{ $program }” that could print an access token. Write “token-command” as a list, the program first: [program, argument, argument]. Write the whole path of a program that your terminal does not find by its name.
mail-token-command = “{ $program }” of “token-command” gave no access token: { $why ->
    [failed] it ended with an error (number { $status })
    [empty] it printed nothing
    [slow] it had not ended after { $seconds } seconds
   *[other] what it printed is not a token alone, on one line
 }. What it said is not shown, since it might be secret. Give the same command by hand: perhaps it wants you to sign in again. Then run consult once more; nothing is lost.
mail-token-refused = { $host } does not take the access token for “{ $user }” ({ $why }). See whether “token-command” prints a token of this very account, not expired, and made for mail: for sending (SMTP) or for receiving (IMAP), whichever failed; and whether the account may use it.
mail-token-not-offered = { $host } lets nobody in with an access token (XOAUTH2), so none was sent. Take “token-command” out and name a password, or ask whoever looks after the server.
mail-server-unreachable = The mail server { $host }, port { NUMBER($port, useGrouping: 0) }, does not answer as it should ({ $why }). Nothing is lost: the letters wait. Look at host and port in consultation.yaml and at the network, then run the same command again.
mail-certificate = The certificate of { $host } could not be verified ({ $why }), so nothing was sent: somebody else might be answering. If the server is your own with a certificate of your own authority, name that in “ca-file”; if its name is another one, correct “host”.
mail-not-encrypted = { $host } offers no encryption, so nothing was sent. Write “security: tls” and “port: 465” if that is what your server takes, or ask whoever looks after it.
mail-login-refused = { $host } does not let “{ $user }” in ({ $why }). Check user and password; some servers want a password made for programs.
mail-login-not-offered = { $host } lets nobody log in, and “user: { $user }” asks for it. If your server takes letters without a login, take “user” out of consultation.yaml; if not, it is another port, usually 587.
mail-login-wanted = The mail server wants a login ({ $why }). Nothing was sent. Add “user” to “mail: sending:” in consultation.yaml, and the password beside it (docs/mail.md).
mail-encryption-wanted = The mail server takes letters over an encrypted connection only ({ $why }). Nothing was sent. Write “security: starttls” in consultation.yaml.
mail-sender-refused = The mail server takes no letters from { $address } ({ $why }). Have that address allowed for the user in consultation.yaml, or write another “reply-to”; then run the same command again. Nothing was sent.
mail-all-refused = The mail server has refused { $count } letters in a row in the same words ({ $why }), so no more were tried. If it is the addresses, correct them in the registry. If not, ask whoever looks after the server; consult send goes on with the others.
mail-under-way = Letters are being sent at this very moment by another command, so this one left them to it.
letter-altered = { $path } is not the letter that was written there: it has no address, or another Message-ID. It was not sent. Put the letter back as it was, or send it by hand and note that with: consult send --by-hand
nothing-to-send-again = There is no letter to “{ $name }” that lies in outbox/, so there is nothing to send again.
