"""Rules on what stands on which source."""
