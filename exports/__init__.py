"""The submission: assembled once, rendered as Word and Excel."""
