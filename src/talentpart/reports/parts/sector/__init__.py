"""The sections of a report on a sector, one file each."""
