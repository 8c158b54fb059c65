"""The sections of a country briefing, one file each; other reports use some of them."""
