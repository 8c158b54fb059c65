"""Rules on what stands in a record, held against its schema."""
