accepted = accepted
accepted-sender = Thank you: your answers have arrived, and all of them could be read. Nothing more is needed from you.
accepted-coordinator = All answers in this file were read.

accepted-with-warnings = accepted with remarks
accepted-with-warnings-sender = Thank you: your answers have arrived and were read. Please look at the remarks below; you may send a corrected workbook until the deadline.
accepted-with-warnings-coordinator = All answers in this file were read; the remarks below are worth a look.

partly-accepted = partly accepted
partly-accepted-sender = Thank you: most of your workbook could be read, but not every answer. Please correct the cells named below and send the workbook again; what was read is kept.
partly-accepted-coordinator = Some answers in this file could not be read; the rest counts. Ask the sender to correct the cells named below.

needs-a-person = needs a look
needs-a-person-sender = Thank you: your file has arrived and is kept. A colleague will look at it and will write to you if anything is missing.
needs-a-person-coordinator = This file was opened, but it cannot be counted without you: see below for what is unclear, and decide. Nothing of it counts until then.

refused = could not be read
refused-sender = Your file has arrived and is kept, but it could not be read. Please see below for what was found and what to do, and send it again.
refused-coordinator = This file could not be read, so nothing of it counts. Its bytes are kept; ask the sender for it again as described below.

unpacked = opened
unpacked-sender = Thank you: your message has arrived, and each file in it is looked at.
unpacked-coordinator = This holds other files; each of them has its own line here.
