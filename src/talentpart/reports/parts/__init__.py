"""The sections of a country briefing, one file each, and the words and footnotes that they share."""
