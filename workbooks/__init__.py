"""The spreadsheet in both directions: layout, issue, identity, intake, read, decisions."""
