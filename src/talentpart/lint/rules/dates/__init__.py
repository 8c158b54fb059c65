"""Rules on days and their order."""
