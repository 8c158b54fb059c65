"""Rules on codes: of our own lists, of standard schemes, of what others call a thing."""
