# What a sender and a coordinator are told about a returned file. The file itself is always kept.

empty-file = This file is empty. Something went wrong when it was saved or attached: open your filled-in workbook, save it, and send it again.
not-a-spreadsheet = { $kind ->
    [html] This is a web page that carries the name of a spreadsheet. Open your filled-in workbook in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and send that.
    [pdf] This is a PDF document; answers can only be read from the workbook itself. Please send the filled-in workbook (.xlsx or .ods).
    [word] This is a text document; answers can only be read from the workbook itself. Please fill in the workbook that you received and send it (.xlsx or .ods).
    [slides] This is a presentation; answers can only be read from the workbook itself. Please send the filled-in workbook (.xlsx or .ods).
    [picture] This is a picture; answers can only be read from the workbook itself. Please send the filled-in workbook (.xlsx or .ods).
    [archive] This is a compressed archive. Please take the workbook out of it and send the workbook itself (.xlsx or .ods).
    [numbers] This is an Apple Numbers document. In Numbers choose File ▸ Export To ▸ Excel, and send the exported file (.xlsx).
    [csv] This is a plain table of text (CSV), which no longer says which question is which. Please send the filled-in workbook itself (.xlsx or .ods).
    [text] This is a text file. Please send the filled-in workbook itself (.xlsx or .ods).
    [mail] This is an e-mail message. Please send the workbook that is attached to it (.xlsx or .ods) as a file of its own.
   *[unknown] This is not a spreadsheet that can be read here. Open your filled-in workbook in Excel or LibreOffice, save it as an Excel workbook (.xlsx), and send that.
 }
old-format = { $kind ->
    [xlsb] This workbook is in Excel’s binary format (.xlsb). Open it, choose Save As ▸ Excel Workbook (.xlsx), and send it again.
   *[xls] This workbook is in the format of Excel 97–2003 (.xls). Open it, choose Save As ▸ Excel Workbook (.xlsx), and send it again.
 }
password-protected = This workbook asks for a password before it opens, so it cannot be read. Open it, save it without a password, and send it again.
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
