"""Files and documents: reading the disk, YAML as its JSON part with places, and the record schemas."""
