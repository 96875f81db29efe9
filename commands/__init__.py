"""The commands, a module per group: parse, call one workflow function, print. Imported by `cli` alone."""
