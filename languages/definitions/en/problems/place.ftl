# Where something is in a text document, which has no sheets and no cells with names.
in-table = table { $table }
in-table-cell = table { $table }, row { $row }, column { $column }
in-outside = outside the tables
in-outside-cell = outside the tables, paragraph { $row }
in-margins = header or footer
