"""The sections of reports on the whole record, and the sums and lists that they share."""
