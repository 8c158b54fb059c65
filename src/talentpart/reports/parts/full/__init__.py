"""The two pages of a country briefing in full, a file for each section that one screen does not have."""
