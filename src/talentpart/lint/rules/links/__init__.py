"""Rules on what records name of one another."""
