"""What the files mean: typed records, their lines, and the dataset they make."""
