"""The command `holding-hands export`: what is kept, for a person to read."""
