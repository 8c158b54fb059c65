"""Rules on what should be said, and what is said to be missing."""
