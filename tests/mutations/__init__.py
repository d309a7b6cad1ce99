"""Each guard of what always holds is taken away on purpose, and somebody has to notice."""
