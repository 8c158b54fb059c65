"""Claims held against the saved texts of their sources: whether what a line says is printed there, and where."""
