"""The only SQL: tables, what is recorded, what is asked, the audit chain, migrations."""
