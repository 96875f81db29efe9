# What a sender and a coordinator are told about a returned file. The file itself is always kept.

empty-file = This file is empty. Something went wrong when it was saved or attached: open your filled-in workbook, save it, and send it again.
not-a-spreadsheet = { $kind ->
    [html] This is a web page, perhaps under the name of a spreadsheet: some programs save that as .xls. Open it in Excel or LibreOffice, choose File ▸ Save As ▸ Excel Workbook (.xlsx), and send that.
    [pdf] This is a PDF document; answers cannot be read from it. Please send the filled-in workbook (.xlsx or .ods) or Word form (.docx) itself, as it was before it became a PDF.
    [word] This is a text document without the codes of our questions, so nobody can tell which answer belongs to which question. Please fill in the workbook or the Word form that you received, and send that.
    [rtf] This is a document in Rich Text Format (.rtf). Open it in Word, choose File ▸ Save As ▸ Word Document (.docx), and send that.
    [slides] This is a presentation; answers can only be read from the workbook or the Word form. Please send the filled-in workbook (.xlsx or .ods).
    [picture] This is a picture; answers cannot be read from it. Please send the filled-in workbook (.xlsx or .ods) or Word form (.docx) itself. If you filled it in on paper, telephone us.
    [archive] This is a compressed archive. Please take the workbook out of it and send the workbook itself (.xlsx or .ods).
    [numbers] This is an Apple Numbers document. In Numbers choose File ▸ Export To ▸ Excel, and send the exported file (.xlsx).
    [pages] This is an Apple Pages document. In Pages choose File ▸ Export To ▸ Word, and send the exported file (.docx).
    [gnumeric] This is a Gnumeric document. In Gnumeric choose File ▸ Save As, file type “Excel 2010 (.xlsx)”, and send that.
    [xml] This is an office document saved as XML. Open it in Excel or LibreOffice, choose File ▸ Save As ▸ Excel Workbook (.xlsx), and send that.
    [link] This is only a link to a document on the internet, not the document itself; links are never followed. In Google Sheets choose File ▸ Download ▸ Microsoft Excel (.xlsx), and send the file that you get.
    [csv] This is a plain table of text (CSV) without the codes of our questions, so nobody can tell which answer belongs to which question. Please send the filled-in workbook itself (.xlsx or .ods).
    [csv-laws] This is only the list of laws of a workbook, saved as text (CSV). By itself it does not say whose it is, and which answers cite these laws, so nothing of it was taken. Please send the filled-in workbook itself (.xlsx or .ods), with all its sheets.
    [text] This is a text file. Please send the filled-in workbook itself (.xlsx or .ods).
    [mail] This is an e-mail message. Please send the workbook that is attached to it (.xlsx or .ods) as a file of its own.
   *[unknown] This is not a file that can be read here. Open your filled-in workbook in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and send that.
 }
old-format = { $kind ->
    [xlsb] This workbook is in Excel’s binary format (.xlsb). Open it, choose File ▸ Save As ▸ Excel Workbook (.xlsx), and send it again.
    [doc] This document is in the format of Word 97–2003 (.doc). Open it, choose File ▸ Save As ▸ Word Document (.docx), and send it again.
   *[xls] This workbook is in the format of Excel 97–2003 (.xls). Open it, choose File ▸ Save As ▸ Excel Workbook (.xlsx), and send it again.
 }
password-protected = This file asks for a password before it opens, so it cannot be read. Please do not send us the password. Open the file, choose File ▸ Info ▸ Protect Workbook (in Word: Protect Document) ▸ Encrypt with Password, delete the password there, save the file and send it again.
opendocument-with-password = This file asks for a password before it opens, so it cannot be read. Please do not send us the password. Open the file in LibreOffice, choose File ▸ Save As, take away the tick at “Save with password”, and send the new file.
archive-with-password = This compressed archive asks for a password, so nothing in it can be read. Please do not send us the password. Take the workbook out of the archive and send the workbook itself.
rights-managed = This file is protected by rights management: only people whom its owner named can open it, wherever it goes. Open it, choose File ▸ Info ▸ Protect Workbook (in Word: Protect Document) ▸ Restrict Access ▸ Unrestricted Access, or give it a sensitivity label without encryption, save it and send it again. If your organization does not allow that, copy your answers into the workbook that you received.
letters-unclear = This table of text (CSV) does not say in which encoding it was saved, and its letters can be read in more than one way, or in none that makes sense: { $readings }. So as not to change your words, nothing was read. Please send the workbook itself (.xlsx), or save the table as “CSV UTF-8”.
quotes-unclear = In this table of text (CSV) the quotation marks do not match in row { $row } or further down, so nobody can tell where a cell ends. Nothing was read. Please send the workbook itself (.xlsx).
file-too-large = This file is { $megabytes } MB large; up to { $limit } MB can be read. Pictures and attachments are usually the reason: take them out, save the workbook, and send it again.
unpacks-too-large = Unpacked, this file would take { $megabytes } MB; a filled-in workbook never does ({ $limit } MB and a hundredfold of its size are the limit). Copy your answers into the workbook that you received, and send that.
too-many-parts = This file consists of { $count } parts; up to { $limit } can be read. Copy your answers into the workbook that you received, and send that.
odd-part = { $why ->
    [path] This file contains a part whose name points outside of it (“{ $name }”). No office program writes that, so the file was not read.
   *[twice] This file contains two parts of the same name (“{ $name }”), so it is unclear which one counts; it was not read.
 } Open the workbook in Excel or LibreOffice, save it under a new name, and send it again.
declares-entities = The part “{ $name }” of this file declares a document type of its own. No office program writes that, and it can be used to do harm, so the file was not read. Open the workbook in Excel or LibreOffice, save it under a new name, and send it again.
damaged-file = This file is damaged and cannot be read: it may have been cut off on its way. Open your filled-in workbook, save it under a new name, and send it again.
too-many-cells = The sheets of this file hold more than { $limit } cells. Copy your answers into the workbook that you received, and send that.
cells-too-far-apart = Something stands very far away from the form, so the sheet is too large to be read. Go to this cell, delete its row or column, save the workbook, and send it again.
reading-too-slow = Reading this file took longer than { $seconds } seconds and was stopped. Copy your answers into the workbook that you received, and send that.
reading-too-big = Reading this file would need more memory than a workbook may take. Copy your answers into the workbook that you received, and send that.
reading-crashed = This file is damaged in a way that stopped the program that reads it. Nothing else was affected. Open your filled-in workbook, save it under a new name, and send it again.
macros-inside = This file contains macros. They were neither run nor kept in anything that goes out; only the values of the cells were read. Nothing needs to be done.
links-to-other-files = This file contains links to other files. They were not followed; only the values of the cells were read. Please check that no answer depends on another file.
embedded-objects = This file contains embedded documents or controls. They were not opened; only the values of the cells were read. If an answer stands in one of them, please copy it into its cell.
far-cells-left-out = { $count ->
    [one] One value stands far away from the form ({ $cells }) and was not read.
   *[other] { $count } values stand far away from the form ({ $cells }) and were not read.
 } Everything else was. If this was meant as an answer, please copy it into its cell and send the workbook again.
notes-not-read = { $count ->
    [one] One footnote, endnote or comment in this document was not read.
   *[other] { $count } footnotes, endnotes or comments in this document were not read.
 } Everything in its tables was. If an answer stands in one of them, please write it into its cell and send the document again.
