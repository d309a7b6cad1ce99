"""All that is said about time alone."""
