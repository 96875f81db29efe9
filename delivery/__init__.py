"""What goes to people by mail: invitations and reminders as `.eml` files in the outbox."""
