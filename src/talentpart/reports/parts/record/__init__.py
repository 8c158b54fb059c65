"""The sections of a report on one record, a project or an instrument, one file each."""
