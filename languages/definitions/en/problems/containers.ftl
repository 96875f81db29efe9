# What a sender and a coordinator are told about a mail or a zip file. It is always kept whole.

outlook-message = This is a message in Outlook’s own format (.msg), which cannot be opened here. Send the filled-in workbook itself; or, in the new Outlook or Outlook on the web, choose ⋯ ▸ Save as (or Download) ▸ EML, and send that file.
protected-mail = { $kind ->
    [smime] This message is encrypted or sealed (S/MIME), so the workbook in it cannot be taken out. Please send it again without encryption and without an opaque signature, or agree with us on another way to hand it over.
    [pgp] This message is encrypted (PGP), so the workbook in it cannot be taken out. Please send it again without encryption, or agree with us on another way to hand it over.
   *[rights] This message is protected by rights management (“Do not forward”, message.rpmsg), so the workbook in it cannot be taken out. Please send it again without this protection, or agree with us on another way to hand it over.
 }
winmail-dat = This message came as winmail.dat, a wrapping that only Outlook opens, so what was attached cannot be taken out. In Outlook choose Format Text ▸ HTML or Plain Text (not Rich Text), attach the workbook again, and send it.
file-behind-link = This message holds a link to { $service } in place of the workbook. Links are never opened here. Please attach the filled-in workbook itself (.xlsx or .ods) and send the message again.
attachment-damaged = “{ $name }” was damaged on its way; as much of it as could be was taken out. If it cannot be read below, please attach it again and send it once more.
member-unreadable = “{ $name }” in this zip file is damaged or packed in an unusual way and could not be taken out; the other files were. Please send that workbook itself (.xlsx or .ods).
mail-cut-off = This message ends before its last part is complete: it may have been cut off on its way. What is there was taken out; please check that nothing is missing, or ask for it again.
parts-left-out = Only the first { $taken } files were taken out: up to { $files } files and { $megabytes } MB together can be. Please send the rest in messages of their own.
nested-too-deep = The parts of this message lie within one another more than { $limit } deep, so some were not taken out. Please attach the filled-in workbook (.xlsx or .ods) to a new message and send that.
nothing-inside = There is no file in this zip file. Please send the filled-in workbook itself (.xlsx or .ods).
