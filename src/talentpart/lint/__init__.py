"""What is wrong with the data, where, and how to mend it: rules, their run, and the formats of what is found."""
