"""What reports are made of: the words, footnotes and frame that all share, and a folder of sections for each kind."""
