"""Rules on how many people, from where to where."""
