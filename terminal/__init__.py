"""What the coordinator sees: results of stages as quiet tables and sentences, in the working language."""
