"""The sections that only a report on a Member State has."""
