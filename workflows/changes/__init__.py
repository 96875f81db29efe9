"""Real life: what is changed on the way, each kind in a module, each in one transaction with its letters."""
