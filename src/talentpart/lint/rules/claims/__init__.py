"""Rules on what sources say beside each other."""
