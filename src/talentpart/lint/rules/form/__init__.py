"""Rules on what a file is before it is a record."""
