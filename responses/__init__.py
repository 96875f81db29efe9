"""What was said: answers, their validation and their reconciliation."""
