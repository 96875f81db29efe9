table-too-large = This file holds more than { $megabytes } MB, far more than such a table needs. Copy the rows into a new spreadsheet and save that.
table-not-spreadsheet = This file is named like a spreadsheet but is not one, or it is damaged. Open it in your spreadsheet program and save it again as .xlsx or .csv.
table-locked = This spreadsheet has a password or is of the old .xls kind. Open it, take the password off and save it as .xlsx.
table-not-text = This file is named .csv but is not text. Save the table again as “CSV UTF-8” or as .xlsx.
table-encoding-guessed = This file is not UTF-8; it was read as { $encoding }. Check the accented letters, or save it as “CSV UTF-8”.
table-cut = Only the first { $rows } rows were read. Take out what is not part of the table.
table-cell-error = This cell holds the error { $value } instead of a value. Type the value itself.
