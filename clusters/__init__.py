"""The law: the four instruments, their articles and provisions, the sixteen instrument × cluster cells."""
